// What a new text of a source would do to its highlights, before it is brought in.

import { carryPassages } from '../../core/anchoring/carry-passages.ts'
import type { FoundPassage } from '../../core/anchoring/find-passage.ts'
import type { QuestionAnswers } from '../../core/contract/questions.ts'
import type { Highlight } from '../../core/records/highlight.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { readingTextOf } from '../storage/reading-text.ts'

/** Of the highlights that follow the newest text, in the order in which they stand in their own. */
export async function previewTextAnswer(
  { view }: NotebookHost,
  { source: id, markdown }: { source: RecordId<'source'>; markdown: string },
): Promise<QuestionAnswers['source.preview-text']> {
  const source = view.head('sources', id)
  const newest = source?.revisions.at(-1)?.text
  if (!source || !newest) throw new Refusal('not-found', `there is no ${id} in this notebook`)
  const { readingText } = readingTextOf(markdown)
  const following = view.by('highlightsBySource', id).filter(({ removedAt, standing }) => removedAt === undefined && standing === undefined)
  const previews: QuestionAnswers['source.preview-text']['highlights'] = []
  for (const [text, group] of Map.groupBy(following, (highlight) => highlight.text)) {
    const before = view.readingText(text)
    const found =
      before === undefined
        ? []
        : carryPassages(
            before,
            readingText,
            group.map(({ passage }) => passage),
          )
    for (const [position, highlight] of group.entries()) previews.push(previewOf(highlight, found[position] ?? { kind: 'lost' }, readingText))
  }
  return { isSame: view.readingText(newest) === readingText, highlights: previews.sort((one, other) => one.number - other.number) }
}

function previewOf({ id, number, passage }: Highlight, found: FoundPassage, readingText: string) {
  return {
    id,
    number,
    kind: found.kind,
    cited: passage.exact,
    ...(found.kind === 'lost' ? {} : { found: readingText.slice(found.start, found.end) }),
  }
}

// Answers `text.read`.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

export async function readTextAnswer(
  notebook: Pick<NotebookHost, 'view' | 'readText'>,
  { text }: { text: RecordId<'text'> },
): Promise<QuestionAnswers['text.read']> {
  // The id comes from a window: only what the notebook lists is looked for on disk.
  if (!notebook.view.head('texts', text)) throw new Refusal('not-found', `there is no ${text} in this notebook`)
  const read = await notebook.readText(text)
  if (!read) throw new Refusal('not-found', `the file of ${text} cannot be read: run \`footing check\``)
  return { markdown: read.markdown, readingText: read.readingText }
}

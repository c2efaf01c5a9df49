// Answers `references`: citations in words, with their quotes.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { citationText } from '../../core/export/citation-text.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

type Asked = { citations: readonly { citekey: string; highlight?: number | undefined }[] }

export function referencesAnswer({ view }: Pick<NotebookHost, 'view'>, { citations }: Asked): QuestionAnswers['references'] {
  return citations.flatMap(({ citekey, highlight: number }) => {
    const source = view.by('sourcesByCitekey', citekey).find(({ removedAt }) => removedAt === undefined)
    if (!source) return []
    const highlight = view.by('highlightsBySource', source.id).find((each) => each.number === number && each.removedAt === undefined)
    if (number !== undefined && !highlight) return []
    const pandoc = number === undefined ? `[@${citekey}]` : `[@${citekey}#h${number}]`
    return [{ pandoc, quote: highlight?.passage.exact, reference: citationText(source, { isWhole: true }) }]
  })
}

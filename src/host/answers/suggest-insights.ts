// Answers `suggest.insights`: insights to link, for what was typed after `[[`.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { foldText } from '../../core/finding/fold-text.ts'
import type { HeadOf } from '../../core/records/tables.ts'
import { NewestFirst } from '../search/newest-first.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { Breather } from '../storage/breather.ts'

/** Titles that begin with the text come first, then those that hold it, then those that hold all its words; each newest first. */
export async function suggestInsights(
  { view }: Pick<NotebookHost, 'view'>,
  { text, limit }: { text: string; limit: number },
): Promise<QuestionAnswers['suggest.insights']> {
  const breather = new Breather()
  const typed = foldText(text).trim()
  const words = typed.split(/\s+/)
  const groups = [0, 1, 2].map(() => new NewestFirst<HeadOf<'insights'>>(limit))
  for (const insight of view.heads('insights')) {
    if (breather.isDue) await breather.pause()
    if (insight.removedAt !== undefined || insight.title === '') continue
    const title = foldText(insight.title)
    const rank = title.startsWith(typed) ? 0 : title.includes(typed) ? 1 : words.every((word) => title.includes(word)) ? 2 : undefined
    if (rank !== undefined) groups[rank]?.add(insight)
  }
  return groups
    .flatMap(({ items }) => items)
    .slice(0, limit)
    .map(({ id, title }) => ({ id, title }))
}

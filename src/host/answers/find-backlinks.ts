// Answers `backlinks`: the notes that link to an insight by its title.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { findWikilinks } from '../../core/markdown/find-citations.ts'
import { mayLinkTo } from '../../core/markdown/rename-wikilinks.ts'
import { byText } from '../../core/queries/define-query.ts'
import { insightTitled } from '../../core/queries/insight-titled.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { titleKey } from '../../core/records/tables.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { snippetAt } from '../search/snippet.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { Breather } from '../storage/breather.ts'

type Backlink = QuestionAnswers['backlinks'][number]

/** One entry for a note, at its first link, in the order of titles. A title that leads to an older insight of the same name leads not here. */
export async function findBacklinks(
  notebook: Pick<NotebookHost, 'view' | 'scanBodies'>,
  { insight: id }: { insight: RecordId<'insight'> },
): Promise<QuestionAnswers['backlinks']> {
  const { view } = notebook
  const insight = view.head('insights', id)
  if (!insight) throw new Refusal('not-found', `there is no ${id} in this notebook`)
  const key = titleKey(insight.title)
  if (key === '') return []
  const breather = new Breather()
  const found: Backlink[] = []
  for await (const { id: noteId, body } of notebook.scanBodies()) {
    if (breather.isDue) await breather.pause()
    if (noteId === id || !mayLinkTo(body, key)) continue
    const note = view.head('insights', noteId)
    const link = note && note.removedAt === undefined ? findWikilinks(body).find(({ title }) => insightTitled(view, title)?.id === id) : undefined
    if (note && link) found.push({ id: noteId, title: note.title, ...snippetAt(body, link.start, link.end) })
  }
  return found.sort((one, other) => byText(titleKey(one.title), titleKey(other.title)) || byText(one.id, other.id))
}

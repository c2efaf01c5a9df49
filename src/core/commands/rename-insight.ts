// Gives an insight another title, and lets the links to it follow: in all notes and in the prose of reports, in one commit.

import { z } from 'zod'
import { type LinkTarget, liesAt } from '../markdown/link-targets.ts'
import { isLinkable, renameWikilinks } from '../markdown/rename-wikilinks.ts'
import { insightTitled, isOlder } from '../queries/insight-titled.ts'
import { insightContent } from '../records/insight.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import { titleKey } from '../records/tables.ts'
import type { Transaction } from '../store/transaction.ts'
import { defineCommand } from './define-command.ts'

/**
 * Why no link followed, where none did. `taken`: the new title is that of an older insight, to which `[[…]]` would lead; `unlinkable`: it holds
 * what cannot stand in a link; `elsewhere`: links to the old title lead to an older insight of that title, and go on doing so.
 */
export type LinksLeft = 'taken' | 'unlinkable' | 'elsewhere'

export const renameInsight = defineCommand(
  'Gives an insight another title; the links to it follow. `from` is the title that the links still have, where it is not the present one.',
  z.strictObject({ id: idOf('insight'), title: insightContent.title, from: insightContent.title.optional() }),
  (notebook, { id, title, from }) => renameWithLinks(notebook, id, title, from),
  { linksTo: ({ id, from }, notebook) => from ?? notebook.head('insights', id)?.title },
)

type Renamed = { id: RecordId<'insight'>; rev: number; links: number; records: number; left?: LinksLeft }

export function renameWithLinks(
  notebook: Transaction,
  id: RecordId<'insight'>,
  title: string,
  former: string = notebook.need('insights', id).title,
): Renamed {
  // Asked before the title changes: links lead where the title leads.
  const left = reasonToLeave(notebook, id, former, title)
  const { rev } = notebook.update('insights', id, undefined, (insight) => {
    insight.title = title
  })
  // Case and width alone: the links lead here as they are written, and are not touched.
  const isPlainLeft = left === 'elsewhere' && reasonAgainst(notebook, id, title) === undefined
  if ((left !== undefined && !isPlainLeft) || titleKey(former) === titleKey(title))
    return { id, rev, links: 0, records: 0, ...(left ? { left } : {}) }
  const counts = { links: 0, records: 0 }
  const { origins } = notebook.need('insights', id)
  // A link with a folder leads to the note that came from there, whoever has its title. A title may itself look like a link with a heading or a file's.
  const leads = ({ title: named, path }: LinkTarget, written: string) => {
    if (path !== undefined) return liesAt(origins, path)
    return left === undefined && (named === written || notebook.by('insightsByTitle', titleKey(written)).length === 0)
  }
  const follow = (markdown: string): string => {
    const renamed = renameWikilinks(markdown, former, title, leads)
    counts.links += renamed.count
    return renamed.markdown
  }
  for (const note of notebook.facts.linking ?? allInsights(notebook)) {
    const insight = notebook.get('insights', note)
    const body = insight && follow(insight.body)
    if (!insight || body === insight.body) continue
    counts.records += 1
    notebook.update('insights', note, undefined, (draft) => {
      draft.body = body as string
    })
  }
  for (const { id: report, outline } of [...notebook.heads('reports')]) {
    const followed = outline.map((item) => (item.type === 'prose' ? { ...item, markdown: follow(item.markdown) } : item))
    if (followed.every((item, position) => item.type !== 'prose' || item.markdown === (outline[position] as typeof item).markdown)) continue
    counts.records += 1
    notebook.update('reports', report, undefined, (draft) => {
      draft.outline = followed
    })
  }
  return { id, rev: notebook.need('insights', id).rev, ...counts, ...(left ? { left } : {}) }
}

function reasonToLeave(notebook: Transaction, id: RecordId<'insight'>, former: string, title: string): LinksLeft | undefined {
  const own = notebook.need('insights', id)
  if (titleKey(former) === '') return undefined
  const holder = insightTitled(notebook, former)
  if (holder && holder.id !== id && isOlder(holder, own)) return 'elsewhere'
  return reasonAgainst(notebook, id, title)
}

/** Why no link can lead to an insight by this title. */
function reasonAgainst(notebook: Transaction, id: RecordId<'insight'>, title: string): 'unlinkable' | 'taken' | undefined {
  if (!isLinkable(title)) return 'unlinkable'
  const namesake = insightTitled(notebook, title)
  return namesake && namesake.id !== id && isOlder(namesake, notebook.need('insights', id)) ? 'taken' : undefined
}

/** Without the host's search for the notes that may link: every body is read. */
function allInsights(notebook: Transaction): RecordId<'insight'>[] {
  return [...notebook.heads('insights')].map(({ id }) => id)
}

// Puts a record back as one commit left it: over what it is now, out of the trash, or anew where it was deleted for good.

import { z } from 'zod'
import { entityContent } from '../records/entity.ts'
import { figureContent } from '../records/figure.ts'
import { highlightContent } from '../records/highlight.ts'
import { insightContent } from '../records/insight.ts'
import { metricContent } from '../records/metric.ts'
import { rateContent } from '../records/rate.ts'
import { type RecordId, removableId } from '../records/record-id.ts'
import { recordNamedBy, reportContent } from '../records/report.ts'
import { sourceContent } from '../records/source.ts'
import { type AnyRecord, type RecordOf, type TableName, tableOf } from '../records/tables.ts'
import { referencesOf } from '../rules/check-changes.ts'
import { Refusal } from '../store/refusal.ts'
import type { Transaction } from '../store/transaction.ts'
import { defineCommand } from './define-command.ts'
import { type LinksLeft, renameWithLinks } from './rename-insight.ts'

type RestoredTable = Exclude<TableName, 'texts'>

/** What the analyst writes. Citekeys, numbers, passages and what a record hangs on never change, and so are never put back. */
const contentOf: { readonly [Table in RestoredTable]: readonly string[] } = {
  insights: Object.keys(insightContent),
  sources: Object.keys(sourceContent),
  highlights: Object.keys(highlightContent),
  evidence: ['stance', 'note'],
  entities: Object.keys(entityContent),
  reports: Object.keys(reportContent),
  figures: Object.keys(figureContent),
  metrics: Object.keys(metricContent),
  rates: Object.keys(rateContent),
}

/** `records`: how many came back with it, itself included. `left`: items of its outline whose insights or metrics are gone, or evidence and highlights. */
export type RestoredVersion = { id: RecordId; records: number; left: number; links?: LinksLeft }

export const restoreVersion = defineCommand(
  'Puts a record back as the change `seq` left it; one that was deleted for good comes back with the highlights, evidence and figures that it had then.',
  z.strictObject({ id: removableId, seq: z.int().min(1) }),
  (notebook, { id, seq }): RestoredVersion => {
    const past = notebook.facts.past ?? []
    const wanted = past.find((record) => record.id === id)
    if (!wanted) throw new Refusal('not-found', `nothing is kept of ${id} as change ${seq} left it`)
    return notebook.head(tableOf(id), id) ? putOver(notebook, wanted) : putBack(notebook, wanted, past)
  },
  { linksTo: ({ id }, notebook) => (tableOf(id) === 'insights' ? notebook.head('insights', id)?.title : undefined) },
)

function putOver(notebook: Transaction, past: AnyRecord): RestoredVersion {
  const { id } = past
  const table = tableOf(id) as RestoredTable
  const { record, left } = withoutMissingItems(notebook, past)
  // The links to an insight follow its title back, as they followed it when it changed.
  const title = 'body' in record && notebook.need('insights', id).title !== record.title ? record.title : undefined
  const followed = title === undefined ? undefined : renameWithLinks(notebook, id as RecordId<'insight'>, title)
  notebook.update(table, id, undefined, (draft) => {
    for (const field of contentOf[table]) {
      const value = (record as unknown as Fields)[field]
      if (value === undefined) delete (draft as Fields)[field]
      else (draft as Fields)[field] = value
    }
    delete draft.removedAt
  })
  return { id, records: 1, left, ...(followed?.left ? { links: followed.left } : {}) }
}

/** In the order given: what others refer to comes before them. What refers to something that is gone all the same stays gone. */
function putBack(notebook: Transaction, wanted: AnyRecord, past: readonly AnyRecord[]): RestoredVersion {
  let [records, left] = [0, 0]
  for (const each of past) {
    const table = tableOf(each.id)
    if (notebook.head(table, each.id)) continue
    const { record, left: leftItems } = withoutMissingItems(notebook, each)
    const missing = referencesOf({ table, id: record.id, after: record } as never).find((id) => !notebook.head(tableOf(id), id))
    if (missing && each === wanted)
      throw new Refusal('not-found', `${wanted.id} cannot come back without ${missing}, which was deleted: restore that first`)
    left += leftItems + (missing ? 1 : 0)
    if (missing) continue
    const { removedAt: _, ...there } = record as RecordOf<'insights'>
    notebook.restore(table, there as RecordOf<TableName>)
    records += 1
  }
  return { id: wanted.id, records, left }
}

function withoutMissingItems(notebook: Transaction, record: AnyRecord): { record: AnyRecord; left: number } {
  if (!('outline' in record)) return { record, left: 0 }
  const outline = record.outline.filter((item) => {
    const named = recordNamedBy(item)
    return named === undefined || notebook.head(tableOf(named), named) !== undefined
  })
  return { record: { ...record, outline }, left: record.outline.length - outline.length }
}

type Fields = { [field: string]: unknown }

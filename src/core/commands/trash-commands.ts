// Removing, restoring and deleting for good, alike for every table that has a trash.

import { z } from 'zod'
import { idOf, type RecordId, type RecordKind, type RemovableId, removableId } from '../records/record-id.ts'
import { recordNamedBy } from '../records/report.ts'
import { type AnyRecord, type TableName, tableOf } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { Refusal } from '../store/refusal.ts'
import type { Transaction } from '../store/transaction.ts'
import { defineCommand } from './define-command.ts'
import { takeOutOfLedger } from './take-out-of-ledger.ts'

export const tablesWithTrash = ['insights', 'sources', 'highlights', 'evidence', 'entities', 'reports', 'figures', 'metrics', 'rates'] as const
type RemovableKind = RemovableId extends `${infer Kind}:${string}` ? (Kind extends RecordKind ? Kind : never) : never
type TableWithTrash = (typeof tablesWithTrash)[number]

const ids = z.array(removableId).min(1).max(100_000)
const someIds = z.strictObject({ ids })
/** `confirmed`: the caller knows that more than half of a table goes (`guard-removals.ts`). */
const confirmed = z.boolean().optional()
const someIdsToRemove = z.strictObject({ ids, confirmed })

/** `insight.remove {id}`, `source.remove {id}` … */
export function defineRemoval<Kind extends RemovableKind>(kind: Kind) {
  return defineCommand(`Moves one ${kind} to the trash.`, z.strictObject({ id: idOf(kind), rev: z.int().optional() }), (notebook, { id, rev }) => {
    setRemoved(notebook, id, rev, notebook.facts.at)
    return { id }
  })
}

export const removeMany = defineCommand('Moves several records to the trash in one step.', someIdsToRemove, (notebook, { ids }) => {
  for (const id of ids) setRemoved(notebook, id, undefined, notebook.facts.at)
  return { count: ids.length }
})

export const restoreMany = defineCommand('Takes records out of the trash.', someIds, (notebook, { ids }) => {
  for (const id of ids) setRemoved(notebook, id, undefined, undefined)
  return { count: ids.length }
})

export const deleteMany = defineCommand(
  'Deletes records of the trash for good, with the highlights, evidence and figures that hang on them; only history keeps them.',
  someIdsToRemove,
  (notebook, { ids }) => {
    for (const id of ids) {
      const record = notebook.head(tableOf(id) as TableWithTrash, id)
      if (record && record.removedAt === undefined) throw new Refusal('invalid', `${id} is not in the trash: remove it first`)
    }
    // What is gone already, also as a dependent of an earlier one, needs no deleting.
    for (const id of ids) if (notebook.head(tableOf(id), id)) deleteWithDependents(notebook, id)
    return { count: ids.length }
  },
)

export const emptyTrash = defineCommand('Deletes everything in the trash for good.', z.strictObject({ confirmed }), (notebook) => {
  const ids = tablesWithTrash.flatMap((table) =>
    [...notebook.heads(table)].filter((record) => record.removedAt !== undefined).map((record) => record.id),
  )
  for (const id of ids) if (notebook.head(tableOf(id), id)) deleteWithDependents(notebook, id)
  return { count: ids.length }
})

function setRemoved(notebook: Transaction, id: RecordId, rev: number | undefined, at: string | undefined): void {
  notebook.update(tableOf(id) as TableWithTrash, id, rev, (record) => {
    if (at === undefined) delete record.removedAt
    else record.removedAt ??= at
  })
}

function deleteWithDependents(notebook: Transaction, id: RecordId): void {
  for (const dependent of dependentsOf(notebook, id)) if (notebook.head(tableOf(dependent), dependent)) deleteWithDependents(notebook, dependent)
  takeOutOfReports(notebook, id)
  takeOutOfKin(notebook, id)
  takeOutOfLedger(notebook, id)
  const table: TableName = tableOf(id)
  if (table === 'sources') removeUnusedTexts(notebook, id)
  else notebook.remove(table, id)
}

function dependentsOf(notebook: NotebookView, id: RecordId): RecordId[] {
  const lists: readonly AnyRecord[][] = [
    notebook.by('highlightsBySource', id),
    notebook.by('evidenceBySource', id),
    notebook.by('figuresBySource', id),
    notebook.by('evidenceByHighlight', id),
    notebook.by('evidenceByInsight', id),
  ]
  return lists.flat().map((record) => record.id)
}

function takeOutOfReports(notebook: Transaction, id: RecordId): void {
  for (const report of [...notebook.by('reportsByInsight', id), ...notebook.by('reportsByMetric', id)]) {
    notebook.update('reports', report.id, undefined, (draft) => {
      draft.outline = draft.outline.filter((item) => recordNamedBy(item) !== id)
    })
  }
}

function takeOutOfKin(notebook: Transaction, id: RecordId): void {
  for (const other of notebook.by('sourcesByKin', id)) {
    notebook.update('sources', other.id, undefined, (draft) => {
      const kin = draft.kin?.filter(({ source }) => source !== id) ?? []
      if (kin.length > 0) draft.kin = kin
      else delete draft.kin
    })
  }
}

function removeUnusedTexts(notebook: Transaction, id: RecordId): void {
  const { revisions } = notebook.need('sources', id as RecordId<'source'>)
  notebook.remove('sources', id)
  for (const { text } of revisions) {
    if (notebook.head('texts', text) && notebook.by('sourcesByText', text).length === 0) notebook.remove('texts', text)
  }
}

// Back to a backup as one commit: what is there now stays in the history, and one undo takes the restoring back.

import { z } from 'zod'
import { idOf, type RecordId, removableId } from '../records/record-id.ts'
import type { AnyRecord, TableName } from '../records/tables.ts'
import { Refusal } from '../store/refusal.ts'
import { sameContent } from '../store/same-content.ts'
import type { Transaction } from '../store/transaction.ts'
import { defineCommand } from './define-command.ts'

const recordId = z.union([removableId, idOf('text')])

export const restoreBackup = defineCommand(
  'Brings the notebook, or some of its records, back to what a backup has; what came since goes out of its tables, and stays in the history.',
  z.strictObject({
    /** Its name, the beginning of it, or `newest`. */
    backup: z.string().min(1).max(100),
    /** These records alone; nothing is removed then. */
    only: z.array(recordId).min(1).max(100_000).optional(),
    confirmed: z.boolean().optional(),
  }),
  (notebook, { backup }) => {
    const past = notebook.facts.brought
    if (!past) throw new Refusal('not-found', `no backup ${JSON.stringify(backup)} can be opened here`)
    let brought = 0
    // Texts first, and last where they go: undo runs the other way round, and a text goes only when no source has it any more.
    for (const { table, record } of textsFirst(past.put)) {
      if (sameContent(readOrNone(notebook, table, record.id), record)) continue
      notebook.restore(table, record as never)
      brought += 1
    }
    let removed = 0
    for (const { table, id } of textsFirst(past.remove).reverse()) {
      if (!notebook.head(table, id)) continue
      notebook.remove(table, id)
      removed += 1
    }
    return { brought, removed }
  },
)

function textsFirst<Entry extends { table: TableName }>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((one, other) => Number(other.table === 'texts') - Number(one.table === 'texts'))
}

/** What is damaged now differs from anything. */
function readOrNone(notebook: Transaction, table: TableName, id: RecordId): AnyRecord | undefined {
  try {
    return notebook.get(table, id)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

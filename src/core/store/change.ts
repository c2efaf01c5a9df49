// One form of change for disk, indexes, undo, history and windows (after tldraw's RecordsDiff): whole records, so that replaying twice is harmless.

import type { RecordId } from '../records/record-id.ts'
import type { AnyRecord, RecordOf, TableName } from '../records/tables.ts'

/** `before` is absent where the record is new, `after` where it is gone for good. */
export type RecordChange<Table extends TableName = TableName> = Table extends TableName
  ? { table: Table; id: RecordId; before?: RecordOf<Table> | undefined; after?: RecordOf<Table> | undefined }
  : never

/** A numbered group of changes made durable together. `at` is the writer's clock; order comes from `seq` alone. */
export type Commit = {
  seq: number
  at: string
  /** Who sent the command: a window, a terminal, a clipper. Undo is per actor. */
  actor: string
  command: string
  /** The import that the commit belongs to: all commits of one are undone together. */
  batch?: string
  changes: RecordChange[]
}

/** A commit as the journal keeps it: `after: null` says that the record is gone. */
export type StoredCommit = Omit<Commit, 'changes'> & { changes: { table: TableName; id: RecordId; after: AnyRecord | null }[] }

export function toStoredCommit(commit: Commit): StoredCommit {
  return { ...commit, changes: commit.changes.map(({ table, id, after }) => ({ table, id, after: after ?? null })) }
}

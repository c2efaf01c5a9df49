// What a window and a terminal are told of a backup.

/** Why a backup was made: by the clock, because somebody asked, or before something that changes much. */
export const backupReasons = [
  'automatic',
  'asked',
  'before import',
  'before migration',
  'before bulk change',
  'before restore',
  'before repair',
] as const
export type BackupReason = (typeof backupReasons)[number]

export const countedTables = ['insights', 'sources', 'highlights', 'evidence', 'entities', 'reports', 'figures', 'metrics'] as const
export type CountedTable = (typeof countedTables)[number]
export type RecordCounts = { readonly [Table in CountedTable]: number }

/** One backup, in one place or in both. */
export type BackupDescription = {
  name: string
  at: string
  reason: BackupReason
  /** The last change that it holds. */
  seq: number
  title: string
  /** Where the notebook lay then. */
  folder: string
  counts: RecordCounts
  /** Of the notebook's files as they lay there; pieces that backups share are stored once. */
  bytes: number
  /** What was damaged already when it was made, in words. */
  damage: string[]
  verifiedAt: string
  places: { kind: 'inside' | 'outside'; folder: string }[]
}

/** What the status bar and the list of backups follow. */
export type BackupState = {
  isRunning: boolean
  last: { name: string; at: string; seq: number } | undefined
  /** Why the last one failed, in words; gone once one succeeds. */
  problem: string | undefined
}

// Opens a backup as the notebook that it is of: to prove that it can be, and to read what it holds.

import { type CountedTable, countedTables, type RecordCounts } from '../../core/backups/backup.ts'
import type { TableMap } from '../../core/store/tables.ts'
import { Breather } from '../storage/breather.ts'
import { DamageLog } from '../storage/damage.ts'
import { type LoadedNotebook, loadNotebook, releasedSteps, type SchemaSteps } from '../storage/load-notebook.ts'
import type { RecordTables } from '../storage/read-records.ts'
import { backupFileSystem, backupRoot } from './backup-file-system.ts'
import type { BackedUpFile } from './backup-head.ts'
import type { BackupStore } from './backup-store.ts'

export type OpenedBackup = LoadedNotebook & { damage: DamageLog; files: readonly BackedUpFile[] }

/** Whoever opens it closes `bodyFiles`. Rejects where a piece of its records or journals is damaged. */
export async function openBackup(store: BackupStore, files: readonly BackedUpFile[], steps: SchemaSteps = releasedSteps): Promise<OpenedBackup> {
  const fileSystem = backupFileSystem(store, files)
  const damage = new DamageLog(fileSystem, backupRoot, false)
  return { ...(await loadNotebook(fileSystem, backupRoot, damage, { steps })), damage, files }
}

/** Records that are not in the trash. */
export async function countRecords(tables: RecordTables): Promise<RecordCounts> {
  const breather = new Breather()
  const counts = Object.fromEntries(countedTables.map((table) => [table, 0])) as { [Table in CountedTable]: number }
  for (const table of countedTables) {
    const records: TableMap | undefined = tables.get(table)
    // As they lie: making each of them whole, or finding it by its id, would hold the event loop for a table of 100,000.
    for (const record of records?.heads?.() ?? records?.values() ?? []) {
      if (breather.isDue) await breather.pause()
      if (('removedAt' in record ? record.removedAt : undefined) === undefined) counts[table] += 1
    }
  }
  return counts
}

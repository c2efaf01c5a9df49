// What restoring a backup in place would do, in numbers: so that whoever asks for it knows before.

import { type CountedTable, countedTables } from '../../core/backups/backup.ts'
import type { BackupComparison } from '../../core/contract/questions.ts'
import type { SchemaSteps } from '../storage/load-notebook.ts'
import type { BackupKeeper } from './backup-keeper.ts'
import { chooseBackup } from './find-backups.ts'
import { openBackup } from './open-backup.ts'
import { readPast } from './read-past.ts'
import { damagedBodies, type Restorable } from './run-restore.ts'

/** Throws `not-found` where the backup is gone or cannot be read. */
export async function compareBackup(
  notebook: Pick<Restorable, 'tables' | 'scanBodies'> & { keeper: BackupKeeper; steps: SchemaSteps },
  wanted: string,
): Promise<BackupComparison> {
  const chosen = await chooseBackup(await notebook.keeper.found(), wanted)
  const opened = await openBackup(chosen.store, chosen.files, notebook.steps)
  try {
    const past = await readPast(notebook.tables, opened, { damaged: await damagedBodies(notebook, undefined) })
    const counted = (table: string): table is CountedTable => (countedTables as readonly string[]).includes(table)
    const comparison: BackupComparison = { comesBack: [], changesBack: [], goes: [] }
    const add = (list: [CountedTable, number][], table: string) => {
      if (!counted(table)) return
      const held = list.find(([name]) => name === table)
      if (held) held[1] += 1
      else list.push([table, 1])
    }
    for (const { table, record } of past.put) add(notebook.tables.head(table, record.id) ? comparison.changesBack : comparison.comesBack, table)
    for (const { table } of past.remove) add(comparison.goes, table)
    return comparison
  } finally {
    await opened.bodyFiles.close()
  }
}

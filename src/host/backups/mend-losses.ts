// Puts back into a loaded notebook what backups still have of what it lost; for `check --repair`, which writes it anew afterwards.

import { isTableName } from '../../core/records/tables.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import type { FileSystem } from '../storage/file-system.ts'
import type { LoadedNotebook } from '../storage/load-notebook.ts'
import type { Losses } from './find-losses.ts'
import { bringBackFiles } from './restore-folder.ts'

/** What was brought back, a sentence each. Every piece was checked by its hash when it was read. */
export async function mendLosses(fileSystem: FileSystem, folder: string, { document }: LoadedNotebook, losses: Losses): Promise<string[]> {
  const mended: string[] = []
  for (const { table, record, from } of losses.records) {
    document.tables.get(table)?.set(record.id, record)
    mended.push(`${record.id} was brought back from the backup ${from.backup}`)
  }
  const insights = document.tables.get('insights')
  for (const { id, held } of losses.bodies) {
    const insight = insights?.get(id)
    if (!held || !insight) continue
    insights?.set(id, { ...insight, body: held.body } as StoredRecord)
    mended.push(`the body of ${id} was brought back from the backup ${held.backup}`)
  }
  for (const { seq, commit, from } of losses.commits.toSorted((one, other) => one.seq - other.seq)) {
    if (!commit || !from) continue
    for (const { table, id, after } of commit.changes) {
      const map = isTableName(table) ? document.tables.get(table) : undefined
      // Commits hold whole records: what a later one touched is as that one left it.
      if ((losses.touched.get(id) ?? 0) > seq) continue
      if (after === null) map?.delete(id)
      else map?.set(id, after as StoredRecord)
    }
    document.seq = Math.max(document.seq, seq)
    mended.push(`change ${seq} was brought back from the backup ${from.backup}`)
  }
  for (const { path, held } of losses.files) {
    if (!held) continue
    await bringBackFiles(fileSystem, held, folder, (each) => each === path)
    mended.push(`${path} was brought back from the backup ${held.head.name}`)
  }
  return mended
}

// Reads every backup back: a backup that cannot be restored is worth knowing while the notebook is still there.

import { join } from 'node:path'
import { headFile } from './backup-head.ts'
import type { BackupStore } from './backup-store.ts'
import type { FoundBackup } from './find-backups.ts'

type Add = (where: string, message: string) => void

/** `nameOf` says how a file of a store is called in findings. Each piece is read once, however many backups share it. */
export async function checkBackups(
  found: readonly FoundBackup[],
  stores: readonly BackupStore[],
  nameOf: (path: string) => string,
  add: Add,
): Promise<void> {
  for (const store of stores) {
    for (const name of await store.damagedHeads())
      add(nameOf(join(store.folder, name)), `${nameOf(join(store.folder, name))} is damaged: this backup is lost`)
    const seen = new Map<string, boolean>()
    for (const { head } of found.filter((one) => one.store.folder === store.folder)) {
      const files = await store.filesOf(head)
      const where = nameOf(join(store.folder, headFile(head.name)))
      if (!files) {
        add(where, `the list of files of the backup ${head.name} is damaged: it cannot be restored from ${store.folder}`)
        continue
      }
      const damaged: string[] = []
      for (const { path, pieces } of files) {
        for (const piece of pieces) {
          if (!seen.has(piece)) seen.set(piece, await store.pieces.isWhole(piece, { fresh: true }))
          if (!seen.get(piece)) damaged.push(path)
        }
      }
      if (damaged.length > 0)
        add(where, `the backup ${head.name} is damaged: ${[...new Set(damaged)].slice(0, 5).join(', ')} cannot be restored from it`)
    }
  }
}

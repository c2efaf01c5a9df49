// Makes damaged backups whole again with the pieces of another place; one that cannot be is set aside, and is on no list any more.

import { join } from 'node:path'
import type { FileSystem } from '../storage/file-system.ts'
import { type BackupHead, headFile } from './backup-head.ts'
import type { BackupStore } from './backup-store.ts'

/** What was done, a sentence each. */
export async function mendBackups(fileSystem: FileSystem, stores: readonly BackupStore[]): Promise<string[]> {
  const done: string[] = []
  for (const store of stores) {
    await store.whileLocked(async () => {
      const others = stores.filter((other) => other !== store)
      for (const name of await store.damagedHeads()) done.push(await setAside(fileSystem, store, name))
      for (const head of await store.heads()) {
        const isWhole = await mend(store, head, others)
        if (isWhole === 'mended') done.push(`the backup ${head.name} in ${store.folder} was made whole from another place`)
        if (isWhole === 'lost') done.push(await setAside(fileSystem, store, headFile(head.name)))
      }
      await store.pieces.sync()
    })
  }
  return done
}

async function mend(store: BackupStore, head: BackupHead, others: readonly BackupStore[]): Promise<'whole' | 'mended' | 'lost'> {
  const list = await bringAll(store, head.list.pieces, others)
  const files = list === 'lost' ? undefined : await store.filesOf(head)
  if (!files) return 'lost'
  const rest = await bringAll(
    store,
    files.flatMap(({ pieces }) => pieces),
    others,
  )
  return rest === 'whole' ? list : rest
}

async function bringAll(store: BackupStore, pieces: readonly string[], others: readonly BackupStore[]): Promise<'whole' | 'mended' | 'lost'> {
  let result: 'whole' | 'mended' = 'whole'
  for (const piece of new Set(pieces)) {
    if (await store.pieces.isWhole(piece)) continue
    let bytes: Buffer | undefined
    for (const other of others) bytes ??= await other.pieces.read(piece)
    if (!bytes) return 'lost'
    await store.pieces.put(bytes)
    result = 'mended'
  }
  return result
}

async function setAside(fileSystem: FileSystem, store: BackupStore, name: string): Promise<string> {
  const aside = join(store.folder, 'damaged')
  await fileSystem.makeFolder(aside)
  await fileSystem.rename(join(store.folder, name), join(aside, name))
  await fileSystem.syncFolder(aside)
  await fileSystem.syncFolder(store.folder)
  return `${name} cannot be restored any more and was put into ${aside}`
}

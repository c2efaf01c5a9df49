// Makes one backup in one place: collect, read back, open, and only then give it its name.

import type { BackupReason } from '../../core/backups/backup.ts'
import type { FileSystem } from '../storage/file-system.ts'
import type { BackupHead } from './backup-head.ts'
import type { BackupStore } from './backup-store.ts'
import { collectFiles, type Earlier } from './collect-files.ts'
import type { Pin } from './pin-notebook.ts'
import type { Prover } from './prove-backup.ts'

export type BackupWish = {
  /** Of the notebook, by its true path. */
  folder: string
  pin: Pin
  reason: BackupReason
  name: string
  /** At least this, and more than that of every other in the store. */
  number: number
  at: string
  prove: Prover
  signal?: AbortSignal | undefined
}

/** Throws what the disk says; whatever was written until then is no backup, and is cleared away by the next one. */
export async function makeBackup(fileSystem: FileSystem, store: BackupStore, wish: BackupWish): Promise<BackupHead> {
  const { folder, pin, reason, name, at, prove, signal } = wish
  return store.whileLocked(async () => {
    const heads = await store.heads()
    const files = await collectFiles(fileSystem, folder, pin, store, await readEarlier(store, heads, folder), signal)
    const { seq, counts, damage } = await prove(fileSystem, store, files, signal)
    const { id, title, schema, generation, files: parts } = pin.manifest
    const number = Math.max(wish.number, 1 + Math.max(0, ...heads.map((head) => head.number)))
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    const list = await store.putList(files)
    const head: BackupHead = {
      format: 'footing backup',
      version: 1,
      name,
      number,
      notebook: id,
      title,
      folder,
      at,
      reason,
      schema,
      generation,
      records: parts.records.sha256,
      seq,
      bytes,
      counts,
      damage,
      verifiedAt: at,
      list,
    }
    signal?.throwIfAborted()
    await store.publish(head)
    await store.thin()
    return head
  })
}

/** The newest two that can be read: the newest may be of a damaged state, the one before it of a whole one. */
async function readEarlier(store: BackupStore, heads: readonly BackupHead[], folder: string): Promise<Earlier[]> {
  const own = heads.filter((head) => head.folder === folder)
  const newest = own.at(-1)
  const wholeOne = own.findLast(({ damage }) => damage.length === 0)
  const earlier: Earlier[] = []
  for (const head of new Set([newest, wholeOne])) {
    const files = head && (await store.filesOf(head))
    if (head && files) earlier.push({ head, files })
  }
  return earlier
}

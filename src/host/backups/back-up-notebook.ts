// Backs one moment of a notebook up in all its places; a place that fails does not keep the others from it.

import { randomBytes } from 'node:crypto'
import type { BackupDescription, BackupReason } from '../../core/backups/backup.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { releasedSteps } from '../storage/load-notebook.ts'
import { toRefusal } from '../storage/storage-refusal.ts'
import type { BackupHead } from './backup-head.ts'
import type { BackupPlace } from './backup-places.ts'
import { BackupStore } from './backup-store.ts'
import { describeBackups } from './find-backups.ts'
import { makeBackup } from './make-backup.ts'
import type { Pin } from './pin-notebook.ts'
import { type Prover, proverOf } from './prove-backup.ts'

export type BackupOutcome = {
  /** The backup that holds this moment now: a new one, or the one that had it already. Undefined where every place failed. */
  backup: BackupDescription | undefined
  isNew: boolean
  /** Why a place has none, a sentence each. */
  problems: string[]
}

export type BackUpOptions = {
  places: readonly PlacedStore[]
  folder: string
  pin: Pin
  /** Of the pinned moment, where it is known: a place whose newest backup is of this very change needs no other. */
  seq?: number | undefined
  reason: BackupReason
  now: () => string
  /** Which proves the backup; the released schema's, in this thread, if not told otherwise. */
  prove?: Prover | undefined
  signal?: AbortSignal | undefined
}

export type PlacedStore = BackupPlace & { store: BackupStore }

export function storesIn(fileSystem: FileSystem, places: readonly BackupPlace[]): PlacedStore[] {
  return places.map((place) => ({ ...place, store: new BackupStore(fileSystem, place.folder) }))
}

export async function backUpNotebook(fileSystem: FileSystem, options: BackUpOptions): Promise<BackupOutcome> {
  const { places, folder, pin, seq, reason, now, prove = proverOf(releasedSteps, undefined), signal } = options
  const at = now()
  const name = `${at.slice(0, 19).replace(/[^\w-]/g, '-')}Z-${randomBytes(3).toString('hex')}`
  const newest = await Promise.all(places.map(async ({ store }) => (await store.heads()).findLast((head) => head.folder === folder)))
  const number = 1 + Math.max(0, ...newest.map((head) => head?.number ?? 0))
  const made: { head: BackupHead; place: BackupPlace }[] = []
  const problems: string[] = []
  let isNew = false
  for (const [index, place] of places.entries()) {
    const held = newest[index]
    if (
      held &&
      seq !== undefined &&
      held.seq === seq &&
      held.notebook === pin.manifest.id &&
      held.damage.length === 0 &&
      (await isWhole(place.store, held))
    ) {
      made.push({ head: held, place })
      continue
    }
    try {
      made.push({ head: await makeBackup(fileSystem, place.store, { folder, pin, reason, name, number, at, prove, signal }), place })
      isNew = true
    } catch (error) {
      if (signal?.aborted) throw error
      problems.push(`no backup in ${place.folder}: ${sentenceOf(error)}`)
    }
  }
  const newestMade = made.filter(({ head }) => !isNew || head.name === name)
  return { backup: describeBackups(newestMade)[0], isNew, problems }
}

/** Everything that it needs is there, and was read back within the last day. */
async function isWhole(store: BackupStore, head: BackupHead): Promise<boolean> {
  const files = await store.filesOf(head)
  if (!files) return false
  for (const { pieces } of files) for (const piece of pieces) if (!(await store.pieces.isWhole(piece))) return false
  return true
}

function sentenceOf(error: unknown): string {
  const refusal = toRefusal(error, 'backing up')
  return refusal instanceof Error ? refusal.message : String(refusal)
}

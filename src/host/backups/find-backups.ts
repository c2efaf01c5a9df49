// The backups of a notebook from everywhere, one entry for what lies in both places; also where the notebook itself is gone.

import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BackupDescription } from '../../core/backups/backup.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { readManifest } from '../storage/manifest.ts'
import type { BackedUpFile, BackupHead } from './backup-head.ts'
import { type BackupPlace, backupPlaces, backupsFolder } from './backup-places.ts'
import { BackupStore } from './backup-store.ts'

export type FoundBackup = { head: BackupHead; place: BackupPlace; store: BackupStore }

/** By its true path, so that one notebook has one name, links or not; of a folder that is gone as it was written. */
export function trueBackupFolder(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return resolve(folder)
  }
}

/** Of the notebook at `folder`: by its id where that can be read, and by the folder that the backups name. Oldest first. */
export async function findBackups(fileSystem: FileSystem, folder: string, outside: string | undefined): Promise<FoundBackup[]> {
  const reading = await readManifest(fileSystem, folder).catch(() => ({ kind: 'missing' }) as const)
  const id = reading.kind === 'read' ? reading.manifest.id : undefined
  const path = trueBackupFolder(folder)
  const places: BackupPlace[] = [{ kind: 'inside', folder: join(path, backupsFolder) }]
  const others = outside === undefined ? [] : await fileSystem.list(outside).catch(() => [])
  for (const name of others) places.push({ kind: 'outside', folder: join(outside as string, name) })
  const own = id === undefined ? undefined : backupPlaces(folder, id, outside).at(-1)?.folder
  const found: FoundBackup[] = []
  for (const place of places) {
    const store = new BackupStore(fileSystem, place.folder)
    for (const head of await store.heads()) {
      const isOurs = place.kind === 'inside' || (id === undefined ? head.folder === path : place.folder === own)
      if (isOurs) found.push({ head, place, store })
    }
  }
  return found
}

/** Each place once. */
export function storesOf(found: readonly FoundBackup[]): BackupStore[] {
  return [...new Map(found.map(({ store }) => [store.folder, store])).values()]
}

/** In one folder of backups, wherever it lies: what `restore --from` is given. */
export async function findBackupsIn(fileSystem: FileSystem, storeFolder: string): Promise<FoundBackup[]> {
  const folders = [storeFolder, join(storeFolder, backupsFolder)]
  for (const folder of folders) {
    const store = new BackupStore(fileSystem, folder)
    const heads = await store.heads()
    if (heads.length > 0) return heads.map((head) => ({ head, place: { kind: 'outside', folder }, store }))
  }
  return []
}

/** Newest first. */
export function describeBackups(found: readonly { head: BackupHead; place: BackupPlace }[]): BackupDescription[] {
  const byName = new Map<string, { number: number; description: BackupDescription }>()
  for (const {
    head,
    place: { kind, folder: at },
  } of found) {
    // Only what is said of a place: some bring their store along.
    const place: BackupPlace = { kind, folder: at }
    const held = byName.get(head.name)
    if (held) held.description.places.push(place)
    else {
      const { name, number, at, reason, seq, title, folder, counts, bytes, damage, verifiedAt } = head
      byName.set(name, { number, description: { name, at, reason, seq, title, folder, counts, bytes, damage, verifiedAt, places: [place] } })
    }
  }
  return [...byName.values()].toSorted((one, other) => other.number - one.number).map(({ description }) => description)
}

/** By its name or the beginning of it, or `newest`; from a place where its list can be read. Throws `not-found`, `invalid` where two are meant. */
export async function chooseBackup(found: readonly FoundBackup[], wanted: string): Promise<FoundBackup & { files: readonly BackedUpFile[] }> {
  const newest = found.toSorted((one, other) => other.head.number - one.head.number)[0]?.head.name
  const name = wanted === 'newest' ? newest : wanted
  const fitting = name === undefined ? [] : found.filter(({ head }) => head.name === name || head.name.startsWith(name))
  const names = new Set(fitting.map(({ head }) => head.name))
  if (names.size === 0)
    throw new Refusal('not-found', `there is no backup ${JSON.stringify(wanted)}: \`footing backups DIR\` lists those that are there`)
  if (names.size > 1 && !names.has(name as string))
    throw new Refusal('invalid', `${wanted} is the beginning of ${names.size} backups: write more of it`)
  for (const one of fitting) {
    if (names.size > 1 && one.head.name !== name) continue
    const files = await one.store.filesOf(one.head)
    if (files) return { ...one, files }
  }
  throw new Refusal('not-found', `the list of files of ${wanted} is damaged: take another backup`)
}

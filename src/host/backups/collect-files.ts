// Brings the files of one moment of a notebook into a store of backups: what never changes is taken over from the backup before.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { unpackHistory } from '../history/unpack-history.ts'
import { historyFolder } from '../storage/archive-generation.ts'
import { codeOf } from '../storage/error-code.ts'
import type { FileSystem, OpenFile } from '../storage/file-system.ts'
import { manifestBytes } from '../storage/manifest.ts'
import type { BackedUpFile, BackupHead } from './backup-head.ts'
import type { BackupStore } from './backup-store.ts'
import { cutPieces } from './cut-pieces.ts'
import type { Pin } from './pin-notebook.ts'

export type Earlier = { head: BackupHead; files: readonly BackedUpFile[] }
type Wanted = { path: string; bytes?: number | undefined; isHashed?: boolean; sha256?: string }

/** Files whose names say their hash, or that are never written again; what the window can make anew (`cache/`) is not among them. */
const folders = ['texts', 'files', historyFolder, 'quarantine'] as const
const hashName = /^([0-9a-f]{64})(?:\.reading)?\.[^.]+$/
const temporary = /\.tmp-[0-9a-f]{12}$/
/** Waiting for the disk several times at once: a first backup writes a file for every text. */
const atOnce = 4

/** Stops between two files where `signal` is aborted, by rejecting with its reason. */
export async function collectFiles(
  fileSystem: FileSystem,
  folder: string,
  pin: Pin,
  store: BackupStore,
  earlier: readonly Earlier[],
  signal?: AbortSignal,
): Promise<BackedUpFile[]> {
  const known = new Map<string, BackedUpFile>()
  for (const { files } of earlier) for (const file of files) known.set(file.path, file)
  const isSameSnapshot = earlier.some(({ head }) => head.generation === pin.manifest.generation && head.records === pin.manifest.files.records.sha256)
  const wanted = await listWanted(fileSystem, folder, pin, isSameSnapshot)
  const found: (BackedUpFile | undefined)[] = []
  const unpacked = new Unpacked(fileSystem, folder)
  let next = 0
  const take = async () => {
    for (let index = next++; index < wanted.length; index = next++) {
      signal?.throwIfAborted()
      const file = wanted[index] as Wanted
      const held = known.get(file.path)
      found[index] =
        held && isUnchanged(file, held) && (await areWhole(store, held)) ? held : await bring(fileSystem, folder, file, held, store, unpacked)
    }
  }
  try {
    // One after the other where it fails: a pool of promises that go on writing after the first failure would write into a released store.
    const results = await Promise.allSettled(Array.from({ length: atOnce }, take))
    const failed = results.find((result) => result.status === 'rejected')
    if (failed) throw failed.reason
  } finally {
    await unpacked.remove()
  }
  const manifest = await store.pieces.put(manifestBytes(pin.manifest))
  const manifestFile = { path: 'notebook.json', bytes: manifestBytes(pin.manifest).length, sha256: manifest, pieces: [manifest] }
  // In the order in which they were listed, which is the same in every backup: lists then share their pieces.
  return [manifestFile, ...found.filter((file) => file !== undefined)]
}

async function listWanted(fileSystem: FileSystem, folder: string, { manifest, journalBytes }: Pin, isSameSnapshot: boolean): Promise<Wanted[]> {
  const { records, bodies, journals } = manifest.files
  const wanted: Wanted[] = [
    { path: records.name, bytes: records.bytes, isHashed: isSameSnapshot },
    { path: bodies.name, bytes: bodies.bytes, isHashed: isSameSnapshot, sha256: bodies.sha256 },
  ]
  for (const { name } of journals) wanted.push({ path: name, bytes: journalBytes.get(name) })
  for (const name of folders) {
    for (const file of (await fileSystem.list(join(folder, name)).catch(() => [])).sort()) {
      if (temporary.test(file) || (name === 'quarantine' && !file.includes('-'))) continue
      const sha256 = name === 'texts' && file.endsWith('.md') ? hashName.exec(file)?.[1] : name === 'files' ? hashName.exec(file)?.[1] : undefined
      const bytes = await fileSystem.sizeOf(join(folder, name, file)).catch(() => undefined)
      wanted.push({ path: `${name}/${file}`, bytes, isHashed: true, ...(sha256 ? { sha256 } : {}) })
    }
  }
  return wanted
}

/** A damaged file keeps the bytes that an earlier backup has of it: it is the same file by its name, its generation or its hash. */
function isUnchanged({ bytes, isHashed, sha256, path }: Wanted, held: BackedUpFile): boolean {
  if (!isHashed) return false
  if (sha256 !== undefined) return held.sha256 === sha256
  return hashName.test(path.split('/').at(-1) ?? '') || held.bytes === bytes
}

async function areWhole(store: BackupStore, { pieces }: BackedUpFile): Promise<boolean> {
  for (const piece of pieces) if (!(await store.pieces.isWhole(piece))) return false
  return true
}

async function bring(
  fileSystem: FileSystem,
  folder: string,
  { path, bytes }: Wanted,
  held: BackedUpFile | undefined,
  store: BackupStore,
  unpacked: Unpacked,
): Promise<BackedUpFile | undefined> {
  const file = await openThere(fileSystem, folder, path, unpacked)
  // Gone from the notebook: what an earlier backup has of it is still it, if it is one of those that never change.
  if (!file) return held && path.includes('/') && (await areWhole(store, held)) ? held : undefined
  try {
    const hash = createHash('sha256')
    const pieces: string[] = []
    let length = 0
    for await (const piece of cutPieces(file, bytes ?? (await file.stat()).size)) {
      hash.update(piece)
      length += piece.length
      pieces.push(await store.pieces.put(piece))
    }
    return { path, bytes: length, sha256: hash.digest('hex'), pieces }
  } finally {
    await file.close()
  }
}

/** A generation may have gone into the history since the moment was pinned. */
async function openThere(fileSystem: FileSystem, folder: string, path: string, unpacked: Unpacked): Promise<OpenFile | undefined> {
  try {
    return await fileSystem.open(join(folder, path), 'r')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    if (path.includes('/')) return undefined
    return await unpacked.open(path)
  }
}

class Unpacked {
  readonly #fileSystem: FileSystem
  readonly #folder: string
  #history: ReturnType<typeof unpackHistory> | undefined

  constructor(fileSystem: FileSystem, folder: string) {
    this.#fileSystem = fileSystem
    this.#folder = folder
  }

  async open(name: string): Promise<OpenFile | undefined> {
    this.#history ??= unpackHistory(this.#fileSystem, this.#folder)
    try {
      return await this.#fileSystem.open(join(await (await this.#history).folderOf(name), name), 'r')
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
  }

  async remove(): Promise<void> {
    await (await this.#history)?.remove()
  }
}

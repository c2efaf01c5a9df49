// Files of a notebook that lie under other names (swapped, renamed by a sync program): known by their content, read where they are, put back by the writer.

import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { FileSystem } from './file-system.ts'
import type { JournalEntry, Manifest } from './manifest.ts'

/** What should be under `name`, and where it lies instead; both within the notebook's folder. */
export type Stray = { name: string; liesAt: string }

/** `covers`: how many bytes from its beginning the hash covers; `size`: of the whole file, where that is known. */
type Wanted = { name: string; covers: number; size: number | undefined; sha256: string }

const searchedFolders = ['', 'texts', 'files', 'cache', 'history', 'quarantine']

/** A few calls where everything is in its place. Every file is looked at only where one is missing or of another length. */
export async function findStrays(fileSystem: FileSystem, folder: string, manifest: Manifest): Promise<Stray[]> {
  const missing: Wanted[] = []
  // An empty file is not known by its content.
  for (const wanted of wantedOf(manifest))
    if (wanted.covers > 0 && !(await isInPlace(fileSystem, join(folder, wanted.name), wanted))) missing.push(wanted)
  if (missing.length === 0) return []
  const strays: Stray[] = []
  for (const within of searchedFolders) {
    for (const name of await fileSystem.list(join(folder, within)).catch(() => [])) {
      const liesAt = within === '' ? name : `${within}/${name}`
      for (const wanted of missing) {
        if (wanted.name === liesAt || strays.some((stray) => stray.name === wanted.name)) continue
        if (await isContent(fileSystem, join(folder, liesAt), wanted)) strays.push({ name: wanted.name, liesAt })
      }
    }
  }
  return strays
}

/** The same calls, with each stray read where it lies: for readers, who write nothing. */
export function readingStrays(fileSystem: FileSystem, folder: string, strays: readonly Stray[]): FileSystem {
  if (strays.length === 0) return fileSystem
  const places = new Map(strays.map(({ name, liesAt }) => [join(folder, name), join(folder, liesAt)]))
  const placeOf = (path: string) => places.get(path) ?? path
  return {
    ...fileSystem,
    open: (path, flags) => fileSystem.open(flags === 'wx' ? path : placeOf(path), flags),
    readFile: (path) => fileSystem.readFile(placeOf(path)),
    sizeOf: (path) => fileSystem.sizeOf(placeOf(path)),
    copyFile: (from, to) => fileSystem.copyFile(placeOf(from), to),
  }
}

/** Under the lock. What lay in a stray's place goes where the stray was, by way of quarantine/: killed in the midst, nothing is under no name. */
export async function putStraysBack(fileSystem: FileSystem, folder: string, strays: readonly Stray[]): Promise<void> {
  const left = strays.map((stray) => ({ ...stray }))
  for (let next = left.shift(); next; next = left.shift()) {
    const { name, liesAt } = next
    if (name === liesAt) continue
    await swap(fileSystem, folder, name, liesAt)
    // What lay in its place lies where it was now.
    for (const other of left) if (other.liesAt === name) other.liesAt = liesAt
  }
}

async function swap(fileSystem: FileSystem, folder: string, name: string, liesAt: string): Promise<void> {
  const [place, from] = [join(folder, name), join(folder, liesAt)]
  const aside = join(folder, 'quarantine', `${name}-out-of-place`)
  const isTaken = (await fileSystem.sizeOf(place)) !== undefined
  if (isTaken) {
    await fileSystem.makeFolder(dirname(aside))
    await fileSystem.rename(place, aside)
    await fileSystem.syncFolder(dirname(aside))
  }
  await fileSystem.rename(from, place)
  if (isTaken) await fileSystem.rename(aside, from)
  for (const touched of new Set([folder, dirname(from)])) await fileSystem.syncFolder(touched)
}

function wantedOf({ files, previous }: Manifest): Wanted[] {
  return [files, ...(previous ? [previous.files] : [])].flatMap(({ records, bodies, journals }) => [
    { name: records.name, covers: records.checksumsAt, size: records.bytes, sha256: records.sha256 },
    { name: bodies.name, covers: bodies.bytes, size: bodies.bytes, sha256: bodies.sha256 },
    ...journals.map(wantedJournal),
  ])
}

function wantedJournal({ name, bytes, sha256 }: JournalEntry): Wanted {
  return { name, covers: bytes, size: undefined, sha256 }
}

/** By what is quick to see: the length, and the first line of a journal. */
async function isInPlace(fileSystem: FileSystem, path: string, wanted: Wanted): Promise<boolean> {
  const size = await fileSystem.sizeOf(path)
  return wanted.size === undefined ? await isContent(fileSystem, path, wanted) : size === wanted.size
}

async function isContent(fileSystem: FileSystem, path: string, { covers, size, sha256 }: Wanted): Promise<boolean> {
  try {
    const found = await fileSystem.sizeOf(path)
    if (found === undefined || found < covers || (size !== undefined && found !== size)) return false
    return (await hashOf(fileSystem, path, covers)) === sha256
  } catch {
    // A folder, or a file that cannot be read: not what is looked for.
    return false
  }
}

const pieceSize = 1024 * 1024

async function hashOf(fileSystem: FileSystem, path: string, length: number): Promise<string> {
  const hash = createHash('sha256')
  const file = await fileSystem.open(path, 'r')
  try {
    const piece = Buffer.allocUnsafe(Math.min(pieceSize, Math.max(1, length)))
    for (let position = 0; position < length; ) {
      const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, length - position), position)
      if (bytesRead === 0) break
      hash.update(piece.subarray(0, bytesRead))
      position += bytesRead
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

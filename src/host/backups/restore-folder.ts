// Lays a backup out as a notebook in a folder of its own, which appears whole or not at all.

import { createHash, randomBytes } from 'node:crypto'
import { rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Refusal } from '../../core/store/refusal.ts'
import { publishDurably, writeAll } from '../storage/durable-file.ts'
import { codeOf } from '../storage/error-code.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { generationFile, manifestName } from '../storage/generation-names.ts'
import type { BackedUpFile, BackupHead } from './backup-head.ts'
import type { BackupStore } from './backup-store.ts'
import type { FoundBackup } from './find-backups.ts'

type Chosen = FoundBackup & { files: readonly BackedUpFile[] }

/** Refused with `exists` where the folder holds anything, with `not-found` where a file of the backup is damaged. */
export async function restoreToFolder(fileSystem: FileSystem, chosen: Chosen, folder: string): Promise<void> {
  const target = resolve(folder)
  const isThere = await refuseUsedFolder(fileSystem, target)
  const building = join(dirname(target), `.${basename(target)}.restoring-${randomBytes(4).toString('hex')}`)
  await fileSystem.makeFolder(building)
  try {
    await layOut(fileSystem, chosen, building)
    if (isThere) await rmdir(target)
    await fileSystem.rename(building, target)
    await fileSystem.syncFolder(dirname(target))
  } catch (error) {
    await rm(building, { recursive: true, force: true })
    throw error
  }
}

/**
 * Into the folder of a notebook that does not open any more, for the holder of its lock. What was left of it goes to `quarantine/`, nothing is thrown
 * away; `notebook.json` comes last, so that a stop on the way leaves a folder to which it can be restored again. Resolves with where the rest lies.
 */
export async function restoreOverRuins(fileSystem: FileSystem, chosen: Chosen, folder: string, at: string): Promise<string> {
  const aside = join('quarantine', `before-restore-${at.replace(/[^\w-]/g, '-')}`)
  await fileSystem.makeFolder(join(folder, aside))
  for (const name of await fileSystem.list(folder)) {
    const isOld = name === manifestName || /^(records|bodies|journal)-\d+\.ndjson$/.test(name)
    if (isOld) await fileSystem.rename(join(folder, name), join(folder, aside, name))
  }
  await fileSystem.syncFolder(folder)
  await layOut(fileSystem, chosen, folder)
  return aside
}

/** Writes the files of a backup that are missing in the notebook or not what they should be; those of `paths` alone where it is given. */
export async function bringBackFiles(fileSystem: FileSystem, chosen: Chosen, folder: string, isWanted: (path: string) => boolean): Promise<number> {
  let count = 0
  for (const file of chosen.files) {
    if (!isWanted(file.path)) continue
    const path = join(folder, file.path)
    const isSame = (await fileSystem.sizeOf(path)) === file.bytes && hashOf(await fileSystem.readFile(path)) === file.sha256
    if (isSame) continue
    await fileSystem.makeFolder(dirname(path))
    await writeFile(fileSystem, chosen, file, path)
    await fileSystem.syncFolder(dirname(path))
    count += 1
  }
  return count
}

async function layOut(fileSystem: FileSystem, chosen: Chosen, folder: string): Promise<void> {
  for (const name of ['texts', 'files', 'history', 'backups', 'cache']) await fileSystem.makeFolder(join(folder, name))
  const folders = new Set([folder])
  for (const file of inOrder(chosen.files, chosen.head)) {
    const path = join(folder, file.path)
    if (!folders.has(dirname(path))) await fileSystem.makeFolder(dirname(path))
    folders.add(dirname(path))
    const isThere = (await fileSystem.sizeOf(path)) === file.bytes && hashOf(await fileSystem.readFile(path)) === file.sha256
    if (!isThere) await writeFile(fileSystem, chosen, file, path)
  }
  for (const each of folders) await fileSystem.syncFolder(each)
}

/** Records make a notebook even without `notebook.json`: they come when all that they need is there. */
function inOrder(files: readonly BackedUpFile[], head: BackupHead): BackedUpFile[] {
  const rank = ({ path }: BackedUpFile) => (path === manifestName ? 2 : path === generationFile('records', head.generation) ? 1 : 0)
  return files.toSorted((one, other) => rank(one) - rank(other))
}

async function writeFile(fileSystem: FileSystem, { store, head }: Chosen, file: BackedUpFile, path: string): Promise<void> {
  await publishDurably(fileSystem, path, async (output) => {
    const hash = createHash('sha256')
    let written = 0
    for (const piece of file.pieces) {
      const bytes = await pieceOf(store, piece, file.path, head)
      hash.update(bytes)
      await writeAll(output, bytes, written)
      written += bytes.length
    }
    if (written !== file.bytes || hash.digest('hex') !== file.sha256) throw damaged(file.path, head)
  })
}

async function pieceOf(store: BackupStore, piece: string, path: string, head: BackupHead): Promise<Buffer> {
  const bytes = await store.pieces.read(piece)
  if (!bytes) throw damaged(path, head)
  return bytes
}

function damaged(path: string, { name }: BackupHead): Refusal {
  return new Refusal('not-found', `${path} is damaged in the backup ${name}: take the one from another place, or another backup`)
}

async function refuseUsedFolder(fileSystem: FileSystem, folder: string): Promise<boolean> {
  try {
    if ((await fileSystem.list(folder)).length > 0) throw new Refusal('exists', `${folder} is not empty: a notebook is restored into a new folder`)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    if (codeOf(error) === 'ENOTDIR') throw new Refusal('exists', `${folder} is a file: a notebook needs a folder`)
    throw error
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

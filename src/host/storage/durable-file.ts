// A file appears whole or not at all: a temporary name of its own, fsync, rename, fsync of the folder.

import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { FileSystem, OpenFile } from './file-system.ts'

const temporaryName = /\.tmp-[0-9a-f]{12}$/

/** Unique for every call: two writers of the same hash-named file must not write into each other's. */
export function temporaryPath(path: string): string {
  return `${path}.tmp-${randomBytes(6).toString('hex')}`
}

/** Resolves once content and name of the file are durable. */
export async function writeDurably(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await publishDurably(fileSystem, path, (file) => writeAll(file, bytes, 0))
  await fileSystem.syncFolder(dirname(path))
}

/** As `writeDurably` without the folder's fsync, for callers that publish several files and sync once. */
export async function publishDurably(fileSystem: FileSystem, path: string, write: (file: OpenFile) => Promise<void>): Promise<void> {
  const temporary = temporaryPath(path)
  const file = await fileSystem.open(temporary, 'wx')
  try {
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await fileSystem.rename(temporary, path)
  } catch (error) {
    await fileSystem.unlink(temporary).catch(() => {})
    throw error
  }
}

/** A write may take less than it was given (a signal, a nearly full disk): go on until all is taken or it fails. */
export async function writeAll(file: Pick<OpenFile, 'write'>, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}

export function isTemporary(name: string): boolean {
  return temporaryName.test(basename(name))
}

/** Clears what a killed process left behind. Only for the holder of the lock: others may be writing theirs. */
export async function removeTemporaryFiles(fileSystem: FileSystem, folder: string): Promise<void> {
  for (const name of await fileSystem.list(folder).catch(() => [])) {
    if (isTemporary(name)) await fileSystem.unlink(join(folder, name)).catch(() => {})
  }
}

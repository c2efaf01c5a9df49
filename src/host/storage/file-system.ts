// The few file calls that storage makes, as one value that is handed in: tests put a slow or failing disk in its place.

import { readSync } from 'node:fs'
import { copyFile, type FileHandle, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { codeOf } from './error-code.ts'
import { retryWhileShared } from './retry-while-shared.ts'

export type OpenFile = Pick<FileHandle, 'fd' | 'read' | 'write' | 'datasync' | 'sync' | 'truncate' | 'stat' | 'close'>

export type FileSystem = {
  /** Files are made with 0600: a notebook is its owner's alone. */
  open: (path: string, flags: 'r' | 'r+' | 'wx') => Promise<OpenFile>
  /** For single bodies (microseconds from the page cache); everything larger is read asynchronously. */
  readSync: (fd: number, buffer: Uint8Array, offset: number, length: number, position: number) => number
  readFile: (path: string) => Promise<Buffer<ArrayBuffer>>
  /** Makes the folder and those above it with 0700, their names durable. */
  makeFolder: (path: string) => Promise<void>
  list: (path: string) => Promise<string[]>
  rename: (from: string, to: string) => Promise<void>
  unlink: (path: string) => Promise<void>
  copyFile: (from: string, to: string) => Promise<void>
  /** The length in bytes, or undefined where there is no such file. */
  sizeOf: (path: string) => Promise<number | undefined>
  /** Makes the names in a folder durable: without it a renamed file can be gone after a power cut (fsync(2)). */
  syncFolder: (path: string) => Promise<void>
}

export const nodeFileSystem: FileSystem = {
  // Readable as well: what was written is read back before it gets its name.
  open: (path, flags) => open(path, flags === 'wx' ? 'wx+' : flags, 0o600),
  readSync,
  readFile: (path) => readFile(path) as Promise<Buffer<ArrayBuffer>>,
  makeFolder: (path) => makeFolders(resolve(path)),
  list: (path) => readdir(path),
  rename: process.platform === 'win32' ? (from, to) => retryWhileShared(() => rename(from, to)) : rename,
  unlink: process.platform === 'win32' ? (path) => retryWhileShared(() => unlink(path)) : unlink,
  copyFile: (from, to) => copyFile(from, to),
  sizeOf: async (path) => {
    try {
      return (await stat(path)).size
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
  },
  syncFolder: async (path) => {
    // Windows cannot open a folder for this, and its file systems journal names themselves.
    if (process.platform === 'win32') return
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
}

// Not mkdir's `recursive`: that never comes back where a folder is there and takes no other, as /proc (Node 24.21).
async function makeFolders(path: string): Promise<void> {
  try {
    await mkdir(path, 0o700)
  } catch (error) {
    if (await isFolder(path)) return
    const parent = dirname(path)
    if (codeOf(error) !== 'ENOENT' || (await isFolder(parent))) throw error
    await makeFolders(parent)
    return makeFolders(path)
  }
  // The names of new folders are as little durable as those of files.
  await nodeFileSystem.syncFolder(dirname(path))
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

// A backup as a disk that can only be read: what opens a notebook opens a backup, without writing it anywhere first.

import { readFileSync } from 'node:fs'
import type { FileSystem, OpenFile } from '../storage/file-system.ts'
import type { BackedUpFile } from './backup-head.ts'
import type { BackupStore } from './backup-store.ts'

/** What the notebook's folder is called in there. */
export const backupRoot = '/backup'

type Held = { file: BackedUpFile; sizes: number[] | undefined; last: { piece: number; bytes: Buffer } | undefined }

/** `files` as the store lists them. A piece that is damaged reads as an error EIO: nothing is made up. */
export function backupFileSystem(store: BackupStore, files: readonly BackedUpFile[]): FileSystem {
  const byPath = new Map(files.map((file) => [`${backupRoot}/${file.path}`, file]))
  const opened = new Map<number, Held>()
  let nextFd = -2
  const fileAt = (path: string): BackedUpFile => {
    const file = byPath.get(toPosix(path))
    if (!file) throw failure('ENOENT', `the backup has no ${path}`)
    return file
  }
  const pieceOf = async (held: Held, piece: number): Promise<Buffer> => {
    if (held.last?.piece === piece) return held.last.bytes
    const bytes = await store.pieces.read(held.file.pieces[piece] as string)
    if (!bytes) throw failure('EIO', `a piece of ${held.file.path} is damaged in the backup`)
    held.last = { piece, bytes }
    return bytes
  }
  const pieceOfSync = (held: Held, piece: number): Buffer => {
    if (held.last?.piece === piece) return held.last.bytes
    const bytes = store.pieces.readSync(held.file.pieces[piece] as string, (path) => readFileSync(path))
    if (!bytes) throw failure('EIO', `a piece of ${held.file.path} is damaged in the backup`)
    held.last = { piece, bytes }
    return bytes
  }
  const sizesOf = async (held: Held): Promise<number[]> => {
    if (held.file.pieces.length === 1) return [held.file.bytes]
    const sizes: number[] = []
    for (let piece = 0; piece < held.file.pieces.length; piece += 1) sizes.push((await pieceOf(held, piece)).length)
    return sizes
  }
  const refuse = () => Promise.reject(failure('EROFS', 'a backup can only be read'))
  return {
    open: async (path, flags) => {
      if (flags !== 'r') throw failure('EROFS', 'a backup can only be read')
      const held: Held = { file: fileAt(path), sizes: undefined, last: undefined }
      held.sizes = await sizesOf(held)
      const fd = nextFd--
      opened.set(fd, held)
      const read = async (buffer: Buffer, offset: number, length: number, position: number) => {
        let filled = 0
        for (const { piece, from, count } of rangesIn(held, position, length)) {
          const bytes = await pieceOf(held, piece)
          bytes.copy(buffer, offset + filled, from, from + count)
          filled += count
        }
        return { bytesRead: filled, buffer }
      }
      return {
        fd,
        read: read as never,
        stat: (async () => ({ size: held.file.bytes })) as never,
        close: async () => void opened.delete(fd),
        ...readOnlyFile,
      }
    },
    readSync: (fd, buffer, offset, length, position) => {
      const held = opened.get(fd)
      if (!held) throw failure('EBADF', 'the file of the backup is closed')
      let filled = 0
      for (const { piece, from, count } of rangesIn(held, position, length)) {
        pieceOfSync(held, piece).copy(buffer, offset + filled, from, from + count)
        filled += count
      }
      return filled
    },
    readFile: async (path) => {
      const file = fileAt(path)
      const bytes = await store.readFile(file)
      if (!bytes) throw failure('EIO', `${file.path} is damaged in the backup`)
      return bytes as Buffer<ArrayBuffer>
    },
    list: async (path) => {
      const folder = `${toPosix(path)}/`
      const names = [...byPath.keys()].flatMap((each) => (each.startsWith(folder) ? (each.slice(folder.length).split('/')[0] ?? []) : []))
      if (names.length === 0) throw failure('ENOENT', `the backup has no ${path}`)
      return [...new Set(names)]
    },
    sizeOf: async (path) => byPath.get(toPosix(path))?.bytes,
    makeFolder: refuse,
    rename: refuse,
    unlink: refuse,
    copyFile: refuse,
    syncFolder: refuse,
  }
}

const readOnlyFile = {
  write: () => Promise.reject(failure('EROFS', 'a backup can only be read')),
  datasync: () => Promise.reject(failure('EROFS', 'a backup can only be read')),
  sync: () => Promise.reject(failure('EROFS', 'a backup can only be read')),
  truncate: () => Promise.reject(failure('EROFS', 'a backup can only be read')),
} as unknown as Pick<OpenFile, 'write' | 'datasync' | 'sync' | 'truncate'>

function* rangesIn({ sizes = [] }: Held, position: number, length: number): Generator<{ piece: number; from: number; count: number }> {
  let start = 0
  let at = position
  for (const [piece, size] of sizes.entries()) {
    if (at >= position + length) return
    if (at < start + size) {
      const from = at - start
      const count = Math.min(size - from, position + length - at)
      yield { piece, from, count }
      at += count
    }
    start += size
  }
}

/** Callers join paths as their system does. */
function toPosix(path: string): string {
  return path.replaceAll('\\', '/')
}

function failure(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}

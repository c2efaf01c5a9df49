// A disk that is well until a fault is set: every call that storage makes can fail with any error.

import { type FileSystem, nodeFileSystem, type OpenFile } from '../../../src/host/storage/file-system.ts'

export type Fault = {
  call: 'open' | 'write' | 'truncate' | 'datasync' | 'sync' | 'rename' | 'unlink' | 'syncFolder'
  code: string
  /** Of the path. */
  name: RegExp
  /** Most of the bytes are taken before a write fails. */
  partial?: boolean
}

export type FailingDisk = {
  fileSystem: FileSystem
  set: (...faults: Fault[]) => void
  /** Holds every datasync back until the returned function is called. */
  holdSyncs: () => () => void
  /** The calls that failed. */
  calls: string[]
}

function failWith(code: string): never {
  throw Object.assign(new Error(`${code}: made by a test`), { code })
}

type Write = (bytes: Uint8Array, offset: number, length: number, position: number) => Promise<{ bytesWritten: number }>

export function makeDisk(): FailingDisk {
  let faults: Fault[] = []
  let held: Promise<void> | undefined
  const calls: string[] = []
  const find = (call: Fault['call'], path: string) => faults.find((fault) => fault.call === call && fault.name.test(path))
  /** Fails where a fault says so. */
  const meet = (call: Fault['call'], path: string) => {
    const fault = find(call, path)
    if (!fault) return
    calls.push(call)
    failWith(fault.code)
  }
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    open: async (path, flags) => {
      if (flags !== 'r') meet('open', path)
      const file = await nodeFileSystem.open(path, flags)
      const write = file.write.bind(file) as Write
      const [datasync, sync, truncate] = [file.datasync.bind(file), file.sync.bind(file), file.truncate.bind(file)]
      const changed = {
        write: async (bytes: Uint8Array, offset: number, length: number, position: number) => {
          if (find('write', path)?.partial) await write(bytes, offset, Math.floor(length * 0.9), position)
          meet('write', path)
          return write(bytes, offset, length, position)
        },
        datasync: async () => {
          await held
          meet('datasync', path)
          await datasync()
        },
        sync: async () => {
          meet('sync', path)
          await sync()
        },
        truncate: async (length: number) => {
          meet('truncate', path)
          await truncate(length)
        },
      }
      return Object.assign(file, changed) as unknown as OpenFile
    },
    rename: async (from, to) => {
      meet('rename', to)
      await nodeFileSystem.rename(from, to)
    },
    unlink: async (path) => {
      meet('unlink', path)
      await nodeFileSystem.unlink(path)
    },
    syncFolder: async (path) => {
      meet('syncFolder', path)
      await nodeFileSystem.syncFolder(path)
    },
  }
  return {
    fileSystem,
    calls,
    holdSyncs: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return () => {
        held = undefined
        resolve()
      }
    },
    set: (...next) => {
      faults = next
    },
  }
}

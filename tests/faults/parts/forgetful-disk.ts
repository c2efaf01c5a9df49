// A disk that loses its power: it keeps a log of every call, and can say what would be left of it at any moment, with all that was not synced
// kept, forgotten, reordered or torn at 512-byte sectors as a seed has it. Names are as forgetful as bytes until their folder is synced.

import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { type FileSystem, nodeFileSystem, type OpenFile } from '../../../src/host/storage/file-system.ts'

const sector = 512

type Step =
  | { kind: 'write'; file: number; offset: number; bytes: Buffer }
  | { kind: 'truncate'; file: number; length: number }
  /** `upTo`: what was called before the sync began is durable with it. */
  | { kind: 'sync'; file: number; upTo: number }
  | { kind: 'link'; folder: string; name: string; file: number }
  | { kind: 'rename'; folder: string; from: string; name: string; file: number }
  | { kind: 'unlink'; folder: string; name: string }
  | { kind: 'sync-folder'; folder: string; upTo: number }

export class ForgetfulDisk {
  readonly fileSystem: FileSystem
  readonly #steps: Step[] = []
  readonly #files = new Map<string, number>()
  readonly #folders = new Set<string>()
  readonly #root: string
  #count = 0

  /** `root` is a real folder, in which everything happens as on a disk that is well. */
  constructor(root: string) {
    this.#root = root
    this.fileSystem = this.#makeFileSystem()
  }

  /** How many calls there were: a moment to lose power at. */
  get moment(): number {
    return this.#steps.length
  }

  /** Writes what is left after a power cut at `moment` into the folder `into`. */
  cutPower(moment: number, random: () => number, into: string): void {
    for (const folder of this.#folders) mkdirSync(join(into, folder), { recursive: true })
    for (const [path, file] of this.#namesAt(moment, random)) writeFileSync(join(into, path), this.#bytesAt(file, moment, random))
  }

  #namesAt(moment: number, random: () => number): Map<string, number> {
    const durable = new Map<string, number>()
    for (const step of this.#steps.slice(0, moment)) {
      if (step.kind === 'sync-folder') durable.set(step.folder, Math.max(durable.get(step.folder) ?? 0, step.upTo))
    }
    const names = new Map<string, number>()
    for (const [index, step] of this.#steps.slice(0, moment).entries()) {
      if (step.kind !== 'link' && step.kind !== 'rename' && step.kind !== 'unlink') continue
      if (index >= (durable.get(step.folder) ?? 0) && random() < 0.5) continue
      if (step.kind === 'rename') names.delete(join(step.folder, step.from))
      if (step.kind === 'unlink') names.delete(join(step.folder, step.name))
      else names.set(join(step.folder, step.name), step.file)
    }
    return names
  }

  #bytesAt(file: number, moment: number, random: () => number): Buffer {
    const steps = this.#steps.slice(0, moment)
    const durable = steps.reduce((most, step) => (step.kind === 'sync' && step.file === file ? Math.max(most, step.upTo) : most), 0)
    let bytes: Buffer = Buffer.alloc(0)
    const put = (piece: Uint8Array, offset: number) => {
      if (bytes.length < offset + piece.length) bytes = Buffer.concat([bytes], offset + piece.length)
      bytes.set(piece, offset)
    }
    for (const [index, step] of steps.entries()) {
      if ((step.kind !== 'write' && step.kind !== 'truncate') || step.file !== file) continue
      const isDurable = index < durable
      if (step.kind === 'truncate') {
        if (isDurable || random() < 0.5) bytes = Buffer.concat([bytes], step.length)
      } else if (isDurable) put(step.bytes, step.offset)
      else if (random() < 0.7) {
        const keep = random()
        for (let at = 0; at < step.bytes.length; ) {
          const end = Math.min(step.bytes.length, at + sector - ((step.offset + at) % sector))
          if (random() < keep) put(step.bytes.subarray(at, end), step.offset + at)
          at = end
        }
      }
    }
    return bytes
  }

  #makeFileSystem(): FileSystem {
    const steps = this.#steps
    const place = (path: string) => ({ folder: relative(this.#root, dirname(path)), name: basename(path) })
    const fileOf = (path: string) => this.#files.get(path) ?? this.#adopt(path)
    return {
      ...nodeFileSystem,
      open: async (path, flags) => {
        const file = await nodeFileSystem.open(path, flags)
        if (flags === 'r') return file
        if (flags === 'wx') steps.push({ kind: 'link', ...place(path), file: this.#adopt(path) })
        return this.#watch(file, fileOf(path))
      },
      makeFolder: async (path) => {
        await nodeFileSystem.makeFolder(path)
        this.#folders.add(relative(this.#root, path))
      },
      rename: async (from, to) => {
        const file = fileOf(from)
        this.#files.delete(from)
        this.#files.set(to, file)
        const { folder, name } = place(to)
        steps.push({ kind: 'rename', folder, from: basename(from), name, file })
        await nodeFileSystem.rename(from, to)
      },
      unlink: async (path) => {
        this.#files.delete(path)
        steps.push({ kind: 'unlink', ...place(path) })
        await nodeFileSystem.unlink(path)
      },
      syncFolder: async (path) => {
        const upTo = steps.length
        await nodeFileSystem.syncFolder(path)
        steps.push({ kind: 'sync-folder', folder: relative(this.#root, path), upTo })
      },
    }
  }

  #adopt(path: string): number {
    this.#count += 1
    this.#files.set(path, this.#count)
    return this.#count
  }

  #watch(file: OpenFile, number: number): OpenFile {
    const steps = this.#steps
    const write = file.write.bind(file) as (bytes: Uint8Array, offset: number, length: number, position: number) => Promise<{ bytesWritten: number }>
    const sync = async () => {
      const upTo = steps.length
      await new Promise((resolve) => setImmediate(resolve))
      steps.push({ kind: 'sync', file: number, upTo })
    }
    const truncate = file.truncate.bind(file)
    const watched = {
      write: (bytes: Uint8Array, offset: number, length: number, position: number) => {
        steps.push({ kind: 'write', file: number, offset: position, bytes: Buffer.from(bytes.subarray(offset, offset + length)) })
        return write(bytes, offset, length, position)
      },
      truncate: (length: number) => {
        steps.push({ kind: 'truncate', file: number, length })
        return truncate(length)
      },
      sync,
      datasync: sync,
    }
    return Object.assign(file, watched) as unknown as OpenFile
  }
}

// The numbers and moments of all commits, journal by journal: read once, and again only for a journal that has grown.

import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createZstdDecompress } from 'node:zlib'
import { historyFolder } from '../storage/archive-generation.ts'
import { codeOf } from '../storage/error-code.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { readJournal } from '../storage/read-journal.ts'
import { isRecordsHead, type RecordsHead } from '../storage/records-file.ts'
import type { UnpackedHistory } from './unpack-history.ts'

/** Its commits in the order in which they stand; what cannot be read of them in words. */
export type IndexedJournal = { name: string; seqs: number[]; atMs: number[]; damaged: string[] }

/** A head has an id, a title of at most 2,000 characters and some numbers. */
const maxHeadBytes = 64 * 1024

export class CommitIndex {
  readonly #fileSystem: FileSystem
  readonly #folder: string
  /** By name. A journal only grows, and in the history not even that: the same length is the same content. */
  readonly #journals = new Map<string, { size: string; journal: IndexedJournal }>()
  readonly #heads = new Map<string, RecordsHead>()

  constructor(fileSystem: FileSystem, folder: string) {
    this.#fileSystem = fileSystem
    this.#folder = folder
  }

  async journal(unpacked: UnpackedHistory, name: string): Promise<IndexedJournal> {
    const size = await this.#sizeOf(name)
    const held = this.#journals.get(name)
    if (held && held.size === size) return held.journal
    const journal: IndexedJournal = { name, seqs: [], atMs: [], damaged: [] }
    const reading = await readJournal(this.#fileSystem, await unpacked.folderOf(name), name, undefined, ({ seq, at }) => {
      journal.seqs.push(seq)
      journal.atMs.push(Date.parse(at))
    })
    journal.damaged.push(...reading.damaged.map(({ message }) => message))
    // A journal that was there and is missing now may be one that a writer is moving.
    if (size !== undefined) this.#journals.set(name, { size, journal })
    return journal
  }

  /** The first line of a records file, without reading the rest; undefined where it is damaged. */
  async head(name: string): Promise<RecordsHead | undefined> {
    const held = this.#heads.get(name)
    if (held) return held
    const line = await this.#firstLine(name)
    try {
      const head: unknown = JSON.parse(line)
      if (!isRecordsHead(head)) return undefined
      this.#heads.set(name, head)
      return head
    } catch {
      return undefined
    }
  }

  /** Call when files of the history were taken away or replaced. */
  forget(): void {
    this.#journals.clear()
    this.#heads.clear()
  }

  async #sizeOf(name: string): Promise<string | undefined> {
    const plain = await this.#fileSystem.sizeOf(join(this.#folder, name))
    if (plain !== undefined) return `${plain}`
    const archived = await this.#fileSystem.sizeOf(join(this.#folder, historyFolder, `${name}.zst`))
    return archived === undefined ? undefined : `${archived} packed`
  }

  async #firstLine(name: string): Promise<string> {
    const bytes = Buffer.alloc(maxHeadBytes)
    let length = 0
    try {
      const file = await this.#fileSystem.open(join(this.#folder, name), 'r')
      try {
        length = (await file.read(bytes, 0, maxHeadBytes, 0)).bytesRead
      } finally {
        await file.close()
      }
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
      const packed = createReadStream(join(this.#folder, historyFolder, `${name}.zst`))
      const pieces = createZstdDecompress()
      packed.on('error', (failure) => pieces.destroy(failure))
      packed.pipe(pieces)
      try {
        // Not `pipeline`: a snapshot of 100,000 records is not unpacked for its first line.
        for await (const piece of pieces as AsyncIterable<Buffer>) {
          length += piece.copy(bytes, length)
          if (length === maxHeadBytes || bytes.subarray(0, length).includes(0x0a)) break
        }
      } finally {
        packed.destroy()
      }
    }
    return bytes.toString('utf8', 0, Math.max(0, bytes.subarray(0, length).indexOf(0x0a)))
  }
}

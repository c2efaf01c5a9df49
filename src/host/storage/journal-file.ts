// journal-<generation>.ndjson while it is being written: a group of commits is one asynchronous append and one fdatasync.

import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { type Commit, toStoredCommit } from '../../core/store/change.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { publishDurably, writeAll } from './durable-file.ts'
import { codeOf } from './error-code.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { LineBuffer } from './framed-line.ts'
import { generationFile } from './generation-names.ts'
import type { JournalEntry } from './manifest.ts'
import { encodeLine } from './records-file.ts'
import { toRefusal } from './storage-refusal.ts'

/** The first line of a journal: what it belongs to, so that an emptied one is seen to be damaged. */
export type JournalHead = { id: string; schema: number; generation: number }

/** Makes an empty journal, durable with its name, and says how notebook.json must name it. */
export async function createJournal(fileSystem: FileSystem, folder: string, head: JournalHead): Promise<JournalEntry> {
  const name = generationFile('journal', head.generation)
  const line = encodeLine(head)
  await publishDurably(fileSystem, join(folder, name), (file) => writeAll(file, line, 0))
  await fileSystem.syncFolder(folder)
  return { name, bytes: line.length, sha256: createHash('sha256').update(line).digest('hex') }
}

const newline = Buffer.from('\n')

export class JournalFile {
  readonly path: string
  readonly #file: OpenFile
  readonly #lines = new LineBuffer()
  #size: number
  #failure: Refusal | undefined
  #isCut = false

  private constructor(path: string, file: OpenFile, size: number) {
    this.path = path
    this.#file = file
    this.#size = size
  }

  /** `size` is where the last good line ends: what lies behind is cut off, durably, before anything is written there. */
  static async open(fileSystem: FileSystem, path: string, size: number, lacksNewline = false): Promise<JournalFile> {
    const file = await fileSystem.open(path, 'r+')
    try {
      if (lacksNewline || (await file.stat()).size !== size) {
        await file.truncate(size)
        if (lacksNewline) await writeAll(file, newline, size)
        await file.sync()
        await fileSystem.syncFolder(dirname(path))
      }
    } catch (error) {
      await file.close()
      throw error
    }
    return new JournalFile(path, file, lacksNewline ? size + newline.length : size)
  }

  get size(): number {
    return this.#size
  }

  /** True once it takes no more commits. */
  get hasFailed(): boolean {
    return this.#failure !== undefined
  }

  /** True while it may hold more than was acknowledged: `cut` decides. */
  get isDoubtful(): boolean {
    return this.#failure !== undefined && !this.#isCut
  }

  /**
   * Resolves once the commits are durable. Rejects with `no-space` where certainly none of them is and the next append may be tried; with
   * `read-only` where none is and the file takes no more; else with `fate-unknown`: after a failed fsync the kernel may have dropped the pages
   * and would call the next one a success (fsyncgate), so this descriptor is never written or synced again.
   */
  async append(commits: readonly Commit[]): Promise<void> {
    if (this.#failure) throw this.#failure
    this.#lines.clear()
    for (const commit of commits) this.#lines.add('commit', JSON.stringify(toStoredCommit(commit)))
    const { bytes } = this.#lines
    try {
      await writeAll(this.#file, bytes, this.#size)
    } catch (error) {
      throw await this.#takeBack(error)
    }
    try {
      await this.#file.datasync()
    } catch (error) {
      this.#failure = fateUnknown(error)
      throw this.#failure
    }
    this.#size += bytes.length
  }

  /** After a failure: takes away, on a descriptor of its own, what was never acknowledged. From then on the file holds what it should, and no more. */
  async cut(fileSystem: FileSystem): Promise<void> {
    await this.close()
    const file = await fileSystem.open(this.path, 'r+')
    try {
      await file.truncate(this.#size)
      await file.sync()
    } finally {
      await file.close()
    }
    this.#isCut = true
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  /** Lines of a refused group must not come back at the next opening: what was written of it is cut off again. */
  async #takeBack(error: unknown): Promise<Refusal> {
    const refusal = toRefusal(error, 'saving')
    if (!(refusal instanceof Refusal) || refusal.code === 'fate-unknown') {
      this.#failure = fateUnknown(error)
      return this.#failure
    }
    try {
      await this.#file.truncate(this.#size)
      await this.#file.datasync()
    } catch (second) {
      this.#failure = fateUnknown(second)
      return this.#failure
    }
    if (refusal.code === 'no-space') return new Refusal('no-space', 'the disk is full; saving goes on as soon as there is room')
    this.#failure = refusal
    return refusal
  }
}

function fateUnknown(error: unknown): Refusal {
  const why = codeOf(error) ?? String(error)
  return new Refusal(
    'fate-unknown',
    `the disk failed (${why}): the last change may or may not be saved; nothing more is saved until the disk answers well again`,
  )
}

// saved.json: the number of the last commit that was acknowledged, so that a journal whose end is cut off is seen to have lost something.

import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { writeDurably } from './durable-file.ts'
import type { FileSystem, OpenFile } from './file-system.ts'

export const savedMarkName = 'saved.json'

export type SavedMarkReading = { kind: 'read'; seq: number } | { kind: 'missing' | 'damaged' }

/** Always as long, so that it is overwritten in place: 55 bytes lie in one sector, which a power cut leaves as it was or as it is to be. */
function lineOf(seq: number): Buffer {
  const text = String(seq).padStart(16)
  return Buffer.from(`{"seq":${text},"crc32":"${crc32(text).toString(16).padStart(8, '0')}"}\n`)
}

export async function readSavedMark(fileSystem: FileSystem, folder: string): Promise<SavedMarkReading> {
  let bytes: Buffer
  try {
    bytes = await fileSystem.readFile(join(folder, savedMarkName))
  } catch {
    return { kind: 'missing' }
  }
  const seq = Number(bytes.toString('latin1', 7, 23))
  return Number.isSafeInteger(seq) && seq >= 0 && bytes.equals(lineOf(seq)) ? { kind: 'read', seq } : { kind: 'damaged' }
}

/**
 * Written after the journal is durable and before nothing: it is never ahead of the journal, whatever survives a power cut, and never behind after
 * a kill. It costs no sync: after a power cut it may say less than is there, and then less is noticed.
 */
export class SavedMark {
  readonly #file: OpenFile | undefined
  #wanted: number
  #written: number
  #writing: Promise<void> | undefined

  private constructor(file: OpenFile | undefined, seq: number) {
    this.#file = file
    this.#wanted = seq
    this.#written = seq
  }

  /** Makes the file where it is not there or says something else. A disk that refuses it is no reason not to open the notebook. */
  static async open(fileSystem: FileSystem, folder: string, seq: number): Promise<SavedMark> {
    try {
      const reading = await readSavedMark(fileSystem, folder)
      if (reading.kind !== 'read' || reading.seq !== seq) await writeDurably(fileSystem, join(folder, savedMarkName), lineOf(seq))
      return new SavedMark(await fileSystem.open(join(folder, savedMarkName), 'r+'), seq)
    } catch {
      return new SavedMark(undefined, seq)
    }
  }

  /** Nobody waits for it: the commit is durable already. */
  note(seq: number): void {
    this.#wanted = seq
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined
    })
  }

  async close(): Promise<void> {
    await this.#writing
    await this.#file?.sync().catch(() => {})
    await this.#file?.close()
  }

  async #write(): Promise<void> {
    while (this.#file && this.#written < this.#wanted) {
      const seq = this.#wanted
      const line = lineOf(seq)
      try {
        await this.#file.write(line, 0, line.length, 0)
      } catch {
        return
      }
      this.#written = seq
    }
  }
}

// Writes a long file in pieces with a hash over them, giving the event loop its turn between them.

import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Breather } from './breather.ts'
import { writeAll } from './durable-file.ts'
import type { OpenFile } from './file-system.ts'

/** Large enough that calls cost little, small enough that hashing one stays well under a millisecond. */
const pieceSize = 256 * 1024

export class SlicedFile {
  readonly #file: OpenFile
  readonly #breather: Breather
  readonly #hash = createHash('sha256')
  #crc32 = 0
  #parts: Uint8Array[] = []
  #waiting = 0
  #written = 0

  constructor(file: OpenFile, breather: Breather) {
    this.#file = file
    this.#breather = breather
  }

  /** How many bytes the file will have once all that was added is written. */
  get position(): number {
    return this.#written + this.#waiting
  }

  /** True when `settle` should be awaited before more is added. */
  get isDue(): boolean {
    return this.#waiting >= pieceSize || this.#breather.isDue
  }

  add(bytes: Uint8Array): void {
    this.#parts.push(bytes)
    this.#waiting += bytes.length
  }

  async settle(): Promise<void> {
    while (this.#waiting >= pieceSize) await this.#write(this.#take())
    await this.#breather.pause()
  }

  /** Writes the rest; the hash (in hexadecimal) and the checksum so far cover everything added. */
  async finish(): Promise<{ sha256: string; crc32: number }> {
    while (this.#waiting > 0) {
      await this.#write(this.#take())
      await this.#breather.pause()
    }
    return { sha256: this.#hash.copy().digest('hex'), crc32: this.#crc32 }
  }

  /** Whole parts up to about one piece: a single long part (a body of megabytes) is cut. */
  #take(): Uint8Array {
    let size = 0
    let count = 0
    while (count < this.#parts.length && size < pieceSize) size += (this.#parts[count++] as Uint8Array).length
    const taken = this.#parts.splice(0, count)
    const last = taken.at(-1)
    if (last && size > pieceSize * 2) {
      const keep = last.length - (size - pieceSize)
      taken[taken.length - 1] = last.subarray(0, keep)
      this.#parts.unshift(last.subarray(keep))
    }
    return taken.length === 1 ? (taken[0] as Uint8Array) : Buffer.concat(taken)
  }

  async #write(piece: Uint8Array): Promise<void> {
    this.#hash.update(piece)
    this.#crc32 = crc32(piece, this.#crc32)
    await writeAll(this.#file, piece, this.#written)
    this.#written += piece.length
    this.#waiting -= piece.length
  }
}

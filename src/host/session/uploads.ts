// The files that come in over one connection, piece by piece. One that is given up is pushed out by the next, or goes with the connection.

import type { UploadAnswer, UpMessage } from '../../core/contract/messages.ts'
import { maxImageBytes } from '../../core/records/image-file.ts'
import { Refusal } from '../../core/store/refusal.ts'

type Piece = Omit<Extract<UpMessage, { type: 'upload' }>, 'type' | 'id'>
type Partial = { bytes: Buffer; received: number }

/** Several pictures pasted at once; together at most 100 MB. */
const mostAtOnce = 4

export class Uploads {
  readonly #keep: (bytes: Uint8Array) => Promise<string>
  readonly #partial = new Map<string, Partial>()

  constructor(keep: (bytes: Uint8Array) => Promise<string>) {
    this.#keep = keep
  }

  /** Refusals are values. `stale` says that the upload must begin again: its connection was lost, or it was pushed out. */
  async take({ upload, start, size, data }: Piece): Promise<UploadAnswer> {
    if (size > maxImageBytes) return refuse('too-large', `a picture can have ${maxImageBytes / 1_000_000} MB`)
    if (start === 0) this.#begin(upload, size)
    const held = this.#partial.get(upload)
    if (!held || held.received !== start || held.bytes.length !== size) return refuse('stale', 'this upload must begin again')
    const piece = Buffer.from(data, 'base64')
    if (piece.length === 0 || start + piece.length > size) return refuse('invalid', 'this piece does not fit into its file')
    piece.copy(held.bytes, start)
    held.received += piece.length
    if (held.received < size) return { ok: true, received: held.received }
    this.#partial.delete(upload)
    try {
      return { ok: true, received: size, file: await this.#keep(held.bytes) }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.toValue() }
      throw error
    }
  }

  #begin(upload: string, size: number): void {
    this.#partial.delete(upload)
    for (const oldest of this.#partial.keys()) {
      if (this.#partial.size < mostAtOnce) break
      this.#partial.delete(oldest)
    }
    this.#partial.set(upload, { bytes: Buffer.alloc(size), received: 0 })
  }
}

function refuse(code: 'too-large' | 'stale' | 'invalid', message: string): UploadAnswer {
  return { ok: false, error: { code, message } }
}

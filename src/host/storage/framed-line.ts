// A line that can prove itself: `{"length":312,"crc32":"1a2b3c4d","commit":{…}}`, JSON for anybody, checked before it is parsed by us.

import { crc32 } from 'node:zlib'

/** What a frame holds: a commit of the journal, or the body of an insight. */
export type FrameKind = 'commit' | 'body'

const newline = 0x0a
const closingBrace = 0x7d
const zero = 0x30
const nine = 0x39
const smallA = 0x61
const smallF = 0x66
const quote = 0x22

/** Longer than any head (`{"length":`, at most 10 digits, `,"crc32":"`, 8, `","commit":`). */
export const maxFrameHead = 64

const start = Buffer.from('{"length":')
const middle = Buffer.from(',"crc32":"')
const ends = { commit: Buffer.from('","commit":'), body: Buffer.from('","body":') }

/** The line of `payload` (JSON in UTF-8), newline included. */
export function frameLine(kind: FrameKind, payload: Uint8Array): Buffer<ArrayBuffer> {
  const head = Buffer.from(`{"length":${payload.length},"crc32":"${hexOf(crc32(payload))}","${kind}":`)
  const line = Buffer.allocUnsafe(head.length + payload.length + 2)
  line.set(head, 0)
  line.set(payload, head.length)
  line[line.length - 2] = closingBrace
  line[line.length - 1] = newline
  return line
}

const firstLength = 64 * 1024
/** One enormous note must not keep its room for ever. */
const maxKeptLength = 4 * 1024 * 1024

/** Lines written one after the other into one buffer that is kept: two fresh buffers for each commit would cost more than its checksum. */
export class LineBuffer {
  #bytes = Buffer.allocUnsafeSlow(firstLength)
  #length = 0

  /** Forgets the lines so far; what `bytes` gave before must not be in use any more. */
  clear(): void {
    this.#length = 0
    if (this.#bytes.length > maxKeptLength) this.#bytes = Buffer.allocUnsafeSlow(firstLength)
  }

  add(kind: FrameKind, json: string): void {
    const length = Buffer.byteLength(json)
    this.#reserve(length + maxFrameHead + 2)
    const bytes = this.#bytes
    let at = this.#length
    at += bytes.write(`{"length":${length},"crc32":"`, at, 'latin1')
    const checksumAt = at
    at += 8
    at += bytes.write(`","${kind}":`, at, 'latin1')
    const payloadAt = at
    at += bytes.write(json, at, 'utf8')
    bytes.write(hexOf(crc32(bytes.subarray(payloadAt, at))), checksumAt, 'latin1')
    bytes[at] = closingBrace
    bytes[at + 1] = newline
    this.#length = at + 2
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }

  #reserve(length: number): void {
    if (this.#length + length <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#length + length, this.#bytes.length * 2))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}

/** Where the payload of a line that begins at `position` stands, if a whole head is there; says nothing yet about its checksum. */
export function readFrameHead(
  kind: FrameKind,
  bytes: Uint8Array,
  position: number,
): { payloadStart: number; payloadEnd: number; checksum: number } | undefined {
  let at = position + start.length
  if (!startsWith(bytes, start, position)) return undefined
  let length = 0
  let digits = 0
  for (; digits < 10; digits += 1, at += 1) {
    const byte = bytes[at]
    if (byte === undefined || byte < zero || byte > nine) break
    length = length * 10 + byte - zero
  }
  if (digits === 0 || !startsWith(bytes, middle, at)) return undefined
  at += middle.length
  const end = ends[kind]
  if (bytes[at + 8] !== quote || !startsWith(bytes, end, at + 8)) return undefined
  const checksum = checksumAt(bytes, at)
  const payloadStart = at + 8 + end.length
  return { payloadStart, payloadEnd: payloadStart + length, checksum }
}

/** The payload of the line at `position`, or undefined where it is cut short or its bytes are not those that were written. */
export function checkedPayload(kind: FrameKind, bytes: Buffer, position: number): { payload: Buffer; lineEnd: number } | undefined {
  const head = readFrameHead(kind, bytes, position)
  if (!head || head.payloadEnd >= bytes.length || bytes[head.payloadEnd] !== 0x7d) return undefined
  const payload = bytes.subarray(head.payloadStart, head.payloadEnd)
  if (crc32(payload) !== head.checksum) return undefined
  return { payload, lineEnd: head.payloadEnd + 1 }
}

/** Eight hexadecimal digits as `hexOf` writes them, small letters only; -1, which no checksum is, for anything else. */
function checksumAt(bytes: Uint8Array, position: number): number {
  let checksum = 0
  for (let index = position; index < position + 8; index += 1) {
    const byte = bytes[index] as number
    const digit = byte >= zero && byte <= nine ? byte - zero : byte >= smallA && byte <= smallF ? byte - smallA + 10 : -1
    if (digit < 0) return -1
    checksum = checksum * 16 + digit
  }
  return checksum
}

function hexOf(checksum: number): string {
  return checksum.toString(16).padStart(8, '0')
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array, position: number): boolean {
  for (let index = 0; index < prefix.length; index += 1) if (bytes[position + index] !== prefix[index]) return false
  return true
}

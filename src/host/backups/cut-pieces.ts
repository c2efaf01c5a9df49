// Cuts a file into pieces at places that its content decides, so that two states of one file share all the pieces that did not change.
//
// Content-defined chunking (as rsync and restic have it), made simple by our files being lines: a piece may end after a line whose last bytes have
// a checksum with five zero bits. A line put in or taken out changes one or two pieces; the rest are found again.

import { crc32 } from 'node:zlib'
import type { OpenFile } from '../storage/file-system.ts'

/** Small enough that hashing one stays about a millisecond, large enough that a file has not thousands of them. */
const most = 512 * 1024
const least = 64 * 1024
const looksAt = 64
const mask = 0x1f
const newline = 0x0a

/** The first `length` bytes of the file, piece by piece; fewer where it ends sooner. An empty file has no piece. */
export async function* cutPieces(file: Pick<OpenFile, 'read'>, length: number): AsyncGenerator<Buffer, void, undefined> {
  let kept = Buffer.alloc(0)
  let position = 0
  for (;;) {
    const wanted = Math.min(most - kept.length, length - position)
    const buffer = Buffer.allocUnsafeSlow(kept.length + wanted)
    kept.copy(buffer)
    let filled = kept.length
    while (filled < buffer.length) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position)
      if (bytesRead === 0) break
      filled += bytesRead
      position += bytesRead
    }
    if (filled === 0) return
    const isEnd = filled < buffer.length || position >= length
    const end = endOfPiece(buffer.subarray(0, filled))
    yield buffer.subarray(0, end)
    kept = buffer.subarray(end, filled)
    if (isEnd && kept.length === 0) return
    if (isEnd) {
      for (let rest = kept; rest.length > 0; ) {
        const next = endOfPiece(rest)
        yield rest.subarray(0, next)
        rest = rest.subarray(next)
      }
      return
    }
  }
}

function endOfPiece(bytes: Buffer): number {
  for (let at = bytes.indexOf(newline, least); at >= 0; at = bytes.indexOf(newline, at + 1)) {
    if ((crc32(bytes.subarray(at - looksAt, at)) & mask) === 0) return at + 1
  }
  return bytes.length
}

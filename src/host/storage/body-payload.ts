// The JSON of a body's line, made piece by piece: a note of 50 million characters must not hold the event loop for a tenth of a second.

import type { RecordId } from '../../core/records/record-id.ts'
import type { Breather } from './breather.ts'

const pieceLength = 64 * 1024

/** `{"id":"insight:abc","text":"…"}` in UTF-8, the same bytes as JSON.stringify makes. */
export async function bodyPayload(id: RecordId, text: string, breather: Breather): Promise<Buffer<ArrayBuffer>> {
  if (text.length <= pieceLength) return Buffer.from(JSON.stringify({ id, text }))
  const parts = [Buffer.from(`${JSON.stringify({ id }).slice(0, -1)},"text":"`)]
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + pieceLength, text.length)
    // A pair cut in two would be escaped as two halves: right when read back, but other bytes than for the whole.
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end += 1
    parts.push(Buffer.from(JSON.stringify(text.slice(start, end)).slice(1, -1)))
    start = end
    await breather.pause()
  }
  parts.push(Buffer.from('"}'))
  return Buffer.concat(parts)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

// Whether a zip file may be opened: looked through by its central directory and inflated against limits before any library sees it.
//
// APPNOTE.TXT 6.3.10, 4.3.12 (central directory) and 4.3.16 (its end). A directory can lie about sizes, so every entry is inflated up to what it says.

import { inflateRawSync } from 'node:zlib'

const maxTotalBytes = 300_000_000
const maxEntries = 10_000
/** Text in Word's XML shrinks to a fifteenth, a page of spaces to a hundredth; a bomb to a thousandth. */
const maxRatio = 200
const smallBytes = 5_000_000

/** One clause that says why not, or undefined. */
export function checkZip(bytes: Uint8Array): string | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const damaged = 'a damaged zip file'
  if (zip.length < 22 || zip.readUInt32LE(0) !== 0x04034b50) return 'not a zip file'
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) return damaged
  const entries = zip.readUInt16LE(end + 10)
  if (entries === 0xffff || entries > maxEntries) return `a zip file of too many entries (at most ${maxEntries})`
  let at = zip.readUInt32LE(end + 16)
  let total = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return damaged
    const flags = zip.readUInt16LE(at + 8)
    const method = zip.readUInt16LE(at + 10)
    const packed = zip.readUInt32LE(at + 20)
    const size = zip.readUInt32LE(at + 24)
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if (flags & 1) return 'protected by a password: save it without one'
    if (/^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name)) return `a zip file that names a place out of itself (${name.slice(0, 100)})`
    total += size
    if (total > maxTotalBytes) return `too large once unpacked (at most ${maxTotalBytes / 1e6} MB)`
    if (size > smallBytes && size > packed * maxRatio) return 'a zip bomb: it unpacks to far more than a document holds'
    const local = zip.readUInt32LE(at + 42)
    if (local + 30 > zip.length || zip.readUInt32LE(local) !== 0x04034b50) return damaged
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    if (start + packed > zip.length) return damaged
    if (method === 8) {
      try {
        if (inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: Math.max(1, size) }).length !== size) return damaged
      } catch {
        return damaged
      }
    } else if (method !== 0 || packed !== size) return method === 0 ? damaged : 'a zip file of a kind that cannot be read'
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return undefined
}

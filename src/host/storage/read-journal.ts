// Reads a journal's commits in order; what cannot prove itself is handed out as damage, with what follows it kept.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { StoredCommit } from '../../core/store/change.ts'
import { codeOf } from './error-code.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { checkedPayload, readFrameHead } from './framed-line.ts'
import type { JournalEntry } from './manifest.ts'

export type JournalReading = {
  /** Where the last good line ends: the next append goes there. */
  goodEnd: number
  /** The last good line lacks its newline: the next append must begin with one. */
  lacksNewline: boolean
  /** A line that was being written when the power went: it was never acknowledged. */
  torn: { offset: number; bytes: Buffer } | undefined
  damaged: { offset: number; bytes: Buffer; message: string }[]
}

/** Parsed in about 4 ms. */
const pieceSize = 1000 * 1024
const newline = 0x0a
const comma = 0x2c
const openingBracket = 0x5b
const closingBracket = 0x5d

/**
 * `expected` is what notebook.json says of its head. `isTail` is asked at a line that cannot prove itself: true where every acknowledged commit was
 * told already, so that from here on nothing was ever saved, even if a later line is whole. Throws only where the disk itself fails.
 */
export async function readJournal(
  fileSystem: FileSystem,
  folder: string,
  name: string,
  expected: JournalEntry | undefined,
  onCommit: (commit: StoredCommit) => void,
  isTail: () => boolean = () => false,
): Promise<JournalReading> {
  const reading: JournalReading = { goodEnd: 0, lacksNewline: false, torn: undefined, damaged: [] }
  let file: OpenFile
  try {
    file = await fileSystem.open(join(folder, name), 'r')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    reading.damaged.push({ offset: 0, bytes: Buffer.alloc(0), message: `${name} is missing: changes since the last snapshot are lost` })
    return reading
  }
  try {
    await readLines(file, name, expected, reading, onCommit, isTail)
  } finally {
    await file.close()
  }
  return reading
}

async function readLines(
  file: OpenFile,
  name: string,
  expected: JournalEntry | undefined,
  reading: JournalReading,
  onCommit: (commit: StoredCommit) => void,
  isTail: () => boolean,
): Promise<void> {
  const { size } = await file.stat()
  // One buffer for all pieces: a fresh one for each would count as external memory, and make the collector run over and over.
  // Its first byte is kept free for the bracket before the first line.
  let buffer = Buffer.allocUnsafeSlow(1 + Math.min(size, pieceSize * 2))
  /** Bytes at the buffer's beginning (after the first), from `start` in the file on, that are not yet understood. */
  let kept = 0
  let start = 0
  let wanted = 0
  for (let position = 0; position < size; ) {
    // A line longer than a piece says how long it is: read on to its end at once, instead of looking at it again after every piece.
    const length = Math.min(Math.max(pieceSize, wanted - kept), size - position)
    if (1 + kept + length > buffer.length) buffer = Buffer.concat([buffer.subarray(0, 1 + kept)], 1 + kept + length)
    const { bytesRead } = await file.read(buffer, 1 + kept, length, position)
    if (bytesRead === 0) break
    position += bytesRead
    const piece = buffer.subarray(1, 1 + kept + bytesRead)
    const isLast = position >= size
    let at = 0
    wanted = 0
    /** Where the good lines begin that come right before `at`. */
    let goodFrom = 0
    while (at < piece.length) {
      const checked = checkedPayload('commit', piece, at)
      if (checked && (checked.lineEnd < piece.length || isLast)) {
        // The newline alone may be what is damaged or missing: the commit is whole all the same.
        reading.lacksNewline = checked.lineEnd === piece.length
        if (!reading.lacksNewline) {
          if (piece[checked.lineEnd] !== newline) reading.damaged.push(lostNewline(name, start + checked.lineEnd))
          piece[checked.lineEnd] = comma
        }
        at = Math.min(checked.lineEnd + 1, piece.length)
        reading.goodEnd = start + at
        continue
      }
      tellCommits(buffer, goodFrom, at, onCommit)
      goodFrom = at
      const end = piece.indexOf(newline, at)
      if (end < 0) {
        const head = readFrameHead('commit', piece, at)
        wanted = head ? Math.min(head.payloadEnd - at + 2, size) : 0
        break
      }
      const line = piece.subarray(at, end + 1)
      if (start + at === 0 && isHead(line, expected)) reading.goodEnd = end + 1
      else if (reading.goodEnd > 0 && isTail()) {
        reading.torn = { offset: start + at, bytes: await readRest(file, start + at, size) }
        return
      } else
        reading.damaged.push({
          offset: start + at,
          bytes: Buffer.from(line),
          message: start + at === 0 ? `the first line of ${name} is damaged` : `a change is lost: its line is damaged (${name}, byte ${start + at})`,
        })
      at = end + 1
      goodFrom = at
    }
    tellCommits(buffer, goodFrom, at, onCommit)
    piece.copy(buffer, 1, at)
    kept = piece.length - at
    start += at
  }
  const rest = Buffer.from(buffer.subarray(1, 1 + kept))
  if (kept > 0) reading.torn = { offset: start, bytes: rest }
  if (size === 0 || (start === 0 && kept > 0)) {
    reading.damaged.push({ offset: 0, bytes: rest, message: `${name} is ${size === 0 ? 'empty' : 'cut off in its first line'}` })
    reading.torn = undefined
  }
}

async function readRest(file: OpenFile, position: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size - position)
  const { bytesRead } = await file.read(bytes, 0, bytes.length, position)
  return bytes.subarray(0, bytesRead)
}

/** Some hundred checked lines, commas after them, in one call of JSON.parse: it then knows the shape of each commit from the one before. */
function tellCommits(buffer: Buffer, start: number, end: number, onCommit: (commit: StoredCommit) => void): void {
  if (start === end) return
  // One byte further on than in the piece: the brackets take the places of what stood before and of the last comma.
  buffer[start] = openingBracket
  const isEnded = buffer[end] === comma
  if (isEnded) buffer[end] = closingBracket
  const lines = buffer.toString('utf8', start, end + 1)
  for (const { commit } of JSON.parse(isEnded ? lines : `${lines}]`) as { commit: StoredCommit }[]) onCommit(commit)
}

const lineStart = Buffer.from('{"length":')

/**
 * Whether bytes at a journal's end are what a kill or a power cut leaves of a write: the beginning of a line, or sectors that stayed zero. Anything
 * else was put there by others.
 */
export function looksTorn(bytes: Buffer): boolean {
  const differsAt = lineStart.findIndex((byte, index) => bytes[index] !== byte)
  return differsAt < 0 || differsAt >= bytes.length || bytes[differsAt] === 0
}

function lostNewline(name: string, offset: number): JournalReading['damaged'][number] {
  return { offset, bytes: Buffer.alloc(0), message: `the end of a line is missing (${name}, byte ${offset}); the change itself is whole` }
}

function isHead(line: Buffer, expected: JournalEntry | undefined): boolean {
  if (expected) return line.length === expected.bytes && createHash('sha256').update(line).digest('hex') === expected.sha256
  try {
    return 'generation' in (JSON.parse(line.toString('utf8')) as object)
  } catch {
    return false
  }
}

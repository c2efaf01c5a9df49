// Reads records-<generation>.ndjson: fast where its hash fits, line by line where it does not, keeping every record that can be kept.

import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { type TableName, tableOf, tableSchemas } from '../../core/records/tables.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import { emptyTableMaps } from '../../core/store/tables.ts'
import type { ReadColumns } from './columns-file.ts'
import { codeOf } from './error-code.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { parseGenerationFile } from './generation-names.ts'
import type { GenerationFiles } from './manifest.ts'
import { isRecordsFoot, isRecordsHead, RecordSorter, type RecordsHead } from './records-file.ts'

export type RecordTables = Map<TableName, Map<RecordId, StoredRecord>>
type DamagedLine = { offset: number; bytes: Buffer; message: string }
export type RecordsReading = { head: RecordsHead | undefined; tables: RecordTables; damaged: DamagedLine[] }

/** One piece is parsed in about 5 ms: large enough for JSON.parse to be worth its call, small enough to share the event loop. */
const pieceSize = 1024 * 1024
const newline = 0x0a
const openingBracket = 0x5b
const closingBracket = 0x5d

/**
 * `expected` is what notebook.json says; without it (it was lost) every line is checked. With `columns`, made from this very file, the lines of the
 * insights are only summed up, not parsed. Throws only where the disk itself fails.
 */
export async function readRecords(
  fileSystem: FileSystem,
  folder: string,
  name: string,
  expected: GenerationFiles['records'] | undefined,
  columns?: ReadColumns | undefined,
): Promise<RecordsReading> {
  let file: OpenFile
  try {
    file = await fileSystem.open(join(folder, name), 'r')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return { head: undefined, tables: emptyTableMaps(), damaged: [{ offset: 0, bytes: Buffer.alloc(0), message: `${name} is missing` }] }
  }
  try {
    const { size } = await file.stat()
    if (expected && size === expected.bytes) {
      const reading = await readWhole(file, expected, columns)
      if (reading) return reading
    }
    const reading = await readLineByLine(file, name, size, expected?.bytes)
    const named = parseGenerationFile(name)?.generation
    if (!reading.head || reading.head.generation === named) return reading
    // A copy of another generation under this name: whole, and yet not what was saved last.
    const message = `${name} holds generation ${reading.head.generation}`
    return { head: undefined, tables: emptyTableMaps(), damaged: [{ offset: 0, bytes: Buffer.alloc(0), message }] }
  } finally {
    await file.close()
  }
}

/**
 * Undefined where the checksum does not fit: what was parsed until then is thrown away. The CRC-32 over the whole is looked at here and the
 * SHA-256 by `footing check`: hashing with that would take a tenth of the opening.
 */
async function readWhole(
  file: OpenFile,
  expected: GenerationFiles['records'],
  columns: ReadColumns | undefined,
): Promise<RecordsReading | undefined> {
  const known = columns?.insightLines
  const sorter = new RecordSorter()
  let head: RecordsHead | undefined
  let checksum = 0
  // One buffer for all pieces, its first byte a bracket: `[line\nline]` becomes a JSON array by turning newlines into commas.
  let buffer = Buffer.allocUnsafeSlow(1 + pieceSize * 2)
  buffer[0] = openingBracket
  let kept = 0
  try {
    for (let position = 0; position < expected.checksumsAt; ) {
      if (1 + kept + pieceSize > buffer.length) buffer = Buffer.concat([buffer.subarray(0, 1 + kept), Buffer.allocUnsafeSlow(kept + pieceSize)])
      const isKnown = known !== undefined && position >= known.start && position < known.end
      const stop = isKnown ? known.end : known && position < known.start ? known.start : expected.checksumsAt
      const { bytesRead } = await file.read(buffer, 1 + kept, Math.min(pieceSize, stop - position), position)
      if (bytesRead === 0) return undefined
      position += bytesRead
      if (isKnown) {
        if (kept > 0) return undefined
        checksum = crc32(buffer.subarray(1, 1 + bytesRead), checksum)
        if (position === known.end) sorter.addInsights(columns?.insights ?? [])
        continue
      }
      const filled = 1 + kept + bytesRead
      checksum = crc32(buffer.subarray(1 + kept, filled), checksum)
      const end = buffer.lastIndexOf(newline, filled - 1)
      if (end < 1 + kept) {
        kept = filled - 1
        continue
      }
      buffer[end] = closingBracket
      // One call for some thousands of lines: JSON.parse then keeps the shape of the record before, and a line costs half.
      const values = JSON.parse(buffer.toString('utf8', 0, end + 1).replaceAll('\n', ',')) as StoredRecord[]
      let index = 0
      if (head === undefined) {
        const [first] = values as unknown[]
        if (!isRecordsHead(first)) return undefined
        head = first
        index = 1
      }
      for (; index < values.length; index += 1) if (!sorter.add(values[index] as StoredRecord)) return undefined
      kept = filled - end - 1
      buffer.copy(buffer, 1, end + 1, filled)
    }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
  return kept === 0 && checksum === expected.crc32 ? { head, tables: sorter.tables, damaged: [] } : undefined
}

async function readLineByLine(file: OpenFile, name: string, size: number, expectedSize: number | undefined): Promise<RecordsReading> {
  const bytes = await readAll(file, size)
  const sorter = new RecordSorter()
  const reading: RecordsReading = { head: undefined, tables: sorter.tables, damaged: [] }
  const checksums = findChecksums(bytes)
  const lines = checksums ? linesByLength(bytes, checksums) : linesByNewline(bytes)
  if (size === 0) reading.damaged.push({ offset: 0, bytes, message: `${name} is empty` })
  else if (!checksums)
    reading.damaged.push({ offset: 0, bytes: Buffer.alloc(0), message: `the list of checksums at the end of ${name} is gone or damaged` })
  for (const { offset, line, isChecked } of lines) {
    const value = parseLine(line)
    if (offset === 0 && isRecordsHead(value) && isChecked !== false) {
      reading.head = value
      continue
    }
    const isGood = isChecked ?? isRecordByShape(value)
    if (isGood && value !== undefined && sorter.add(value as StoredRecord)) continue
    if (line.length === 0 && isChecked === undefined) continue
    const { id } = (value ?? {}) as { id?: unknown }
    const what = typeof id === 'string' ? id : offset === 0 ? 'the line that says whose records they are' : 'a record'
    reading.damaged.push({ offset, bytes: line, message: `${what} is damaged (${name}, byte ${offset})` })
  }
  if (checksums) {
    const end = checksums.reduce((sum, [length]) => sum + length + 1, 0)
    if (end > bytes.length) reading.damaged.push({ offset: bytes.length, bytes: Buffer.alloc(0), message: `${name} ends too early` })
  } else if (expectedSize !== undefined && size < expectedSize)
    reading.damaged.push({ offset: size, bytes: Buffer.alloc(0), message: `${name} has ${size} bytes instead of ${expectedSize}: its end is lost` })
  return reading
}

type Line = { offset: number; line: Buffer; isChecked: boolean | undefined }

/** By the lengths that were written down, so that a newline more or less does not shift all that follows. */
function* linesByLength(bytes: Buffer, checksums: readonly [length: number, crc32: number][]): Generator<Line> {
  let offset = 0
  for (const [length, checksum] of checksums) {
    const line = bytes.subarray(offset, offset + length)
    if (line.length > 0) yield { offset, line, isChecked: line.length === length && crc32(line) === checksum }
    offset += length + 1
  }
}

function* linesByNewline(bytes: Buffer): Generator<Line> {
  for (let offset = 0; offset < bytes.length; ) {
    const found = bytes.indexOf(0x0a, offset)
    const end = found < 0 ? bytes.length : found
    yield { offset, line: bytes.subarray(offset, end), isChecked: undefined }
    offset = end + 1
  }
}

function findChecksums(bytes: Buffer): [length: number, crc32: number][] | undefined {
  const start = bytes.lastIndexOf('{"checksums":[')
  const foot = start < 0 ? undefined : parseLine(bytes.subarray(start))
  return isRecordsFoot(foot) ? foot.checksums : undefined
}

function parseLine(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Without a checksum a line counts if it is a record as the schema has it; a changed letter in a title cannot be seen this way. */
function isRecordByShape(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string') return false
  const table = tableOf(value.id as RecordId) as TableName | undefined
  if (table === undefined) return false
  const whole = table === 'insights' && 'body' in value && Number.isSafeInteger(value.body) ? { ...value, body: '' } : value
  return readBySchema(tableSchemas[table], whole).success
}

async function readAll(file: OpenFile, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size)
  let filled = 0
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

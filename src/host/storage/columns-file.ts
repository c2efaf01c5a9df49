// cache/columns-<generation>.json: the generation's insights as columns, made again with every generation. Without it, opening reads the lines.

import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Breather } from './breather.ts'
import { publishDurably } from './durable-file.ts'
import { codeOf } from './error-code.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { addInsights, type ColumnInsight, type InsightColumns, type StoredInsight, toColumns } from './insight-columns.ts'
import { SlicedFile } from './sliced-file.ts'

export const cacheFolder = 'cache'
const namePattern = /^columns-\d+\.json$/
/** So many are turned into columns in 2 ms. */
const rowsInLine = 2_000
const newline = 0x0a

/** Where the lines of the insights stand in the records file. */
export type InsightLines = { start: number; end: number }

/** The last line: which records file the columns are of, and a checksum over all lines before and over the foot's other fields. */
type Foot = { records: string; insightLines: InsightLines; rows: number; bytes: number; crc32: number }
const checksumOf = ({ crc32: _, ...fields }: Foot, lines: number): number => crc32(JSON.stringify(fields), lines)
const maxFootLength = 512
const pieceSize = 1024 * 1024

export type ReadColumns = { insightLines: InsightLines; insights: ColumnInsight[] }

function columnsFile(generation: number): string {
  return `columns-${generation}.json`
}

/** Undefined where there are none, or none of this records file (known by its SHA-256), or they are damaged: whatever is wrong, the lines have it all. */
export async function readColumns(fileSystem: FileSystem, folder: string, generation: number, records: string): Promise<ReadColumns | undefined> {
  try {
    const file = await fileSystem.open(join(folder, cacheFolder, columnsFile(generation)), 'r')
    try {
      const { size } = await file.stat()
      const foot = await readFoot(file, size)
      return foot?.records === records ? await readLines(file, foot) : undefined
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}

/** The name of the generation's file where it is there and damaged. One of other records is no damage: it is not used. */
export async function checkColumns(fileSystem: FileSystem, folder: string, generation: number): Promise<string | undefined> {
  const name = columnsFile(generation)
  try {
    const file = await fileSystem.open(join(folder, cacheFolder, name), 'r')
    try {
      const { size } = await file.stat()
      const foot = await readFoot(file, size)
      const isWhole = foot !== undefined && size > foot.bytes && (await readLines(file, foot)) !== undefined
      return isWhole && size === foot.bytes + Buffer.byteLength(JSON.stringify(foot)) + 1 ? undefined : name
    } finally {
      await file.close()
    }
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : name
  }
}

async function readFoot(file: OpenFile, size: number): Promise<Foot | undefined> {
  const bytes = Buffer.alloc(Math.min(size, maxFootLength))
  await file.read(bytes, 0, bytes.length, size - bytes.length)
  const at = bytes.lastIndexOf(newline, -2) + 1
  return JSON.parse(bytes.toString('utf8', at)) as Foot
}

/** Through one buffer: bytes of the whole file beside the heap would make the collector run over and over. */
async function readLines(file: OpenFile, foot: Foot): Promise<ReadColumns | undefined> {
  const { bytes, rows, insightLines } = foot
  const insights: ColumnInsight[] = []
  let buffer = Buffer.allocUnsafeSlow(Math.min(bytes, pieceSize * 2))
  let kept = 0
  let checksum = 0
  for (let position = 0; position < bytes; ) {
    const length = Math.min(pieceSize, bytes - position)
    if (kept + length > buffer.length) buffer = Buffer.concat([buffer.subarray(0, kept)], kept + length)
    const { bytesRead } = await file.read(buffer, kept, length, position)
    if (bytesRead === 0) return undefined
    position += bytesRead
    const piece = buffer.subarray(0, kept + bytesRead)
    checksum = crc32(piece.subarray(kept), checksum)
    let at = 0
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, at)) {
      addInsights(JSON.parse(piece.toString('utf8', at, end)) as InsightColumns, insights)
      at = end + 1
    }
    piece.copy(buffer, 0, at)
    kept = piece.length - at
  }
  return checksumOf(foot, checksum) === foot.crc32 && kept === 0 && insights.length === rows ? { insightLines, insights } : undefined
}

/** Gathers the insights of a generation while its records are written. Never fails: a full disk costs the next opening its head start. */
export class ColumnsWriter {
  readonly #fileSystem: FileSystem
  readonly #folder: string
  readonly #breather: Breather
  readonly #lines: Buffer[] = []
  #waiting: StoredInsight[] = []
  #rows = 0
  #hasFailed = false

  constructor(fileSystem: FileSystem, folder: string, breather: Breather) {
    this.#fileSystem = fileSystem
    this.#folder = join(folder, cacheFolder)
    this.#breather = breather
  }

  add(insight: StoredInsight): void {
    this.#waiting.push(insight)
    this.#rows += 1
    if (this.#waiting.length >= rowsInLine) this.#encode()
  }

  /** Writes the file, and takes those of older generations away. */
  async finish(generation: number, records: string, insightLines: InsightLines): Promise<void> {
    if (this.#waiting.length > 0) this.#encode()
    if (this.#hasFailed) return
    try {
      await this.#fileSystem.makeFolder(this.#folder)
      const name = columnsFile(generation)
      await publishDurably(this.#fileSystem, join(this.#folder, name), async (file) => {
        const output = new SlicedFile(file, this.#breather)
        for (const line of this.#lines) {
          output.add(line)
          await output.settle()
        }
        const { crc32: lines } = await output.finish()
        const foot: Foot = { records, insightLines, rows: this.#rows, bytes: output.position, crc32: 0 }
        output.add(Buffer.from(`${JSON.stringify({ ...foot, crc32: checksumOf(foot, lines) })}\n`))
        await output.finish()
      })
      for (const other of await this.#fileSystem.list(this.#folder))
        if (namePattern.test(other) && other !== name) await this.#fileSystem.unlink(join(this.#folder, other))
    } catch {
      // What is there, if anything, is not of this records file, and so is not used.
    }
  }

  #encode(): void {
    try {
      this.#lines.push(Buffer.from(`${JSON.stringify(toColumns(this.#waiting))}\n`))
    } catch {
      this.#hasFailed = true
    }
    this.#waiting = []
  }
}

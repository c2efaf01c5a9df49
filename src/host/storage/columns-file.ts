// cache/columns-<generation>.json: the generation's insights as columns, made again with every generation. Without it, opening reads the lines.

import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Breather } from './breather.ts'
import { publishDurably } from './durable-file.ts'
import type { FileSystem } from './file-system.ts'
import { addInsights, type ColumnInsight, type InsightColumns, type StoredInsight, toColumns } from './insight-columns.ts'
import { SlicedFile } from './sliced-file.ts'

export const cacheFolder = 'cache'
const namePattern = /^columns-\d+\.json$/
/** So many are turned into columns in 2 ms. */
const rowsInLine = 2_000
const newline = 0x0a

/** Where the lines of the insights stand in the records file. */
export type InsightLines = { start: number; end: number }

/** The last line: which records file the columns are of, and their checksum. */
type Foot = { records: string; insightLines: InsightLines; rows: number; crc32: number }

export type ReadColumns = { insightLines: InsightLines; insights: ColumnInsight[] }

function columnsFile(generation: number): string {
  return `columns-${generation}.json`
}

/** Undefined where there are none, or none of this records file (known by its SHA-256), or they are damaged: whatever is wrong, the lines have it all. */
export async function readColumns(fileSystem: FileSystem, folder: string, generation: number, records: string): Promise<ReadColumns | undefined> {
  try {
    const bytes = await fileSystem.readFile(join(folder, cacheFolder, columnsFile(generation)))
    const footAt = bytes.lastIndexOf(newline, -2) + 1
    const foot = JSON.parse(bytes.toString('utf8', footAt)) as Foot
    if (foot.records !== records || foot.crc32 !== crc32(bytes.subarray(0, footAt))) return undefined
    const insights: ColumnInsight[] = []
    for (let at = 0; at < footAt; ) {
      const end = bytes.indexOf(newline, at)
      addInsights(JSON.parse(bytes.toString('utf8', at, end)) as InsightColumns, insights)
      at = end + 1
    }
    return insights.length === foot.rows ? { insightLines: foot.insightLines, insights } : undefined
  } catch {
    return undefined
  }
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
        const foot: Foot = { records, insightLines, rows: this.#rows, crc32: (await output.finish()).crc32 }
        output.add(Buffer.from(`${JSON.stringify(foot)}\n`))
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

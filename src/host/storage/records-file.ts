// records-<generation>.ndjson: one line says whose they are, then one JSON record per line, table by table; the last line lists the checksums.

import { crc32 } from 'node:zlib'
import { isTableName, type TableName, tableNames, tableOf } from '../../core/records/tables.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import { RecordMap } from './record-map.ts'

/** The first line: enough to make a lost notebook.json anew. */
export type RecordsHead = { id: string; title: string; createdAt: string; schema: number; generation: number; seq: number }

/** The last line: length and CRC-32 of every line before it, newline excluded, so that damage stays where it is. */
export type RecordsFoot = { checksums: [length: number, crc32: number][] }

export function encodeLine(value: unknown): Buffer<ArrayBuffer> {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}

/** Of a line as `encodeLine` makes it. */
export function checksumOfLine(line: Uint8Array): [length: number, crc32: number] {
  return [line.length - 1, crc32(line.subarray(0, line.length - 1))]
}

export function isRecordsHead(value: unknown): value is RecordsHead {
  if (typeof value !== 'object' || value === null) return false
  const { id, title, createdAt, schema, generation, seq } = value as Partial<Record<keyof RecordsHead, unknown>>
  return (
    typeof id === 'string' &&
    id.startsWith('notebook:') &&
    typeof title === 'string' &&
    typeof createdAt === 'string' &&
    [schema, generation, seq].every(Number.isSafeInteger)
  )
}

export function isRecordsFoot(value: unknown): value is RecordsFoot {
  const { checksums } = (value ?? {}) as { checksums?: unknown }
  return Array.isArray(checksums) && checksums.every((entry) => Array.isArray(entry) && entry.length === 2 && entry.every(Number.isSafeInteger))
}

/** Puts records, table by table as they come, into their Maps. */
export class RecordSorter {
  readonly tables = new Map<TableName, RecordMap>(tableNames.map((name) => [name, new RecordMap()]))
  #prefix = '\0'
  #map: RecordMap | undefined

  /** All insights at once; takes the list over. */
  addInsights(insights: StoredRecord[]): void {
    this.tables.set('insights', new RecordMap(insights))
  }

  /** False where the id is of no table. The table is looked up only where the kind changes: this runs for every record at opening. */
  add(record: StoredRecord): boolean {
    const { id } = record
    if (!id.startsWith(this.#prefix)) {
      const name = tableOf(id) as TableName | undefined
      if (name === undefined || !isTableName(name)) return false
      this.#prefix = id.slice(0, id.indexOf(':') + 1)
      this.#map = this.tables.get(name)
    }
    this.#map?.append(record)
    return true
  }
}

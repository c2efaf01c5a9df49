// The notebook in memory: one Map per table and the indexes over them. Records are never mutated, so holding one is holding a moment.

import type { RecordId } from '../records/record-id.ts'
import { type HeadOf, type IndexName, indexes, type RecordOf, type TableName, type TableOfIndex, tableNames } from '../records/tables.ts'
import type { RecordChange } from './change.ts'
import type { NotebookView } from './notebook-view.ts'
import { RecordIndex } from './record-index.ts'
import { type ReadBody, type StoredRecord, type StoredRecordOf, toHead, toRecord } from './stored-record.ts'

/**
 * A table's records by id. A Map that keeps records in a form of its own gives them by `heads` as they lie: every field can be read, but `{ ...head }`
 * may be empty; `get` and `values` make them whole.
 */
export type TableMap = Map<RecordId, StoredRecord> & { heads?: () => Iterable<StoredRecord> }
export type TableMaps = ReadonlyMap<TableName, TableMap>

export function emptyTableMaps(): Map<TableName, Map<RecordId, StoredRecord>> {
  return new Map(tableNames.map((name) => [name, new Map()]))
}

/** What memory cannot answer alone; the host reads it from files. Missing bodies are the host's to report. */
export type TableReaders = { readBody: ReadBody; readingText: (text: RecordId<'text'>) => string | undefined }

export class Tables implements NotebookView {
  readonly maps: TableMaps
  readonly #readers: TableReaders
  readonly #indexes = new Map<IndexName, RecordIndex<never>>()

  constructor(maps: TableMaps, readers: TableReaders) {
    this.maps = maps
    this.#readers = readers
  }

  get<Table extends TableName>(table: Table, id: RecordId): RecordOf<Table> | undefined {
    const stored = this.#map(table).get(id)
    return stored && toRecord<Table>(stored, this.#readers.readBody)
  }

  head<Table extends TableName>(table: Table, id: RecordId): HeadOf<Table> | undefined {
    const stored = this.#map(table).get(id)
    return stored && toHead<Table>(stored)
  }

  heads<Table extends TableName>(table: Table): Iterable<HeadOf<Table>> {
    // The Map's own iterator: a generator around it would make an object for every record of every list.
    const map = this.maps.get(table) as TableMap
    return (map.heads ? map.heads() : map.values()) as unknown as Iterable<HeadOf<Table>>
  }

  by<Name extends IndexName>(name: Name, key: string): HeadOf<TableOfIndex<Name>>[] {
    const { table } = indexes[name]
    const found: HeadOf<TableOfIndex<Name>>[] = []
    for (const id of this.#index(name).idsOf(key)) {
      const head = this.head(table, id)
      if (head !== undefined) found.push(head as HeadOf<TableOfIndex<Name>>)
    }
    return found
  }

  readingText(text: RecordId<'text'>): string | undefined {
    return this.#readers.readingText(text)
  }

  /** Swaps the changes in. Applying the same changes again alters nothing: replay relies on it. */
  apply(changes: Iterable<RecordChange>): void {
    for (const { table, id, after } of changes) {
      const map = this.#map(table)
      const before = map.get(id)
      for (const [name, index] of this.#indexes) {
        if (indexes[name].table !== table) continue
        if (before !== undefined) index.delete(id, toHead(before) as never)
        if (after !== undefined) index.add(id, after as never)
      }
      if (after === undefined) map.delete(id)
      else map.set(id, after as never)
    }
  }

  #map<Table extends TableName>(table: Table): Map<RecordId, StoredRecordOf<Table>> {
    return this.maps.get(table) as unknown as Map<RecordId, StoredRecordOf<Table>>
  }

  #index(name: IndexName): RecordIndex<never> {
    const built = this.#indexes.get(name)
    if (built) return built
    const index = new RecordIndex<never>(indexes[name].keysOf as (head: never) => readonly string[])
    for (const head of this.heads(indexes[name].table)) index.add(head.id, head as never)
    this.#indexes.set(name, index)
    return index
  }
}

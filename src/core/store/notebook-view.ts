// What recipes, rules, queries and exports may read of a notebook: the same for the tables, a transaction over them and a moment of the past.

import type { RecordId } from '../records/record-id.ts'
import type { HeadOf, IndexName, RecordOf, TableName, TableOfIndex } from '../records/tables.ts'

export interface NotebookView {
  /** The whole record, its body read from disk if need be (microseconds); records of the trash too. */
  get<Table extends TableName>(table: Table, id: RecordId): RecordOf<Table> | undefined
  /** The record without its body: always in memory. */
  head<Table extends TableName>(table: Table, id: RecordId): HeadOf<Table> | undefined
  /** All heads of a table, in no promised order, for reading a field or two of each: a copy (`{ ...head }`) may miss fields, `head` has them all. */
  heads<Table extends TableName>(table: Table): Iterable<HeadOf<Table>>
  /** The heads that an index lists under a key. */
  by<Name extends IndexName>(index: Name, key: string): HeadOf<TableOfIndex<Name>>[]
  /** The reading text of a stored text; undefined where its file is gone or damaged. */
  readingText(text: RecordId<'text'>): string | undefined
}

// A live query: rows that a window sees and that follow every commit. Defined once; the client's types derive from it.

import type { z } from 'zod'
import type { RecordId } from '../records/record-id.ts'
import type { HeadOf, TableName } from '../records/tables.ts'
import type { RecordChange } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'

export type Query<Params extends z.ZodType = z.ZodType, Table extends TableName = TableName, Row extends { id: RecordId } = { id: RecordId }> = {
  /** The records that the rows stand for; the trash lists several tables. */
  tables: readonly Table[]
  params: Params
  /** Of the record alone: a change elsewhere never makes a row come or go. */
  where: (head: HeadOf<Table>, params: z.output<Params>) => boolean
  /** Of the records alone; the engine breaks ties by id. */
  order: (one: HeadOf<Table>, other: HeadOf<Table>, params: z.output<Params>) => number
  /** May join. */
  row: (notebook: NotebookView, head: HeadOf<Table>, params: z.output<Params>) => Row
  /** The ids whose row a change of another record can alter. */
  affects?: ((change: RecordChange, notebook: NotebookView, params: z.output<Params>) => Iterable<RecordId>) | undefined
  /** Where an index or an id names the few records that can match, so that nobody walks the table. */
  candidates?: ((notebook: NotebookView, params: z.output<Params>) => Iterable<HeadOf<Table> | undefined>) | undefined
}

export function defineQuery<Params extends z.ZodType, const Table extends TableName, Row extends { id: RecordId }>(
  query: Query<Params, Table, Row>,
): Query<Params, Table, Row> {
  return query
}

/** Numbers beside a list, kept by counting up and down: `keysOf` names every count that a record belongs to. */
export type Tally = {
  tables: readonly TableName[]
  keysOf: (table: TableName, head: HeadOf<TableName>) => readonly string[]
}

export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

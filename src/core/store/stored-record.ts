// How records lie in memory: whole, except that an insight's body may still be on disk, named by where it lies.

import type { Insight } from '../records/insight.ts'
import type { RecordId } from '../records/record-id.ts'
import type { HeadOf, RecordOf, TableName } from '../records/tables.ts'

/**
 * Where the body's line begins, in bytes, in the generation's bodies file; length and checksum stand in the line itself.
 * A number, because JSON.parse takes a third longer over 100,000 records that each hold one more small array (measured).
 */
export type BodyReference = number

export type StoredRecordOf<Table extends TableName> = Table extends 'insights'
  ? Omit<Insight, 'body'> & { body: string | BodyReference }
  : RecordOf<Table>
export type StoredRecord = StoredRecordOf<TableName>

/** Reads the body of one insight; throws where its bytes are damaged or another insight's. Handed in by whoever owns the file. */
export type ReadBody = (reference: BodyReference, id: RecordId) => string

export function toRecord<Table extends TableName>(stored: StoredRecordOf<Table>, readBody: ReadBody): RecordOf<Table> {
  const { body } = stored as { body?: string | BodyReference }
  if (typeof body !== 'number') return stored as unknown as RecordOf<Table>
  return { ...stored, body: readBody(body, stored.id) } as unknown as RecordOf<Table>
}

/** The same object, typed without its body: making a copy of every record that a list looks at would cost more than the list. */
export function toHead<Table extends TableName>(stored: StoredRecordOf<Table>): HeadOf<Table> {
  return stored as unknown as HeadOf<Table>
}

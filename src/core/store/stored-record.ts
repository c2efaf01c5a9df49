// How records lie in memory: whole, except that an insight's body may still be on disk, named by where it lies.

import type { Insight } from '../records/insight.ts'
import type { HeadOf, RecordOf, TableName } from '../records/tables.ts'

/** Offset and length in bytes in the generation's bodies file, and the CRC-32 of those bytes. */
export type BodyReference = readonly [offset: number, length: number, crc32: number]

export type StoredRecordOf<Table extends TableName> = Table extends 'insights'
  ? Omit<Insight, 'body'> & { body: string | BodyReference }
  : RecordOf<Table>
export type StoredRecord = StoredRecordOf<TableName>

/** Reads one body; throws where its bytes are damaged. Handed in by whoever owns the file. */
export type ReadBody = (reference: BodyReference) => string

export function toRecord<Table extends TableName>(stored: StoredRecordOf<Table>, readBody: ReadBody): RecordOf<Table> {
  const { body } = stored as { body?: string | BodyReference }
  if (body === undefined || typeof body === 'string') return stored as unknown as RecordOf<Table>
  return { ...stored, body: readBody(body) } as unknown as RecordOf<Table>
}

/** The same object, typed without its body: making a copy of every record that a list looks at would cost more than the list. */
export function toHead<Table extends TableName>(stored: StoredRecordOf<Table>): HeadOf<Table> {
  return stored as unknown as HeadOf<Table>
}

// What LowDB holds: the notebook as its generations store it.

import type { RecordId } from '../../core/records/record-id.ts'
import type { TableName } from '../../core/records/tables.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'

export type NotebookDocument = {
  /** `notebook:…`, made once. */
  id: string
  title: string
  createdAt: string
  /** The last durable commit. */
  seq: number
  /** Maps, so that a record named `__proto__` is a record like any other. */
  tables: Map<TableName, Map<RecordId, StoredRecord>>
}

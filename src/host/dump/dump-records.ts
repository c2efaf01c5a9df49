// The whole notebook as a stream of records: tables in fixed order, ids in code-unit order, one body in memory at a time.

import type { RecordId } from '../../core/records/record-id.ts'
import { type AnyRecord, type TableName, tableNames, tableSchemas } from '../../core/records/tables.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'

export type DumpedRecord = { table: TableName; id: RecordId; record: AnyRecord } | { table: TableName; id: RecordId; problem: string }

export type DumpOptions = {
  /** Records of the trash too. */
  withTrash?: boolean
  tables?: readonly TableName[]
}

/** Memory: the ids of one table. A record whose body is damaged is yielded with a `problem` instead. */
export function* dumpRecords(view: NotebookView, { withTrash = false, tables = tableNames }: DumpOptions = {}): Generator<DumpedRecord> {
  for (const table of tables) {
    const ids: RecordId[] = []
    for (const head of view.heads(table)) if (withTrash || !('removedAt' in head && head.removedAt !== undefined)) ids.push(head.id)
    for (const id of ids.sort()) yield read(view, table, id)
  }
}

/** As `dumpRecords`, with bodies that are damaged and that the generation before still has. */
export async function* dumpHealed(
  notebook: { view: NotebookView; healed: () => Promise<void> },
  options?: DumpOptions,
): AsyncGenerator<DumpedRecord> {
  for (const dumped of dumpRecords(notebook.view, options)) {
    if ('problem' in dumped) await notebook.healed()
    yield 'problem' in dumped ? read(notebook.view, dumped.table, dumped.id) : dumped
  }
}

function read(view: NotebookView, table: TableName, id: RecordId): DumpedRecord {
  try {
    const record = view.get(table, id)
    return record ? { table, id, record: inFieldOrder(table, record) } : { table, id, problem: 'it is gone' }
  } catch (error) {
    return { table, id, problem: error instanceof Error ? error.message : String(error) }
  }
}

/** In the order of the schema, whatever was changed first and wherever it was stored: the same record is the same line in every copy of a notebook. */
function inFieldOrder(table: TableName, record: AnyRecord): AnyRecord {
  const given = record as unknown as { [field: string]: unknown }
  const names = Object.keys(tableSchemas[table].shape).filter((name) => Object.hasOwn(given, name))
  return { ...Object.fromEntries(names.map((name) => [name, given[name]])), ...given } as unknown as AnyRecord
}

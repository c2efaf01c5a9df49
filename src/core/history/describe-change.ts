// What two states of a record differ in, by the names of its fields, and how much is written in one.

import type { AnyRecord } from '../records/tables.ts'
import { sameValue } from '../store/same-content.ts'

/** Bookkeeping that every change touches, and counters that are no one's words. */
const silent = new Set(['id', 'rev', 'createdSeq', 'createdAt', 'updatedAt', 'nextHighlight', 'removedAt'])

/** In the order of the newer record's fields. Nothing where one of the two is not there. */
export function changedFields(before: AnyRecord | null | undefined, after: AnyRecord | null | undefined): string[] {
  if (!before || !after) return []
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...names].filter((name) => !silent.has(name) && !sameValue(valueIn(before, name), valueIn(after, name)))
}

/** In UTF-16 units. */
export function writtenLength(record: AnyRecord | null | undefined): number {
  if (!record) return 0
  if ('body' in record) return record.body.length
  if ('outline' in record) return record.outline.reduce((length, item) => length + (item.type === 'prose' ? item.markdown.length : 0), 0)
  if ('comment' in record) return record.comment.length
  return 'note' in record ? record.note.length : 0
}

function valueIn(record: AnyRecord, name: string): unknown {
  return (record as unknown as { [field: string]: unknown })[name]
}

// The records that a query shows: all of them, or their ids in the order of the list, for what is done to more rows than a window holds.

import type { RecordId } from '../records/record-id.ts'
import type { HeadOf, TableName } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { byText, type Query } from './define-query.ts'

type Head = HeadOf<TableName>

/** In no order; one walk over the table, or over the few records that an index names. */
export function matchingHeads(query: Query, notebook: NotebookView, params: unknown): Head[] {
  const matching: Head[] = []
  const add = (head: Head | undefined) => {
    if (head && query.where(head as never, params)) matching.push(head)
  }
  if (query.candidates) {
    // An index may name a record twice; a table does not.
    const named = new Map([...query.candidates(notebook, params)].filter((head) => head !== undefined).map((head) => [head.id, head]))
    for (const head of named.values()) add(head)
  } else for (const table of query.tables) for (const head of notebook.heads(table)) add(head)
  return matching
}

/**
 * The ids of a list in its order (100,000 records: about 100 ms). `between` keeps those from one row to another, whichever stands first; nothing
 * where one of the two is not in the list.
 */
export function listedIds(query: Query, notebook: NotebookView, params: unknown, between?: readonly [RecordId, RecordId]): RecordId[] {
  const heads = matchingHeads(query, notebook, params)
  heads.sort((one, other) => query.order(one as never, other as never, params) || byText(one.id, other.id))
  const ids = heads.map(({ id }) => id)
  if (!between) return ids
  const ends = between.map((id) => ids.indexOf(id)).sort((one, other) => one - other)
  const [first = -1, last = -1] = ends
  return first < 0 ? [] : ids.slice(first, last + 1)
}

// What would go with records that are deleted for good: the highlights, evidence and figures that hang on them.

import type { NotebookClient } from '../../../core/contract/notebook-client.ts'
import type { QueryName, QueryParams } from '../../../core/queries/queries.ts'
import { kindOf, type RecordId } from '../../../core/records/record-id.ts'

/** Beyond this many records nobody reads a count; the dialog then says the rule instead. */
export const maxCounted = 40
const pageCount = 500

export type Dependents = { highlights: number; evidence: number; figures: number }

/**
 * Counts what is not in the trash itself, each record once, those of `ids` not at all. Undefined where there are too many to name. Never
 * settles after `signal` is aborted.
 */
export async function countDependents(client: NotebookClient, ids: readonly RecordId[], signal: AbortSignal): Promise<Dependents | undefined> {
  if (ids.length > maxCounted) return undefined
  const lists = await Promise.all(ids.flatMap((id) => dependentQueries(id)).map(([query, params]) => readOnce(client, query, params, signal)))
  if (lists.some(({ total, ids: found }) => total > found.length)) return undefined
  const all = new Set(lists.flatMap((list) => list.ids))
  for (const id of ids) all.delete(id)
  const kinds = [...all].map(kindOf)
  const count = (kind: string) => kinds.filter((each) => each === kind).length
  return { highlights: count('highlight'), evidence: count('evidence'), figures: count('figure') }
}

function dependentQueries(id: RecordId): [QueryName, QueryParams<QueryName>][] {
  switch (kindOf(id)) {
    case 'source':
      return [
        ['highlights', { source: id as RecordId<'source'> }],
        ['evidence', { source: id as RecordId<'source'> }],
        ['figures', { source: id as RecordId<'source'> }],
      ]
    case 'insight':
      return [['evidence', { insight: id as RecordId<'insight'> }]]
    case 'highlight':
      return [['evidence', { highlight: id as RecordId<'highlight'> }]]
    default:
      return []
  }
}

function readOnce(client: NotebookClient, query: QueryName, params: QueryParams<QueryName>, signal: AbortSignal) {
  return new Promise<{ total: number; ids: RecordId[] }>((resolve) => {
    let isDone = false
    const watch = client.watch(query, params, { start: 0, count: pageCount }, ({ total, rows }) => {
      if (isDone) return
      isDone = true
      resolve({ total, ids: rows.map((row) => row.id) })
      queueMicrotask(() => watch.close())
    })
    signal.addEventListener('abort', () => watch.close())
  })
}

// Live queries as React state: the page of rows now and after every commit that alters it.

import { useEffect, useMemo, useRef, useState } from 'react'
import type { WatchedPage } from '../../core/contract/notebook-client.ts'
import type { QueryName, QueryParams, QueryRow } from '../../core/queries/queries.ts'
import { useClient } from './notebook-context.ts'
import { type SharedWatch, watchesOf } from './shared-watches.ts'

export type Watched<Name extends QueryName> = WatchedPage<QueryRow<Name>> & { isLoading: boolean }

const nothing = { total: 0, start: 0, rows: [], isLoading: true } as const

/**
 * Watches one page of a query; pass `undefined` params to watch nothing. Params are compared by value. While other params load, the rows of the
 * old ones are not shown: they would be wrong answers.
 */
export function useWatch<Name extends QueryName>(query: Name, params: QueryParams<Name> | undefined, start = 0, count = 200): Watched<Name> {
  const client = useClient()
  const watches = watchesOf(client)
  const key = params === undefined ? undefined : JSON.stringify(params)
  const [state, setState] = useState<{ key: string; page: WatchedPage<QueryRow<Name>> }>()
  const watch = useRef<SharedWatch<Name>>(undefined)
  const range = useRef({ start, count })
  range.current = { start, count }
  // Params are followed by value through key, the range by the effect below.
  useEffect(() => {
    if (key === undefined) return
    const opened = watches.open(query, key, range.current, (page) => setState({ key, page }))
    watch.current = opened
    if (opened.latest) setState({ key, page: opened.latest })
    return () => opened.close()
  }, [watches, query, key])
  useEffect(() => watch.current?.turnTo({ start, count }), [start, count])
  const page = key === undefined ? undefined : state?.key === key ? state.page : watches.peek(query, key, range.current)
  return useMemo(() => (page ? { ...page, isLoading: false } : nothing), [page])
}

/** Watches one record: `undefined` while loading, `null` where there is none. */
export function useRecord<Name extends 'insight' | 'source' | 'report'>(
  query: Name,
  id: QueryParams<Name>['id'] | undefined,
): QueryRow<Name> | null | undefined {
  const { rows, isLoading } = useWatch(query, id === undefined ? undefined : ({ id } as QueryParams<Name>), 0, 1)
  return isLoading ? undefined : (rows[0] ?? null)
}

// The selection of a watched list: what is not loaded is asked of the host, and rows that leave the list leave the selection.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { QuestionInput } from '../../core/contract/questions.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { useClient } from '../notebook/notebook-context.ts'
import { anchorAt, extendSelection, loadedRange, noSelection, type RowSelection, selectEach, toggleRow, withoutGone } from './row-selection.ts'

export type RowSelecting = {
  ids: ReadonlySet<string>
  /** `open` is the row that lies open: it counts as selected before the first other one is. */
  toggle: (id: string, open?: string) => void
  /** Selects from the anchor, or from `from` where there is none, to this row. */
  extendTo: (id: string, from?: string) => void
  anchorAt: (id: string) => void
  selectAll: () => void
  clear: () => void
}

type ListQuery = Pick<QuestionInput<'list.ids'>, 'query' | 'params'>

/** `rows` and `total` are what is loaded of the list now. Another list (other params) begins with nothing selected. */
export function useRowSelection({ query, params }: ListQuery, rows: readonly { id: RecordId }[], total: number): RowSelecting {
  const client = useClient()
  const key = JSON.stringify([query, params])
  const [held, setHeld] = useState<{ key: string; selection: RowSelection }>({ key, selection: noSelection })
  const selection = held.key === key ? held.selection : noSelection
  const latest = useRef({ key, selection, rows })
  latest.current = { key, selection, rows }
  /** The newest asking: an older answer must not overwrite it. */
  const asking = useRef(0)

  const set = useCallback((next: RowSelection) => {
    asking.current += 1
    latest.current.selection = next
    setHeld({ key: latest.current.key, selection: next })
  }, [])
  const askIds = useCallback(
    async (between?: [RecordId, RecordId]): Promise<RecordId[] | undefined> => {
      asking.current += 1
      const { current: mine } = asking
      const [asked, given] = JSON.parse(latest.current.key) as [ListQuery['query'], unknown]
      const answer = await client.ask('list.ids', { query: asked, params: given, ...(between ? { between } : {}) })
      return answer.ok && asking.current === mine ? answer.value : undefined
    },
    [client],
  )

  // Rows went: where all that is selected is loaded it is seen here, else the host knows.
  const lastTotal = useRef(total)
  useEffect(() => {
    const hasShrunk = total < lastTotal.current
    lastTotal.current = total
    if (!hasShrunk || latest.current.selection.ids.size === 0) return
    void askIds().then((ids) => {
      const there = ids && new Set<string>(ids)
      if (there) set(withoutGone(latest.current.selection, (id) => there.has(id)))
    })
  }, [total, askIds, set])

  return useMemo(
    () => ({
      ids: selection.ids,
      toggle: (id, open) => {
        const { selection: now } = latest.current
        set(toggleRow(now.ids.size === 0 && open !== undefined && open !== id ? selectEach([open]) : now, id))
      },
      extendTo: (id, from) => {
        const { selection: now, rows: loaded } = latest.current
        const anchor = now.anchor ?? from ?? id
        const anchored = now.anchor === undefined ? anchorAt(now, anchor) : now
        const range = loadedRange(loaded, anchor, id)
        if (range) return set(extendSelection(anchored, range))
        void askIds([anchor as RecordId, id as RecordId]).then((ids) => ids && set(extendSelection(anchored, ids)))
      },
      anchorAt: (id) => set(anchorAt(latest.current.selection, id)),
      selectAll: () => void askIds().then((ids) => ids && set(selectEach(ids, latest.current.selection.anchor))),
      clear: () => set(noSelection),
    }),
    [selection, set, askIds],
  )
}

// Which rows a menu is for, and where it stands: the selection where the row belongs to it, else that row alone.

import { useCallback, useRef, useState } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'

type Point = { x: number; y: number }
type ShownMenu<Row> = { row: Row; ids: readonly RecordId[]; point: Point }

export function useRowMenu<Row extends { id: RecordId }>(selected: ReadonlySet<string>) {
  const [shown, setShown] = useState<ShownMenu<Row>>()
  const latest = useRef(selected)
  latest.current = selected
  const targetsOf = useCallback(({ id }: Row): RecordId[] => (latest.current.has(id) ? ([...latest.current] as RecordId[]) : [id]), [])
  const open = useCallback(
    (row: Row, point: Point) => {
      const ids = targetsOf(row)
      // After this key: Mantine takes a key that is pressed beside an open menu as a wish to close it.
      setTimeout(() => setShown({ row, ids, point }), 0)
    },
    [targetsOf],
  )
  /** By an action and not at a row: beside the first of the chosen rows in sight. */
  const openForSelection = useCallback((rows: readonly Row[], ids: readonly RecordId[]) => {
    const row = rows.find(({ id }) => ids.includes(id))
    const box = document.querySelector('[role="option"][aria-selected="true"]')?.getBoundingClientRect()
    if (row) setTimeout(() => setShown({ row, ids, point: { x: (box?.left ?? 0) + 24, y: Math.max(60, (box?.top ?? 0) + 24) } }), 0)
  }, [])
  return { shown, targetsOf, open, openForSelection, close: useCallback(() => setShown(undefined), []) }
}

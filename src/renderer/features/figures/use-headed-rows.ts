// Rows under headings: which of them begins a group. A row whose place in its group stays is the same object again, so that it is not drawn anew.

import { useMemo, useRef } from 'react'

export type HeadedRow<Row extends { id: string }> = { id: Row['id']; row: Row; isFirst: boolean }

/** `groupOf` must stay the same function. The first row of a page that is loaded counts as the first of its group. */
export function useHeadedRows<Row extends { id: string }>(rows: readonly Row[], groupOf: (row: Row) => string | undefined): HeadedRow<Row>[] {
  const kept = useRef(new WeakMap<Row, HeadedRow<Row>>())
  return useMemo(
    () =>
      rows.map((row, index) => {
        const before = rows[index - 1]
        const isFirst = before === undefined || groupOf(before) !== groupOf(row)
        const known = kept.current.get(row)
        if (known?.isFirst === isFirst) return known
        const headed = { id: row.id, row, isFirst }
        kept.current.set(row, headed)
        return headed
      }),
    [rows, groupOf],
  )
}

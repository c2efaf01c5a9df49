// Rows that go away under the focus would drop it on the page: it goes to the row that took their place.

import { type RefObject, useEffect, useRef } from 'react'

/** `list` holds a `li` with a `data-row` element for each of `shownIds`; `empty` is shown in its place where there are none. */
export function useKeptFocus(list: RefObject<HTMLElement | null>, empty: RefObject<HTMLElement | null>, shownIds: readonly string[]): void {
  const last = useRef<{ ids: readonly string[]; focused: number }>({ ids: [], focused: 0 })
  useEffect(() => {
    const note = () => {
      const focused = document.activeElement?.closest('li')?.querySelector('[data-row]')
      const position = focused ? rowsOf(list).indexOf(focused as HTMLElement) : -1
      if (position >= 0) last.current.focused = position
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [list])
  useEffect(() => {
    const hasShrunk = shownIds.length < last.current.ids.length
    last.current.ids = shownIds
    // A button that the loss of the last selected row has disabled cannot keep the focus either.
    if (!hasShrunk || (document.activeElement !== document.body && !document.activeElement?.matches(':disabled'))) return
    const rows = rowsOf(list)
    const target = rows[Math.min(last.current.focused, rows.length - 1)] ?? empty.current
    target?.focus()
  }, [list, empty, shownIds])
}

function rowsOf(list: RefObject<HTMLElement | null>): HTMLElement[] {
  return [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
}

// Coming back from a place that was opened, the focus is on it again: going through results one by one starts each time where it stopped.

import { type RefObject, useEffect } from 'react'

// The view is gone while the opened place is shown, so this outlives it. A window has one search.
let left: { query: string; position: number } | undefined

/** Call the returned function when a result is opened; its row is taken to be the one with the focus. */
export function useReturnFocus(list: RefObject<HTMLElement | null>, query: string, isShown: boolean): () => void {
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows only reads the page
  useEffect(() => {
    if (!isShown || !left) return
    if (left.query === query && document.activeElement === document.body) rows()[left.position]?.focus()
    left = undefined
  }, [isShown, query])
  return () => {
    const position = rows().indexOf(document.activeElement as HTMLElement)
    left = position < 0 ? undefined : { query, position }
  }
}

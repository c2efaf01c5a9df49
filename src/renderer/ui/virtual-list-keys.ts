// Where a key leads in a list: the part of the virtual list that needs no page.

/** The row that `key` makes active, or undefined where the key means nothing to a list. `active` is -1 while no row is. */
export function rowAfterKey(key: string, active: number, total: number, rowsPerPage: number): number | undefined {
  if (total === 0) return undefined
  const last = total - 1
  const step = Math.max(1, rowsPerPage - 1)
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, active + 1)
    case 'ArrowUp':
      return active < 0 ? last : Math.max(0, active - 1)
    case 'PageDown':
      return Math.min(last, Math.max(0, active) + step)
    case 'PageUp':
      return Math.max(0, active - step)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

type PressedKey = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

/** What a key means for a selection of several rows; undefined where it means nothing. `hasSome` says whether rows are selected now. */
export function selectingKey({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey, hasSome: boolean): 'all' | 'none' | 'toggle' | undefined {
  const isMod = ctrlKey || metaKey
  if (altKey || shiftKey) return undefined
  if (isMod && key.toLowerCase() === 'a') return 'all'
  if (key === ' ' && (isMod || hasSome)) return 'toggle'
  return key === 'Escape' && hasSome && !isMod ? 'none' : undefined
}

export function isMenuKey({ key, shiftKey }: PressedKey): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey)
}

const pageLength = 200
const margin = 60

/**
 * The page of rows to ask for so that `first` to `last` (inclusive) stand well inside it, or undefined while the loaded rows (`start`, `loaded`
 * of them) reach far enough. Starts are rounded, so that a slow scroll does not ask at every row.
 */
export function pageToLoad(
  visible: { first: number; last: number },
  held: { start: number; loaded: number },
  total: number,
): { start: number; count: number } | undefined {
  const from = Math.max(0, visible.first - margin / 3)
  const to = Math.min(total - 1, visible.last + margin / 3)
  if (from >= held.start && to < held.start + held.loaded) return undefined
  const start = Math.max(0, Math.floor((visible.first - margin) / 20) * 20)
  return { start, count: Math.min(500, Math.max(pageLength, visible.last - start + margin)) }
}

// Arrow keys through a list of buttons or rows: the focus moves, nothing else happens.

const marker = '[data-row]'

/**
 * Call from `onKeyDown` of an element that holds elements with `data-row`. ↑ ↓ Home End move the focus between them in document order.
 * `onLeaveStart` is called for ↑ on the first. Returns true where it handled the key. Nothing is done while composing or with a modifier held.
 */
export function moveFocusByKey(event: React.KeyboardEvent<HTMLElement>, onLeaveStart?: () => void): boolean {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(marker)]
  const position = rows.indexOf(document.activeElement as HTMLElement)
  if (position < 0) return false
  const target = targetOf(event.key, position, rows.length)
  if (target === undefined) return false
  event.preventDefault()
  if (target < 0) onLeaveStart?.()
  else rows[Math.min(target, rows.length - 1)]?.focus()
  return true
}

function targetOf(key: string, position: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return position + 1
    case 'ArrowUp':
      return position - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

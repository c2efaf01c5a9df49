// What a key means on a row of the outline.

import { isTextField } from '../../keys/actions.ts'

export type RowKey = { type: 'move'; by: 1 | -1 } | { type: 'level'; by: 1 | -1 } | { type: 'open' } | { type: 'remove' }

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

type KeyPress = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>

/** Undefined where the row leaves the key alone. Enter and Delete count only on the row's handle. */
export function readRowKey(event: KeyPress, target: HTMLElement): RowKey | undefined {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return undefined
  if (event.altKey) return isOwnUseOfAlt(target) ? undefined : readArrow(event.key)
  if (!target.matches('[data-row]')) return undefined
  if (event.key === 'Enter') return { type: 'open' }
  return event.key === 'Delete' || event.key === 'Backspace' ? { type: 'remove' } : undefined
}

function readArrow(key: string): RowKey | undefined {
  switch (key) {
    case 'ArrowUp':
      return { type: 'move', by: -1 }
    case 'ArrowDown':
      return { type: 'move', by: 1 }
    case 'ArrowLeft':
      return { type: 'level', by: -1 }
    case 'ArrowRight':
      return { type: 'level', by: 1 }
    default:
      return undefined
  }
}

/** In several lines of text Alt with an arrow moves a line or the cursor, and on a Mac in every field. */
function isOwnUseOfAlt(target: HTMLElement): boolean {
  return isTextField(target) && (isMac || !target.matches('[data-line]'))
}

// Undo and Redo of the native menu while a text field has the focus: the field's own, as its keys would do it.

import { isMac, isTextField } from '../keys/actions.ts'

type HistoryAction = 'history.undo' | 'history.redo'

export function isHistoryAction(id: string): id is HistoryAction {
  return id === 'history.undo' || id === 'history.redo'
}

/** False where no text field has the focus: then the action is the window's. */
export function runInField(action: HistoryAction): boolean {
  const field = document.activeElement
  if (!isTextField(field)) return false
  // The editor keeps a history of its own behind these keys; a plain field leaves them to Chromium, which has a command for each.
  const isUntaken = field?.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: action === 'history.undo' ? 'z' : 'Z',
      code: 'KeyZ',
      keyCode: 90,
      shiftKey: action === 'history.redo',
      ctrlKey: !isMac,
      metaKey: isMac,
      bubbles: true,
      cancelable: true,
    }),
  )
  if (isUntaken) document.execCommand(action === 'history.undo' ? 'undo' : 'redo')
  return true
}

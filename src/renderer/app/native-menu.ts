// The catalogue as the desktop's menu bar: every action with its key, and whether it can be run at this moment.

import type { ShellMenu, ShellMenuItem } from '../../core/contract/shell-messages.ts'
import { availableActions, onActionsChange } from '../keys/actions.ts'
import { type ActionId, actionIds, catalogue, menuNames } from '../keys/catalogue.ts'
import { keysOf, useKeySettings } from '../keys/key-settings.ts'
import { strings } from '../strings/strings.ts'

/** What can be done now depends on the selection and the focus: looked at once these have come to rest. */
const settleMs = 120
const restlessEvents = ['keyup', 'pointerup', 'focusin', 'selectionchange'] as const

/** Calls `send` with the menus now and whenever they change; returns how to stop. */
export function followMenu(send: (menus: ShellMenu[]) => void): () => void {
  let sent = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const sendChanged = () => {
    const menus = makeMenus()
    const text = JSON.stringify(menus)
    if (text === sent) return
    sent = text
    send(menus)
  }
  const sendSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(sendChanged, settleMs)
  }
  for (const name of restlessEvents) document.addEventListener(name, sendSoon)
  const stopListening = [onActionsChange(sendSoon), useKeySettings.subscribe(sendSoon)]
  sendSoon()
  return () => {
    clearTimeout(timer)
    for (const name of restlessEvents) document.removeEventListener(name, sendSoon)
    for (const stop of stopListening) stop()
  }
}

function makeMenus(): ShellMenu[] {
  const available = new Set(availableActions())
  return menuNames.map((name) => ({
    id: name,
    title: strings.desktop.menus[name],
    items: actionIds.filter((id) => catalogue[id].menu === name).map((id) => makeItem(id, available)),
  }))
}

function makeItem(id: ActionId, available: ReadonlySet<ActionId>): ShellMenuItem {
  const [key] = menuKeys(id)
  // In a text field they are the field's own, so they can always be chosen.
  const isEnabled = available.has(id) || id === 'history.undo' || id === 'history.redo'
  return { id, title: catalogue[id].title, isEnabled, ...(key === undefined ? {} : { key }) }
}

/** A key that a menu can have as an accelerator before one that only stands in its label. */
function menuKeys(id: ActionId): readonly string[] {
  return keysOf(id).toSorted((one, other) => Number(other.includes('Mod+')) - Number(one.includes('Mod+')))
}

// Every action of the window in one register: its name, its key and what it does. Menus, tooltips and the list of keys read from here.

import { useEffect, useRef } from 'react'

export type Action = {
  /** Stable, `noun.verb`. */
  id: string
  title: string
  /** Like `Mod+K`, `Shift+Mod+Z`, `H`, `?`, `Escape`: Mod is Ctrl, or Cmd on a Mac. Plain keys work only when no text field has the focus. */
  keys: readonly string[]
  run: (event?: KeyboardEvent) => void
  /** False while the action makes no sense: its key is left alone. */
  isEnabled?: () => boolean
}

/** The newest registration of a key wins, so that a dialog or a pane can take a key over while it is shown. */
const registered: Action[] = []

export function useAction(action: Action): void {
  const latest = useRef(action)
  latest.current = action
  const { id, title } = action
  const keys = action.keys.join(' ')
  useEffect(() => {
    const held: Action = {
      id,
      title,
      keys: keys === '' ? [] : keys.split(' '),
      run: (event) => latest.current.run(event),
      isEnabled: () => latest.current.isEnabled?.() ?? true,
    }
    registered.push(held)
    return () => void registered.splice(registered.indexOf(held), 1)
  }, [id, title, keys])
}

export function listActions(): readonly Action[] {
  return registered
}

/** Handles one keydown of the page. Nothing fires while an input method is composing. */
export function handleKeydown(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.repeat) return
  const pressed = keyOf(event)
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !/^(F\d+|Escape)$/.test(event.key)
  if (isPlain && isTextField(event.target)) return
  for (const action of registered.toReversed()) {
    if (!action.keys.includes(pressed) || action.isEnabled?.() === false) continue
    event.preventDefault()
    action.run(event)
    return
  }
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(button|checkbox|radio|range|submit|reset)$/.test((target as HTMLInputElement).type)
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

function keyOf(event: KeyboardEvent): string {
  const isMod = isMac ? event.metaKey : event.ctrlKey
  const name = event.key.length === 1 ? event.key.toUpperCase() : event.key
  // Shift is named only where it is not already in the character, as in `?`.
  const isLetter = /^[A-Z0-9]$/.test(name) || name.length > 1
  return `${event.altKey ? 'Alt+' : ''}${event.shiftKey && isLetter ? 'Shift+' : ''}${isMod ? 'Mod+' : ''}${name}`
}

/** How a key is shown: `Ctrl K`, on a Mac `⌘ K`. */
export function showKey(key: string): string {
  return key
    .replace('Mod+', isMac ? '⌘ ' : 'Ctrl ')
    .replace('Shift+', isMac ? '⇧ ' : 'Shift ')
    .replace('Alt+', isMac ? '⌥ ' : 'Alt ')
}

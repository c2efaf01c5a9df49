// What the actions of the catalogue do at this moment: components say so while they are shown, and keys, palette and menus run them from here.

import { useContext, useLayoutEffect, useRef } from 'react'
import { ActionScopeContext } from './action-scope.ts'
import { type ActionId, actionIds, catalogue } from './catalogue.ts'
import { dropHeldKey, heldKey, holdKey } from './held-key.ts'
import { keysOf } from './key-settings.ts'

export type ActionHandler = {
  id: ActionId
  run: (event?: KeyboardEvent) => void
  /** False while the action makes no sense: its key is left alone, and menus show it as not to be had. */
  isEnabled?: () => boolean
}

/** Without `isInFocus` it stands for the whole window. */
type HeldHandler = ActionHandler & { isInFocus?: () => boolean }

/**
 * The newest handler of an action or a key wins, so that a dialog or a pane can take it over while it is shown; where two panes can do it, the one
 * that has the focus.
 */
const handlers: HeldHandler[] = []
const listeners = new Set<() => void>()

/** Set while nothing can be changed: told when a key asks for it all the same. */
let onRefused: (() => void) | undefined

/** While the past is shown, actions that change something do not exist. Call with undefined when they do again. */
export function lockChanges(refused: (() => void) | undefined): void {
  onRefused = refused
  for (const listener of listeners) listener()
}

const isLocked = (id: ActionId) => onRefused !== undefined && catalogue[id].changes === true

export function useAction(handler: ActionHandler): void {
  const latest = useRef(handler)
  latest.current = handler
  const scope = useContext(ActionScopeContext)
  const { id } = handler
  // With what is seen, not a moment after it: a key pressed between the two would do what was meant before.
  useLayoutEffect(() => {
    const held: HeldHandler = {
      id,
      run: (event) => latest.current.run(event),
      isEnabled: () => scope?.isShown() !== false && (latest.current.isEnabled?.() ?? true),
      isInFocus: () => scope?.isFocused() !== false,
    }
    return addAction(held)
  }, [id, scope])
}

/** The same for what is no component; returns how to stop. */
export function addAction(handler: HeldHandler): () => void {
  handlers.push(handler)
  for (const listener of listeners) listener()
  // Once everything that came with the component is there.
  queueMicrotask(runHeldKey)
  return () => {
    handlers.splice(handlers.indexOf(handler), 1)
    for (const listener of listeners) listener()
  }
}

/** Told when an action came or went with its component; returns how to stop. */
export function onActionsChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The actions that can be run now, in the catalogue's order. */
export function availableActions(): readonly ActionId[] {
  return actionIds.filter((id) => handlerOf(id) !== undefined)
}

/** Runs the action where it can be run now; false where not. */
export function runAction(id: ActionId): boolean {
  const handler = handlerOf(id)
  handler?.run()
  return handler !== undefined
}

function handlerOf(id: ActionId): ActionHandler | undefined {
  return newest((handler) => handler.id === id && !isLocked(id) && handler.isEnabled?.() !== false)
}

function newest(isMeant: (handler: HeldHandler) => boolean): HeldHandler | undefined {
  return handlers.findLast((handler) => isMeant(handler) && handler.isInFocus?.() !== false) ?? handlers.findLast(isMeant)
}

/** Handles one keydown of the page. Nothing fires while an input method is composing. */
export function handleKeydown(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.repeat) return
  const pressed = keyOf(event)
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !/^(F\d+|Escape)$/.test(event.key)
  if (isPlain && isTextField(event.target)) return
  // A menu or a dialog takes Escape for itself, and is gone by now: nothing behind it was meant.
  if (event.key === 'Escape' && event.target instanceof Element && event.target.closest('[role=menu], [role=dialog]')) return
  // A button or a link that has the focus takes Enter for itself, whatever else has that key.
  if (pressed === 'Enter' && event.target instanceof Element && event.target.closest('button, a[href], summary')) return
  dropHeldKey(event)
  const handler = handlerOfKey(pressed)
  if (handler) {
    event.preventDefault()
    handler.run(event)
    // A text field's own keys are its own; Escape leaves something, and is for what is there: neither waits for a part that comes.
  } else if (onRefused && handlers.some(({ id }) => isLocked(id) && keysOf(id).includes(pressed)) && !isTextField(event.target)) {
    event.preventDefault()
    onRefused()
  } else if (pressed !== 'Escape' && !isTextField(event.target) && actionIds.some((id) => keysOf(id).includes(pressed)) && holdKey(pressed, event))
    event.preventDefault()
}

/** Call once, before anything is shown: keys that come before their action are kept for it. */
export function listenToKeys(): void {
  window.addEventListener('keydown', handleKeydown)
  window.addEventListener('pointerdown', dropHeldKey)
}

function handlerOfKey(key: string): ActionHandler | undefined {
  return newest(({ id, isEnabled }) => keysOf(id).includes(key) && !isLocked(id) && isEnabled?.() !== false)
}

function runHeldKey(): void {
  const held = heldKey()
  const handler = held && handlerOfKey(held.key)
  if (!handler) return
  dropHeldKey()
  // Somebody writes by now: a letter is a letter there.
  if (!isTextField(document.activeElement)) handler.run(held.event)
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(button|checkbox|radio|range|submit|reset)$/.test((target as HTMLInputElement).type)
}

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

/** The name of the key pressed, as the catalogue writes it. */
export function keyOf(event: KeyboardEvent): string {
  const isMod = isMac ? event.metaKey : event.ctrlKey
  // On a Mac ⌥ makes other characters of letters and digits: there the key itself is meant.
  const plain = event.altKey && !/^[\da-z]$/i.test(event.key) ? /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] : undefined
  const name = plain ?? (event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key)
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

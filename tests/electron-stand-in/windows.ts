// The windows that are open, and which has the focus. The app asks when it quits, menus when they are clicked.

import type { BrowserWindow } from './browser-window.ts'

const open = new Set<BrowserWindow>()
const whenAllClosed: (() => void)[] = []
let focused: BrowserWindow | null = null

export const windows = {
  all: (): BrowserWindow[] => [...open],
  focused: (): BrowserWindow | null => focused,
  add: (window: BrowserWindow): void => void open.add(window),
  remove: (window: BrowserWindow): void => {
    open.delete(window)
    if (focused === window) focused = null
    if (open.size === 0) for (const listener of whenAllClosed) listener()
  },
  focus: (window: BrowserWindow | null): void => {
    if (focused === window) return
    focused?.emit('blur')
    focused = window
    window?.emit('focus')
  },
  onAllClosed: (listener: () => void): void => void whenAllClosed.push(listener),
}

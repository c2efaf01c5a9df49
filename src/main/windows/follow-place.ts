// Tells where a window stands, after every move of it and once more when it closes.

import type { BrowserWindow } from 'electron'
import type { WindowPlace } from '../desktop-memory.ts'

export function followPlace(window: BrowserWindow, note: (place: WindowPlace) => void): void {
  const tell = () => {
    // Of a minimised window the system tells sizes that nobody chose.
    if (window.isDestroyed() || window.isMinimized()) return
    const { x, y, width, height } = window.getNormalBounds()
    note({ x, y, width, height, isMaximized: window.isMaximized(), isFullScreen: window.isFullScreen() })
  }
  window.on('resize', tell)
  window.on('move', tell)
  window.on('maximize', tell)
  window.on('unmaximize', tell)
  window.on('enter-full-screen', tell)
  window.on('leave-full-screen', tell)
  window.on('close', tell)
}

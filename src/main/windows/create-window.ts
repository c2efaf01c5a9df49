// One window: a page without Node, in its own world and its own sandbox.

import { BrowserWindow } from 'electron'
import { appAddress } from '../security/trusted-sender.ts'
import { type Bounds, smallestWindow } from './fit-bounds.ts'

/** Loads its page at once and shows itself when there is something to see; `onShown` is called once. */
export function createWindow(
  files: { preloadPath: string; iconPath: string },
  place: { bounds: Bounds | { width: number; height: number }; isMaximized: boolean; isFullScreen: boolean },
  onShown: () => void,
): BrowserWindow {
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    fullscreen: place.isFullScreen,
    show: false,
    title: 'Footing',
    // Elsewhere the program's own icon is the window's.
    ...(process.platform === 'linux' ? { icon: files.iconPath } : {}),
    webPreferences: {
      preload: files.preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  window.once('ready-to-show', () => {
    // Before it is shown, so that it does not grow before the reader's eyes.
    if (place.isMaximized) window.maximize()
    window.show()
    onShown()
  })
  // Rejects where the window is closed, or its page crashes, before it is there: both are seen to elsewhere.
  window.loadURL(appAddress).catch((error: unknown) => console.error(`a page was not loaded: ${String(error)}`))
  return window
}

/** Brings a window to the front, from wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

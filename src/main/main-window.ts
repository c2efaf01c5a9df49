// The window: one page without Node, in its own world and its own sandbox.

import { BrowserWindow } from 'electron'
import { appAddress } from './security/trusted-sender.ts'

const size = { width: 1400, height: 900, minWidth: 480, minHeight: 360 }

/** `npm start` waits for this line; without it, it falls back to the browser. */
export const readyLine = 'footing: window ready'

/** Shows itself when there is something to see. `onReady` is called once. */
export function openMainWindow(preloadPath: string, onReady: () => void): BrowserWindow {
  const window = new BrowserWindow({
    ...size,
    show: false,
    title: 'Footing',
    webPreferences: {
      preload: preloadPath,
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
    window.show()
    onReady()
  })
  void window.loadURL(appAddress)
  return window
}

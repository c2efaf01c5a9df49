// The way out, whoever asks for it: drafts, then windows, then notebooks, each within a limit. Nothing is lost, and nothing hangs.

import { app, powerMonitor, session } from 'electron'
import type { DesktopMemory } from './desktop-memory.ts'
import type { OpenNotebooks } from './notebooks/open-notebooks.ts'
import type { NotebookWindows } from './windows/notebook-windows.ts'

/**
 * Over the limits of its parts (3 s for drafts, 10 s for notebooks) with some to spare: should one of them fail to keep its own, the program ends
 * all the same. What was acknowledged is in the journals, and what was typed in the pages' storage.
 */
const wholeLimitMs = 15_000

/** Call once ready. */
export function leaveInOrder(windows: NotebookWindows, notebooks: OpenNotebooks, memory: DesktopMemory): void {
  let isLeaving = false
  const leave = async () => {
    if (isLeaving) return
    isLeaving = true
    const giveUp = setTimeout(() => {
      console.error('Footing did not end in time: what was saved is in its journal')
      app.exit(1)
    }, wholeLimitMs)
    await windows.closeAll()
    session.defaultSession.flushStorageData()
    await memory.write()
    const areWritten = await notebooks.closeAll()
    clearTimeout(giveUp)
    // Not `quit`: that would ask again, and be held up again.
    app.exit(areWritten ? 0 : 1)
  }
  app.on('before-quit', (event) => {
    event.preventDefault()
    void leave()
  })
  // On a Mac a program outlives its windows; anywhere else the last one takes it along.
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.on('browser-window-created', (_event, window) => window.on('session-end', () => void leave()))
  powerMonitor.on('shutdown', () => void leave())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave())
}

// What a window may ask of the desktop, and the shell's own menu items: the same things, done in one place.

import { app, type BrowserWindow, shell } from 'electron'
import type { ShellAnswer, ShellRequest } from '../../core/contract/shell-messages.ts'
import type { Language } from '../../core/strings/language.ts'
import { nodeFileSystem } from '../../host/storage/file-system.ts'
import { hasNotebook } from '../../host/storage/has-notebook.ts'
import type { DesktopMemory } from '../desktop-memory.ts'
import type { NotebookWindow } from '../windows/notebook-window.ts'
import type { NotebookWindows } from '../windows/notebook-windows.ts'
import { chooseNewFolder, chooseNotebook } from './dialogs.ts'
import { type SavedFiles, saveFile, showSavedFile } from './save-file.ts'

export type ShellContext = {
  windows: NotebookWindows
  memory: DesktopMemory
  words: Language['desktop']
  saved: SavedFiles
  showLogs: () => void
}

const done: ShellAnswer = { ok: true }
const cancelled: ShellAnswer = { ok: false, error: { code: 'cancelled' } }

/** `window` is the one that asks; none for a menu of a Mac without windows. */
export async function answerRequest(context: ShellContext, window: NotebookWindow | undefined, request: ShellRequest): Promise<ShellAnswer> {
  const { windows, memory, words, saved, showLogs } = context
  switch (request.name) {
    case 'file.save':
      return window ? await saveFile(window.window, words, saved, request) : cancelled
    case 'file.show':
      return showSavedFile(saved, request.path)
    case 'notebook.open': {
      const folder = await chooseNotebook(window?.window, words)
      return folder !== undefined && (await windows.open(folder)) ? done : cancelled
    }
    case 'notebook.create':
      return await createNotebook(windows, window?.window, words)
    case 'notebook.open-recent': {
      const isListed = memory.recents.some(({ folder }) => folder === request.folder)
      if (!isListed) return { ok: false, error: { code: 'not-found', message: 'this notebook is not on the list' } }
      return (await windows.open(request.folder)) ? done : cancelled
    }
    case 'notebook.show-folder':
      if (window) await openPath(window.folder)
      return done
    case 'logs.show':
      showLogs()
      return done
    case 'window.new':
      if (window) await windows.open(window.folder, { isAnother: true })
      return done
    case 'window.close':
      void window?.close()
      return done
    case 'app.quit':
      app.quit()
      return done
  }
}

/** Where a notebook is already, that one opens: nothing is written over. A folder that holds other things is refused as the window opens. */
async function createNotebook(windows: NotebookWindows, window: BrowserWindow | undefined, words: Language['desktop']): Promise<ShellAnswer> {
  const folder = await chooseNewFolder(window, words)
  if (folder === undefined) return cancelled
  const isThere = await hasNotebook(nodeFileSystem, folder).catch(() => false)
  return (await windows.open(folder, { missing: isThere ? 'refuse' : 'make-empty' })) ? done : cancelled
}

/** Says why in the log where the system has nothing to show it with. */
export async function openPath(path: string): Promise<void> {
  const complaint = await shell.openPath(path)
  if (complaint !== '') console.error(`${path} could not be shown: ${complaint}`)
}

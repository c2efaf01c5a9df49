// The shell's questions and answers to the person, in dialogs of the system.

import { join } from 'node:path'
import { app, type BrowserWindow, dialog, type MessageBoxOptions, type OpenDialogOptions } from 'electron'
import { Refusal } from '../../core/store/refusal.ts'
import type { Language } from '../../core/strings/language.ts'
import { defaultNotebookFolder } from '../../host/default-notebook.ts'
import { withBackups } from '../notebooks/backup-words.ts'
import { notebookName } from '../notebooks/notebook-folder.ts'
import { toNotebookFolder } from '../start/read-arguments.ts'

type Words = Language['desktop']

/** Says something that went wrong, over the window where there is one; resolves when it is read. */
export async function tell(window: BrowserWindow | undefined, options: Pick<MessageBoxOptions, 'message' | 'detail'>): Promise<void> {
  await ask(window, { type: 'error', ...options, message: options.message })
}

/** Why a notebook was not opened, and what to do. */
export async function askAboutRefusal(
  window: BrowserWindow,
  words: Words,
  folder: string,
  error: unknown,
): Promise<'try-again' | 'open-another' | 'close'> {
  const isLocked = error instanceof Refusal && error.code === 'locked'
  const name = notebookName(folder)
  const why = error instanceof Error ? error.message : String(error)
  const response = await ask(window, {
    type: 'warning',
    message: isLocked ? words.lockedTitle(name) : words.cannotOpen(name),
    detail: isLocked ? words.lockedDetail(folder) : await withBackups(words, folder, why),
    buttons: [words.tryAgain, words.openAnother, words.closeWindow],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return response === 0 ? 'try-again' : response === 1 ? 'open-another' : 'close'
}

/** True where the person wants a link opened that others on the network can read along. */
export async function confirmPlainLink(window: BrowserWindow | undefined, words: Words, address: string): Promise<boolean> {
  const response = await ask(window, {
    type: 'question',
    message: words.linkIsNotEncrypted,
    detail: words.linkIsNotEncryptedDetail(address),
    buttons: [words.openLink, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

/** The folder of a notebook, which need not hold one; undefined where the person gave up. */
export async function chooseNotebook(window: BrowserWindow | undefined, words: Words): Promise<string | undefined> {
  const options: OpenDialogOptions = {
    title: words.openTitle,
    message: words.openTitle,
    buttonLabel: words.openButton,
    defaultPath: join(defaultNotebookFolder(), '..'),
    // To a Mac a folder named `.footing` is a document, and so a file.
    properties: process.platform === 'darwin' ? ['openDirectory', 'openFile'] : ['openDirectory'],
  }
  const { canceled, filePaths } = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  const [path] = filePaths
  return canceled || path === undefined ? undefined : toNotebookFolder(path)
}

/** A folder that is to be made. */
export async function chooseNewFolder(window: BrowserWindow | undefined, words: Words): Promise<string | undefined> {
  const options = {
    title: words.createTitle,
    message: words.createTitle,
    buttonLabel: words.createButton,
    defaultPath: join(defaultNotebookFolder(), '..', words.createName),
  }
  const { canceled, filePath } = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options)
  return canceled || !filePath ? undefined : filePath
}

/** Where an export goes: the folder of the one before, at first the documents. */
export async function chooseSavePath(
  window: BrowserWindow,
  words: Words,
  fileName: string,
  lastFolder: string | undefined,
): Promise<string | undefined> {
  const extension = /\.([a-z\d]{1,10})$/i.exec(fileName)?.[1]
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.saveTitle,
    defaultPath: join(lastFolder ?? app.getPath('documents'), fileName),
    ...(extension === undefined ? {} : { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return canceled || !filePath ? undefined : filePath
}

/** The number of the button. */
async function ask(window: BrowserWindow | undefined, options: MessageBoxOptions): Promise<number> {
  const { response } = window && !window.isDestroyed() ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options)
  return response
}

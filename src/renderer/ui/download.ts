// Hands files out of the window, where the person says or the browser puts them, and text to the clipboard.

import { notifications } from '@mantine/notifications'
import { strings } from '../strings/strings.ts'
import { desktop } from '../wire/shell-link.ts'

/** `show` shows the file in the system's file manager; a browser keeps to itself where it put it. */
export type SavedFile = { path: string | undefined; show: (() => void) | undefined }

/**
 * Saves `content` (text as UTF-8, unchanged): on the desktop where the person says, else under `fileName` in the browser's download folder. Undefined where it
 * was not saved: the person gave up, or has been told why.
 */
export async function downloadFile(fileName: string, content: string | Uint8Array<ArrayBuffer>, mediaType: string): Promise<SavedFile | undefined> {
  const link = desktop()
  if (!link) {
    downloadInBrowser(fileName, content, mediaType)
    return { path: undefined, show: undefined }
  }
  const answer = await link.request({ name: 'file.save', fileName, content })
  if (answer.ok) {
    const { path } = answer
    return { path, show: path === undefined ? undefined : () => void link.request({ name: 'file.show', path }) }
  }
  if (answer.error.code !== 'cancelled')
    notifications.show({ color: 'red', title: strings.app.problemTitle, message: strings.desktop.notSaved(answer.error.message) })
  return undefined
}

function downloadInBrowser(fileName: string, content: string | Uint8Array<ArrayBuffer>, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has taken its own hold of the blob by the time the event loop turns; a minute is for slow dialogs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** False where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

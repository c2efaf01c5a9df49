// A page that crashes or hangs: says so once, in words, and loads it again where the person wants that. Drafts come back from storage.

import { type BrowserWindow, dialog } from 'electron'
import type { Language } from '../../core/strings/language.ts'

/** A page that is gone this soon after it was loaded again will most likely go again: the dialog says so, and offers the log. */
const soonMs = 15_000

/** `close` is for a person who has had enough of this window. */
export function recoverPage(
  window: BrowserWindow,
  words: Language['desktop'],
  { showLogs, close }: { showLogs: () => void; close: () => void },
): void {
  const { webContents } = window
  let isAsking = false
  let reloadedAt = Number.NEGATIVE_INFINITY
  const reload = () => {
    reloadedAt = performance.now()
    webContents.reload()
  }

  webContents.on('render-process-gone', async (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    console.error(`a page has crashed: ${reason} (${exitCode})`)
    if (isAsking) return
    isAsking = true
    const isAgain = performance.now() - reloadedAt < soonMs
    const choices = isAgain ? [words.reload, words.showLogs, words.closeWindow] : [words.reload, words.closeWindow]
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: isAgain ? words.pageCrashedAgain : words.pageCrashed,
      detail: isAgain ? words.pageCrashedAgainDetail : words.pageCrashedDetail,
      buttons: choices,
      defaultId: 0,
      // Escape must not close what a reload brings back.
      cancelId: 0,
      noLink: true,
    })
    isAsking = false
    if (window.isDestroyed()) return
    const choice = choices[response]
    if (choice === words.closeWindow) close()
    else {
      if (choice === words.showLogs) showLogs()
      reload()
    }
  })

  window.on('unresponsive', async () => {
    if (isAsking) return
    console.error('a page does not answer')
    isAsking = true
    // It may come to itself while the person thinks about it.
    const recovered = new AbortController()
    const stopAsking = () => recovered.abort()
    window.once('responsive', stopAsking)
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: words.pageHangs,
      detail: words.pageHangsDetail,
      buttons: [words.wait, words.reload],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: recovered.signal,
    })
    window.removeListener('responsive', stopAsking)
    if (response === 1 && !recovered.signal.aborted && !window.isDestroyed()) {
      // A page that hangs takes no request to reload: its process is ended first. That end is ours, and no second dialog.
      webContents.once('render-process-gone', () => {
        isAsking = false
        if (!window.isDestroyed()) reload()
      })
      webContents.forcefullyCrashRenderer()
    } else isAsking = false
  })
}

// What every page is kept from, whoever made it: leaving our address, opening windows, embedding others.

import type { App, WebContents } from 'electron'
import { isAppAddress } from './trusted-sender.ts'

/** Call before any window is made. Links out of the app go to `openLink`, which decides about them. */
export function guardContents(app: Pick<App, 'on'>, openLink: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, openLink))
}

function guard(contents: WebContents, openLink: (address: string) => void): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isAppAddress(event.url)) return
    event.preventDefault()
    if (event.isMainFrame) openLink(event.url)
  })
  contents.on('will-redirect', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url)
    return { action: 'deny' }
  })
}

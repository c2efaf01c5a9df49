// What every page is kept from, whoever made it: leaving our address, opening windows, embedding others.

import type { App, WebContents } from 'electron'
import { openExternally } from './external-links.ts'
import { isAppAddress } from './trusted-sender.ts'

/** Call before any window is made. */
export function guardContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => guard(contents))
}

function guard(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isAppAddress(event.url)) return
    event.preventDefault()
    if (event.isMainFrame) openExternally(event.url)
  })
  contents.on('will-redirect', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openExternally(url)
    return { action: 'deny' }
  })
}

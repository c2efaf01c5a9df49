// What the pages' session is kept from: devices, permissions, dictionaries, and every request that leaves the app.

import type { Session } from 'electron'
import { appOrigin, appScheme, isAppAddress } from './trusted-sender.ts'

/** `blob:` for exports, `data:` for pictures in a source, `devtools:` for people who work on Footing. Nothing of them reaches a network. */
const localProtocols: ReadonlySet<string> = new Set([`${appScheme}:`, 'blob:', 'data:', 'devtools:'])

/** Copying out is the only thing that a page may ask for: reading the clipboard is not. */
const granted = 'clipboard-sanitized-write'

/** Call once, before the first window. */
export function guardSession(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === granted && origin.replace(/\/$/, '') === appOrigin)
  session.setPermissionRequestHandler((_contents, permission, callback, { requestingUrl, isMainFrame }) =>
    callback(permission === granted && isMainFrame && isAppAddress(requestingUrl)),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  // Chromium would download dictionaries.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isLocalRequest(url) }))
}

/** No network: whatever a page asks for that is not the app's own is refused before it leaves. */
export function isLocalRequest(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && localProtocols.has(url.protocol) && (url.protocol !== `${appScheme}:` || isAppAddress(address))
}

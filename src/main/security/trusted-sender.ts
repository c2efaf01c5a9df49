// Who may speak to the notebook: the top frame of our own page, and no other.

import type { WebFrameMain } from 'electron'

export const appScheme = 'app'
const appHost = 'footing'
export const appOrigin = `${appScheme}://${appHost}`
export const appAddress = `${appOrigin}/`

/** False for a frame that is gone, for one inside a page and for every other origin. */
export function isTrustedSender(frame: Pick<WebFrameMain, 'origin' | 'parent' | 'detached'> | null): boolean {
  return frame !== null && !frame.detached && frame.parent === null && frame.origin === appOrigin
}

/** Whether an address is a page of ours: by its parsed parts, since `app://footing.example/` begins like ours. */
export function isAppAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === ''
}

// Asks the program about each permission and tells Chromium the answer, before a page of that origin is loaded.
//
// Chromium would ask for each as it is wanted; headless, it has nobody to ask. So the answers are fixed when a page is loaded: granted where both
// of the program's handlers say so for that page.

import { toChromium } from './devtools/addresses.ts'
import type { DevToolsConnection } from './devtools/connection.ts'
import { answers } from './session.ts'

type Asked = Parameters<NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>>[1]
type Checked = Parameters<NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>>[1]

const permissions: { name: string; asked: Asked & Checked }[] = [
  { name: 'geolocation', asked: 'geolocation' },
  { name: 'notifications', asked: 'notifications' },
  { name: 'midi', asked: 'midi' },
  { name: 'camera', asked: 'media' },
  { name: 'microphone', asked: 'media' },
  { name: 'clipboard-read', asked: 'clipboard-read' },
  { name: 'clipboard-write', asked: 'clipboard-sanitized-write' },
  { name: 'idle-detection', asked: 'idle-detection' },
]

export async function settlePermissions(connection: DevToolsConnection, contents: Electron.WebContents, address: string): Promise<void> {
  const origin = URL.parse(toChromium(address))?.origin
  if (!origin?.startsWith('https:')) return
  await Promise.all(
    permissions.map(async ({ name, asked }) => {
      const setting = isGranted(contents, asked, address) ? 'granted' : 'denied'
      await connection.browser.send('Browser.setPermission', { permission: { name }, setting, origin })
    }),
  )
}

/** What has no handler is granted, as in Electron. */
function isGranted(contents: Electron.WebContents, permission: Asked & Checked, requestingUrl: string): boolean {
  const origin = `${/^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(requestingUrl)?.[0]}/`
  const mayHave = answers.check?.(contents, permission, origin, { isMainFrame: true, requestingUrl }) ?? true
  let isAllowed = answers.ask === null
  answers.ask?.(contents, permission, (answer) => (isAllowed = answer), { isMainFrame: true, requestingUrl })
  return mayHave && isAllowed
}

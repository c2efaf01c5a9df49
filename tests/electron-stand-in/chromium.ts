// The one Chromium of this program: started when the program is, waited for by whoever makes a page.

import type { DevToolsConnection } from './devtools/connection.ts'
import { type Chromium, startChromium } from './devtools/start-chromium.ts'

let starting: Promise<Chromium> | undefined

export function beginChromium(userDataFolder: string): Promise<Chromium> {
  starting ??= startChromium(userDataFolder)
  return starting
}

export async function chromium(): Promise<DevToolsConnection> {
  if (!starting) throw new Error('Chromium was not started')
  return (await starting).connection
}

/** Resolves once it has written everything, or where it takes too long. */
export async function endChromium(): Promise<void> {
  const { connection, ended, kill } = (await starting) ?? {}
  if (!connection || !ended || !kill) return
  const limit = setTimeout(kill, 5_000)
  await connection.browser.send('Browser.close').catch(() => {})
  await ended
  clearTimeout(limit)
}

// The one way out of the app: a link that the analyst follows opens in the system's browser or mail program.

import { shell } from 'electron'

/** `http:` is asked about first: old sources have such addresses, and whoever follows one should know that others can read along. */
const externalProtocols: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])

/** The address as it is handed to the system, or undefined where it may not be: by its parsed scheme, never by how its text begins. */
export function parseExternalLink(address: string): string | undefined {
  const url = URL.parse(address)
  return url && externalProtocols.has(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined
}

/** Anything else than a link to the web or a mail address is ignored: `file:` and the schemes of other programs can start things. */
export async function openExternally(address: string, confirmPlain: (link: string) => Promise<boolean>): Promise<void> {
  const link = parseExternalLink(address)
  if (link === undefined) return
  if (link.startsWith('http:') && !(await confirmPlain(link))) return
  await shell.openExternal(link).catch((error: unknown) => console.error(`the link could not be opened: ${String(error)}`))
}

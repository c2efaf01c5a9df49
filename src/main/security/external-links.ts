// The one way out of the app: a link that the analyst follows opens in the system's browser or mail program.

import { shell } from 'electron'

const externalProtocols: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])

/** The address as it is handed to the system, or undefined where it may not be: by its parsed scheme, never by how its text begins. */
export function parseExternalLink(address: string): string | undefined {
  const url = URL.parse(address)
  return url && externalProtocols.has(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined
}

/** Anything else than a link to the web or a mail address is ignored: `file:` and the schemes of other programs can start things. */
export function openExternally(address: string): void {
  const link = parseExternalLink(address)
  if (link !== undefined) shell.openExternal(link).catch((error: unknown) => console.error(`the link could not be opened: ${String(error)}`))
}

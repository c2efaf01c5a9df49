// What a source is called in files that name every page by an address: its own, else the link that leads to it in the notebook.

import type { Source } from '../../records/source.ts'
import { footingLink } from './footing-link.ts'

export function addressOf(source: Pick<Source, 'id' | 'url'>, notebook: string): string {
  return iriOf(source.url) || footingLink(source.id, notebook)
}

/** An address as IRIs are written in JSON-LD; empty where it is none. */
function iriOf(url: string): string {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(url) || !URL.canParse(url)) return ''
  return new URL(url).href.replace(/[^\x21-\x7e]|[<>"{}|\\^`]/g, encodeURIComponent)
}

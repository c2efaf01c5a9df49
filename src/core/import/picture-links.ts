// The pictures that a Markdown text shows from files beside it, `![alt](path)` and `![[name]]`, and the same text with other addresses for them.

import { findCode } from './code-ranges.ts'

/** `target` is a path as it is written, decoded; `isName` where it may lie anywhere in the folder, as `![[…]]` has it. */
export type PictureLink = { start: number; end: number; alt: string; target: string; isName: boolean }

const PICTURE =
  /!\[\[([^[\]\r\n|]{1,1000})(?:\\?\|([^[\]\r\n]{0,1000}))?\]\]|!\[([^[\]\r\n]{0,2000})\]\([ \t]*(?:<([^<>\r\n]{1,2000})>|([^\s()<>]{1,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500})?))(?:[ \t]+(?:"[^"\r\n]{0,1000}"|'[^'\r\n]{0,1000}'))?[ \t]*\)/g

/** In order. Addresses of the web, of data and of the notebook's own files are none of these. */
export function findPictureLinks(markdown: string): PictureLink[] {
  if (!markdown.includes('![')) return []
  const code = findCode(markdown)
  return [...markdown.matchAll(PICTURE)].flatMap((match): PictureLink[] => {
    const [written, name, , alt = '', inBrackets, plain] = match
    const start = match.index
    if (code.has(start) || markdown[start - 1] === '\\') return []
    const end = start + written.length
    if (name !== undefined) {
      const target = name.replace(/#.*$/, '').trim()
      return [{ start, end, alt: lastName(target), target, isName: true }]
    }
    const address = (inBrackets ?? plain ?? '').replace(/[?#].*$/, '')
    if (address === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address) || /^files\/[0-9a-f]{64}\.\w+$/.test(address)) return []
    return [{ start, end, alt, target: decoded(address), isName: false }]
  })
}

/** `addresses` beside `links`; undefined leaves what is written. */
export function replacePictureLinks(markdown: string, links: readonly PictureLink[], addresses: readonly (string | undefined)[]): string {
  let written = ''
  let at = 0
  for (const [position, { start, end, alt }] of links.entries()) {
    const address = addresses[position]
    if (address === undefined) continue
    written += `${markdown.slice(at, start)}![${alt}](${address})`
    at = end
  }
  return written + markdown.slice(at)
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/[[\]\\]/g, '')
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

// Read the HTML that a Markdown text holds: tags with their attributes, and the text between them. Strings only; what is kept is decided elsewhere.

import { decodeHtmlText } from './escape-html.ts'
import { REMOVED_WITH_CONTENT } from './safe-html.ts'

export type RawHtmlPart =
  | { kind: 'open'; tag: string; attributes: Map<string, string> }
  | { kind: 'close'; tag: string }
  /** Decoded, as a browser reads it; white space as written. */
  | { kind: 'text'; text: string }

const NAME = /[A-Za-z][^\s/>]*/y
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y
/** Tags longer than this are text: nobody writes them, and looking for the end of each would be quadratic. */
const MAX_TAG_LENGTH = 200_000
const MAX_FAILED_TAGS = 100

/** The parts of `html` in order. Comments, declarations and what `script`, `style` and the like hold are left out. */
export function* readRawHtml(html: string): Generator<RawHtmlPart> {
  let at = 0
  let textStart = 0
  let failed = 0
  while (at < html.length) {
    at = html.indexOf('<', at)
    if (at < 0) break
    const end = failed < MAX_FAILED_TAGS ? markupEnd(html, at) : -1
    if (end < 0) {
      if (/[A-Za-z/!?]/.test(html[at + 1] ?? '')) failed++
      at++
      continue
    }
    if (at > textStart) yield { kind: 'text', text: decodeHtmlText(html.slice(textStart, at)) }
    const part = readTag(html, at, end)
    if (part) yield part
    at = part?.kind === 'open' && REMOVED_WITH_CONTENT.includes(part.tag) ? endOfElement(html, end, part.tag) : end
    textStart = at
  }
  if (textStart < html.length) yield { kind: 'text', text: decodeHtmlText(html.slice(textStart)) }
}

/** Where the tag, comment or declaration at `at` ends, or -1 where there is none. */
function markupEnd(html: string, at: number): number {
  const next = html[at + 1] ?? ''
  if (html.startsWith('<!--', at)) {
    if (html.startsWith('<!-->', at)) return at + 5
    if (html.startsWith('<!--->', at)) return at + 6
    const close = html.indexOf('-->', at + 4)
    return close < 0 ? html.length : close + 3
  }
  if (next === '!' || next === '?') return after(html, '>', at)
  if (next === '/') return /[A-Za-z]/.test(html[at + 2] ?? '') ? after(html, '>', at) : -1
  if (!/[A-Za-z]/.test(next)) return -1
  let quote = ''
  for (let index = at + 1; index < Math.min(html.length, at + MAX_TAG_LENGTH); index++) {
    const character = html[index]!
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') return index + 1
    else if ((character === '"' || character === "'") && /=\s*$/.test(html.slice(Math.max(at, index - 20), index))) quote = character
  }
  return -1
}

function readTag(html: string, at: number, end: number): RawHtmlPart | undefined {
  const isClosing = html[at + 1] === '/'
  NAME.lastIndex = at + (isClosing ? 2 : 1)
  const name = NAME.exec(html)?.[0]
  if (name === undefined || NAME.lastIndex > end) return undefined
  const tag = name.toLowerCase()
  if (isClosing) return { kind: 'close', tag }
  const attributes = new Map<string, string>()
  const source = html.slice(NAME.lastIndex, end - 1)
  ATTRIBUTE.lastIndex = 0
  for (let match = ATTRIBUTE.exec(source); match; match = ATTRIBUTE.exec(source)) {
    const key = match[1]!.toLowerCase()
    if (!attributes.has(key)) attributes.set(key, decodeHtmlText(match[2] ?? match[3] ?? match[4] ?? ''))
  }
  return { kind: 'open', tag, attributes }
}

function endOfElement(html: string, from: number, tag: string): number {
  const close = new RegExp(`</${tag}(?=[\\s/>])[^>]*>?`, 'gi')
  close.lastIndex = from
  return close.exec(html) ? close.lastIndex : html.length
}

function after(html: string, text: string, from: number): number {
  const at = html.indexOf(text, from)
  return at < 0 ? -1 : at + text.length
}

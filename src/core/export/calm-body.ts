// A body as it may leave the notebook: what other programs would run or fetch in it stands there as text, and pictures of the web as links.
//
// In the window the sanitiser sees to that; an exported file is read by programs that may have none. The rest stays to the letter.

import type { Token } from 'marked'
import { decodeReferences } from '../markdown/escape-html.ts'
import { everyToken } from '../markdown/find-citations.ts'
import { lexMarkdown } from '../markdown/footing-lexer.ts'
import { ALLOWED_ELEMENTS, isAllowedAttribute, isAllowedImage, isAllowedLink } from '../markdown/safe-html.ts'

/** Escaping one thing can uncover another (`<a<script>`): looked at again until nothing is found. */
const mostRounds = 5

export function calmBody(markdown: string): string {
  let calm = markdown
  for (let round = 0; round < mostRounds; round += 1) {
    const next = calmLinks(calmTags(calm))
    if (next === calm) return calm
    calm = next
  }
  // What is so entangled is shown as it is written.
  return calm.replace(/<(?=[a-z/!?])/gi, '&lt;')
}

const TAG = /<\/?[a-z]/gi
/** A tag as people write it: no `<`, `>` or backtick in its values, and every value in quotes. */
const PLAIN_TAG = /^<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>`&]*")*)\s*\/?>/i
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/gi

/** Where Markdown shows code, a tag is text already. */
function calmTags(markdown: string): string {
  const places = [...markdown.matchAll(TAG)].map(({ index, 0: text }) => ({ index, letterAt: index + text.length - 1 }))
  const wild = places.filter(({ index }) => !isTame(markdown.slice(index, index + 2_000)))
  if (wild.length === 0) return markdown
  const inCode = placesInCode(
    markdown,
    wild.map(({ letterAt }) => letterAt),
  )
  let calm = ''
  let at = 0
  for (const { index, letterAt } of wild) {
    if (inCode.has(letterAt)) continue
    // A backslash before it hides it from Markdown, not from HTML: `&lt;` shows the same in both.
    const slashes = /\\*$/.exec(markdown.slice(at, index))?.[0].length ?? 0
    calm += `${markdown.slice(at, index - (slashes % 2))}&lt;`
    at = index + 1
  }
  return calm + markdown.slice(at)
}

function isTame(text: string): boolean {
  if (/^<(?:https?:\/\/|mailto:)[^\s<>"'`]*>/i.test(text)) return true
  const [, , name = '', attributes = ''] = PLAIN_TAG.exec(text) ?? []
  const tag = name.toLowerCase()
  return (
    ALLOWED_ELEMENTS.has(tag) &&
    [...attributes.matchAll(ATTRIBUTE)].every(([, key = '', value = '']) => isAllowedAttribute(tag, key.toLowerCase(), value))
  )
}

/** As find-citations.ts does it: a mark of letters before a letter, which changes no structure, and a look at where it comes out. */
function placesInCode(markdown: string, places: readonly number[]): Set<number> {
  let mark = 'Xq'
  while (markdown.includes(mark)) mark += 'q'
  let marked = ''
  let at = 0
  for (const [number, place] of places.entries()) {
    marked += `${markdown.slice(at, place)}${mark}${number}z`
    at = place
  }
  const { tokens, footnotes } = lexMarkdown(marked + markdown.slice(at))
  const found = new Set<number>()
  for (const token of everyToken(tokens, footnotes)) {
    if (token.type !== 'code' && token.type !== 'codespan') continue
    for (const [, number] of token.raw.matchAll(new RegExp(`${mark}(\\d+)z`, 'g'))) found.add(places[Number(number)] ?? -1)
  }
  return found
}

/** A scheme, as lenient programs find one: after white space and control characters, and with some in between. */
const SCHEME = /^[\s\p{Cc}]*[a-z][a-z0-9+.\s\p{Cc}-]*:/iu

function calmLinks(markdown: string): string {
  const { tokens, footnotes } = lexMarkdown(markdown)
  let calm = markdown
  const seen = new Set<string>()
  for (const token of everyToken(tokens, footnotes)) {
    if (token.type !== 'link' && token.type !== 'image' && token.type !== 'def') continue
    if (seen.has(token.raw)) continue
    seen.add(token.raw)
    const written = calmLink(token as Token & { href: string; raw: string })
    if (written !== undefined) calm = calm.replace(asWritten(token.raw), (raw) => written(raw))
  }
  return calm
}

/** How a link or picture is to be written; undefined where it may stand as it is. */
function calmLink({ type, href: written, raw }: Token & { href: string; raw: string }): ((raw: string) => string) | undefined {
  const href = decodeReferences(written)
  const isRemote = /^(?:https?:)?\/\//i.test(href)
  if (type === 'image' && isRemote) return (text) => text.slice(1)
  const isBad = SCHEME.test(href) || /^(?:[\\/]{2}|\\)/.test(href)
  if (!isBad || isAllowedLink(href) || (type === 'image' && isAllowedImage(href))) return undefined
  if (raw.startsWith('<')) return (text) => `&lt;${text.slice(1)}`
  return (text) => text.replace(/!?\[/, (opening) => (opening === '[' ? '\\[' : '\\!\\['))
}

/** The same piece in the body: what stands on several lines of a quotation or a list has their marks in between. Told apart from code by nothing. */
function asWritten(raw: string): RegExp {
  const pattern = raw
    .trimEnd()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\n/g, '\\n[ \\t>]*')
    .replaceAll('\ufffd', '[\0\ufffd]')
  return new RegExp(`(?<!\\\\)${pattern}`, 'g')
}

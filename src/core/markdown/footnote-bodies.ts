// Read the bodies of footnotes, which marked does not know, as blocks of their own.

import type { Lexer, TokenizerExtension } from 'marked'
import { FOOTNOTE_SOURCE, footnoteKey } from './citation-syntax.ts'
import type { FootnoteToken } from './markdown-tokens.ts'

/** The start of a footnote's body, as the source of a regular expression. */
export const FOOTNOTE_OPENING = ` {0,3}${FOOTNOTE_SOURCE}:`
/** Bodies in bodies deeper than this are text: marked recurses once per level. */
const MAX_DEPTH = 10
const FOOTNOTE = new RegExp(`^${FOOTNOTE_OPENING}[ \\t]*([^\\n]*)(?:\\n|$)`, 'u')
const FOOTNOTE_START = new RegExp(`^${FOOTNOTE_OPENING}`, 'u')

/** The block extension; every first body of a label goes into `found`. */
export function footnoteBodies(found: Map<string, FootnoteToken>): TokenizerExtension {
  let depth = 0
  function tokenizer(this: { lexer: Lexer }, src: string): FootnoteToken | undefined {
    const opening = depth < MAX_DEPTH ? FOOTNOTE.exec(src) : null
    if (!opening) return undefined
    const key = footnoteKey(opening[1]!)
    const { body, end } = footnoteBody(src, opening)
    const token: FootnoteToken = { type: 'footnote', raw: src.slice(0, end), key, label: opening[1]!, tokens: [] }
    if (!found.has(key)) found.set(key, token)
    const { state } = this.lexer
    const { top } = state
    state.top = true
    depth++
    token.tokens = this.lexer.blockTokens(body, [])
    depth--
    state.top = top
    return token
  }
  return { name: 'footnote', level: 'block', tokenizer }
}

/** The lines that belong to a footnote: the rest of its first line, lines that follow without a blank line, and indented ones after one. */
function footnoteBody(src: string, opening: RegExpExecArray): { body: string; end: number } {
  const lines = [opening[2]!]
  let end = opening[0].length
  let pendingBlank: string[] = []
  let at = end
  while (at < src.length) {
    const newline = src.indexOf('\n', at)
    const lineEnd = newline < 0 ? src.length : newline
    const line = src.slice(at, lineEnd)
    const isIndented = /^(?: {2,}|\t)\S/.test(line.slice(0, 12)) || /^(?: {4}|\t)/.test(line)
    at = newline < 0 ? src.length : newline + 1
    if (line.trim() === '') {
      pendingBlank.push('')
      continue
    }
    if (isIndented) lines.push(...pendingBlank, line.replace(/^(?: {1,4}|\t)/, ''))
    else if (pendingBlank.length === 0 && !startsBlock(line)) lines.push(line)
    else break
    pendingBlank = []
    end = at
  }
  return { body: lines.join('\n'), end }
}

function startsBlock(line: string): boolean {
  return FOOTNOTE_START.test(line) || /^ {0,3}(?:#{1,6}(?:\s|$)|>|`{3}|~{3}|[-*+][ \t]|\d{1,9}[.)][ \t]|(?:[-*_][ \t]*){3,}$|<\/?[a-z!?])/i.test(line)
}

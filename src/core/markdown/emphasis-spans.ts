// Where emphasis, strong, strikethrough and marks stand in a piece of Markdown as it is written: the renderer's own rule, for an editor's colours.

import type { Token } from 'marked'
import { resolveEmphasis } from './resolve-emphasis.ts'

export type EmphasisKind = 'em' | 'strong' | 'del' | 'mark'
/** UTF-16 offsets in the text, `end` exclusive; the marks are the first and last `markLength` of it. */
export type EmphasisSpan = { kind: EmphasisKind; start: number; end: number; markLength: number }
export type Range = { start: number; end: number }

const ESCAPE_OR_RUN = /\\[\s\S]|\*+|_+|~+|=+/g
const markLengths: Readonly<Record<string, number>> = { em: 1, strong: 2, mark: 2 }

/**
 * `text` is the source of one paragraph, heading or cell; `opaque` are the ranges in it, in order and apart from each other, that bind tighter
 * (code, tags, addresses). Spans come outermost first. Linear in the length of the text.
 */
export function emphasisSpans(text: string, opaque: readonly Range[] = []): EmphasisSpan[] {
  const tokens = tokenise(text, opaque)
  resolveEmphasis(tokens, text, '', '')
  const spans: EmphasisSpan[] = []
  collect(tokens, 0, spans)
  return spans
}

function tokenise(text: string, opaque: readonly Range[]): Token[] {
  const tokens: Token[] = []
  const add = (type: 'text' | 'delimiter', raw: string) => {
    if (raw !== '') tokens.push({ type, raw, text: raw })
  }
  let done = 0
  const addPlain = (end: number) => {
    const piece = text.slice(done, end)
    let from = 0
    for (const { 0: found, index } of piece.matchAll(ESCAPE_OR_RUN)) {
      if (found.startsWith('\\')) continue
      add('text', piece.slice(from, index))
      add('delimiter', found)
      from = index + found.length
    }
    add('text', piece.slice(from))
  }
  for (const { start, end } of opaque) {
    if (start < done) continue
    addPlain(start)
    add('text', text.slice(start, end))
    done = end
  }
  addPlain(text.length)
  return tokens
}

function collect(tokens: readonly Token[], offset: number, spans: EmphasisSpan[]): void {
  let start = offset
  for (const token of tokens) {
    const end = start + token.raw.length
    if ('tokens' in token && token.tokens) {
      const markLength = markLengths[token.type] ?? (token.raw.length - (token as { text: string }).text.length) / 2
      spans.push({ kind: token.type as EmphasisKind, start, end, markLength })
      collect(token.tokens, start + markLength, spans)
    }
    start = end
  }
}

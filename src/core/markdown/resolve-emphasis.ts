// Pair the delimiter runs of one inline run into emphasis, strong, strikethrough and marks, by CommonMark's delimiter stack with the CJK-friendly flanking rules.
//
// marked looks for a closer with a regular expression over a masked copy of the text, where "punctuation" cannot be told from CJK punctuation
// and which is quadratic. The specification's own algorithm (appendix "A parsing strategy", process emphasis) is linear, because it remembers
// per kind of delimiter below which point no opener is left (`bottoms`). Links, code and HTML are tokens already, so they bind tighter by themselves.

import type { Token } from 'marked'
import { isAmbiguousQuote, isCjk, isIdeographicVariationSelector, isPunctuation, isTextVariationSelector, isWhiteSpace } from './cjk-characters.ts'

export type DelimiterCharacter = '*' | '_' | '~' | '='

/** Nested deeper than this, a pair stays text: no reader sees the 101st level, and walking it would overflow the stack. */
const MAX_DEPTH = 100

type Node = {
  previous: Node | undefined
  next: Node | undefined
  token: Token
  depth: number
}

type Delimiter = {
  node: Node
  /** Place among the runs, from 1: a number stays comparable when the delimiter itself has gone from the list. */
  place: number
  character: DelimiterCharacter
  /** Length of the run as written: the rule of three looks at this one. */
  written: number
  left: number
  canOpen: boolean
  canClose: boolean
  previous: Delimiter | undefined
  next: Delimiter | undefined
}

const TYPES = { '*': ['em', 'strong'], _: ['em', 'strong'], '~': ['del', 'del'], '=': ['mark', 'mark'] } as const

/** Whether a run between the text `before` and the text `after` can open and close. Only the nearest characters count. */
function flanking(character: DelimiterCharacter, before: string, after: string): { canOpen: boolean; canClose: boolean } {
  const next = firstCharacter(after)
  const last = lastCharacter(before)
  // A variation selector belongs to the character before it, so it is the pair that stands before the run.
  const selector = isTextVariationSelector(last)
  const previous = selector ? lastCharacter(before.slice(0, -1)) || last : last
  const wideQuote = last === '\ufe01' && isAmbiguousQuote(previous)

  const previousIsPunctuation = isPunctuation(previous)
  const previousIsCjk = isCjk(previous) || wideQuote
  const nextIsPunctuation = isPunctuation(next)
  const nextIsCjk = isCjk(next)
  const previousIsPlainPunctuation = previousIsPunctuation && !previousIsCjk
  const nextIsPlainPunctuation = nextIsPunctuation && !nextIsCjk

  const left =
    !isWhiteSpace(next) &&
    (!nextIsPlainPunctuation || isWhiteSpace(last) || previousIsPlainPunctuation || previousIsCjk || isIdeographicVariationSelector(last))
  const right = !isWhiteSpace(last) && (!previousIsPlainPunctuation || isWhiteSpace(next) || nextIsPlainPunctuation || nextIsCjk)
  if (character !== '_') return { canOpen: left, canClose: right }
  return { canOpen: left && (!right || previousIsPunctuation), canClose: right && (!left || nextIsPunctuation) }
}

/**
 * Replaces the `delimiter` tokens in `tokens` (one inline run, as marked lexed `source`) by `em`, `strong`, `del` and `mark` tokens or by text.
 * `before` and `after` are what stands around the run: the brackets of a link text, or nothing. Linear in the number of tokens.
 */
export function resolveEmphasis(tokens: Token[], source: string, before: string, after: string): void {
  if (!tokens.some((token) => token.type === 'delimiter')) return
  const { head, last } = link(tokens, source, before, after)
  pair(last)
  tokens.length = 0
  for (const token of listFrom(head)) tokens.push(token)
}

function link(tokens: Token[], source: string, before: string, after: string): { head: Node; last: Delimiter | undefined } {
  const head: Node = { previous: undefined, next: undefined, token: { type: 'text', raw: '', text: '' }, depth: 0 }
  let tail = head
  let last: Delimiter | undefined
  let offset = 0
  for (const token of tokens) {
    const node: Node = { previous: tail, next: undefined, token, depth: 0 }
    tail.next = node
    tail = node
    const end = offset + token.raw.length
    if (token.type === 'delimiter') {
      const character = token.raw[0] as DelimiterCharacter
      // Four code units hold the two code points that flanking can look at.
      const left = offset >= 4 ? source.slice(offset - 4, offset) : before + source.slice(0, offset)
      const { canOpen, canClose } = flanking(character, left, source.slice(end, end + 2) || after)
      // A strikethrough is one or two tildes, a mark is two equals signs; longer runs are text.
      const pairs = character === '~' ? token.raw.length <= 2 : character === '=' ? token.raw.length === 2 : true
      node.token = { type: 'text', raw: token.raw, text: token.raw, escaped: false }
      if (pairs && (canOpen || canClose)) {
        const delimiter: Delimiter = {
          node,
          place: (last?.place ?? 0) + 1,
          character,
          written: token.raw.length,
          left: token.raw.length,
          canOpen,
          canClose,
          previous: last,
          next: undefined,
        }
        if (last) last.next = delimiter
        last = delimiter
      }
    }
    offset = end
  }
  return { head, last }
}

function pair(last: Delimiter | undefined): void {
  let closer = last
  while (closer?.previous) closer = closer.previous
  // No opener for a closer of this kind stands before this delimiter. Keyed as commonmark.js does: character, whether it can open, length modulo 3.
  const bottoms = new Map<string, number>()

  while (closer) {
    if (!closer.canClose) {
      closer = closer.next
      continue
    }
    const kind = bottomKey(closer)
    const bottom = bottoms.get(kind) ?? 0
    let opener = closer.previous
    while (opener && opener.place > bottom && !matches(opener, closer)) opener = opener.previous
    if (!opener || opener.place <= bottom) {
      bottoms.set(kind, closer.place - 1)
      const next: Delimiter | undefined = closer.next
      if (!closer.canOpen) remove(closer)
      closer = next
      continue
    }
    closer = wrap(opener, closer)
  }
}

function bottomKey({ character, canOpen, written }: Delimiter): string {
  return character === '~' || character === '=' ? `${character}${written}` : `${character}${canOpen}${written % 3}`
}

function matches(opener: Delimiter, closer: Delimiter): boolean {
  if (!opener.canOpen || opener.character !== closer.character) return false
  if (closer.character === '~' || closer.character === '=') return opener.left === closer.left
  // The rule of three: `*foo**bar*` is one emphasis.
  const either = opener.canClose || closer.canOpen
  return !either || (opener.written + closer.written) % 3 !== 0 || (opener.written % 3 === 0 && closer.written % 3 === 0)
}

/** Wraps what stands between the two runs; returns the delimiter to look at next. */
function wrap(opener: Delimiter, closer: Delimiter): Delimiter | undefined {
  const whole = closer.character === '~' || closer.character === '='
  const used = whole ? opener.left : opener.left >= 2 && closer.left >= 2 ? 2 : 1
  const inner: Token[] = []
  let depth = 0
  for (let node = opener.node.next; node && node !== closer.node; node = node.next) {
    if (node.token.raw !== '') inner.push(node.token)
    depth = Math.max(depth, node.depth)
  }
  // Delimiters between the two can pair with nothing any more.
  opener.next = closer
  closer.previous = opener
  if (depth < MAX_DEPTH) {
    const text = inner.map((token) => token.raw).join('')
    const marker = closer.character.repeat(used)
    const token: Token = { type: TYPES[closer.character][used === 2 ? 1 : 0], raw: `${marker}${text}${marker}`, text, tokens: inner }
    const node: Node = { previous: opener.node, next: closer.node, token, depth: depth + 1 }
    opener.node.next = node
    closer.node.previous = node
    shorten(opener, used)
    shorten(closer, used)
  } else {
    // Whatever encloses this pair would be deeper still, so nothing before it can open any more (and is not looked at again).
    opener.left = 0
    closer.left = 0
    opener.previous = undefined
  }
  if (opener.left === 0) remove(opener)
  if (closer.left > 0) return closer
  const next = closer.next
  remove(closer)
  return next
}

function shorten(delimiter: Delimiter, used: number): void {
  delimiter.left -= used
  const raw = delimiter.character.repeat(delimiter.left)
  delimiter.node.token = { type: 'text', raw, text: raw, escaped: false }
}

function remove(delimiter: Delimiter): void {
  if (delimiter.previous) delimiter.previous.next = delimiter.next
  if (delimiter.next) delimiter.next.previous = delimiter.previous
}

function* listFrom(head: Node): Generator<Token> {
  for (let node = head.next; node; node = node.next) if (node.token.raw !== '') yield node.token
}

function firstCharacter(text: string): string {
  const code = text.codePointAt(0)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function lastCharacter(text: string): string {
  const low = text.charCodeAt(text.length - 1)
  const isPair = low >= 0xdc00 && low <= 0xdfff && text.length > 1
  return isPair ? text.slice(-2) : text.slice(-1)
}

// Finds words in a note: whatever the case and the width of their letters, or by a regular expression that cannot run away.

import type { RE2JS } from 're2js'

export type FindOptions = { isCaseMatched: boolean; isWholeWord: boolean }
/** UTF-16 offsets, `end` exclusive; `groups` are those of a regular expression. */
export type Match = { start: number; end: number; groups?: readonly string[] }

/** More than anybody steps through; replacing all takes no more at a time, and says so by its count. */
const mostMatches = 20_000
/** An expression that needs longer over one note is given up with what it has. */
const longestMs = 5_000
/** A piece that takes longer than this makes the next one shorter: a key pressed meanwhile is answered within a frame or two. */
const pieceMs = 12
const firstPieceLength = 20_000
const leastPieceLength = 500
const mostPieceLength = 1_000_000

export function findWords(text: string, words: string, { isCaseMatched, isWholeWord }: FindOptions): Match[] {
  if (words === '') return []
  const folded = fold(text, isCaseMatched)
  const wanted = fold(words, isCaseMatched)
  const found: Match[] = []
  for (let at = folded.indexOf(wanted); at >= 0 && found.length < mostMatches; at = folded.indexOf(wanted, at)) {
    const end = at + wanted.length
    if (!isWholeWord || isWord(text, at, end)) {
      found.push({ start: at, end })
      at = end
    } else at += 1
  }
  return found
}

/** What a search by an expression needs to leave the page its time: the clock in milliseconds, a rest, and whether anybody still waits. */
export type Turn = { now: () => number; rest: () => Promise<void>; isWanted: () => boolean }

/**
 * Piece by piece, the page at rest in between, each piece as long as takes a few milliseconds. Pieces end where a paragraph does, else where a line
 * does: an expression that reaches over more than a piece finds only what lies within one. An empty match is no match: there is nothing to see and
 * nothing to replace.
 */
export async function findExpression(text: string, expression: RE2JS, isWholeWord: boolean, { now, rest, isWanted }: Turn): Promise<Match[]> {
  const found: Match[] = []
  const until = now() + longestMs
  let length = firstPieceLength
  for (let at = 0; at < text.length; ) {
    const started = now()
    const end = pieceEnd(text, at, length)
    findInPiece(text, at, end, expression, isWholeWord, found)
    at = end
    const took = now() - started
    length = took > pieceMs ? Math.max(leastPieceLength, Math.floor(length / 2)) : Math.min(length * 2, mostPieceLength)
    if (found.length >= mostMatches || now() > until || !isWanted()) break
    if (at < text.length) await rest()
  }
  return found
}

function findInPiece(text: string, start: number, end: number, expression: RE2JS, isWholeWord: boolean, found: Match[]): void {
  const matcher = expression.matcher(text.slice(start, end))
  while (found.length < mostMatches && matcher.find()) {
    const [from, to] = [start + matcher.start(), start + matcher.end()]
    if (to === from || (isWholeWord && !isWord(text, from, to))) continue
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, group) => matcher.group(group) ?? '')
    found.push({ start: from, end: to, groups })
  }
}

/** Whole lines, at least one: `^` and `$` mean the same in a piece as in the text. */
function pieceEnd(text: string, start: number, length: number): number {
  if (start + length >= text.length) return text.length
  const paragraph = text.lastIndexOf('\n\n', start + length)
  if (paragraph > start) return paragraph + 2
  const line = text.lastIndexOf('\n', start + length)
  if (line > start) return line + 1
  const next = text.indexOf('\n', start + length)
  return next < 0 ? text.length : next + 1
}

/** `$1` and `$&` stand for what the expression found, `$$` for a dollar sign; without groups the words are as they are. */
export function replacementFor({ groups }: Match, words: string): string {
  if (!groups) return words
  return words.replace(/\$(\$|&|\d)/g, (_, name: string) => (name === '$' ? '$' : (groups[name === '&' ? 0 : Number(name)] ?? '')))
}

/** Of the same length as the text: offsets in one are offsets in the other. Full-width Latin and half-width katakana meet their usual forms. */
function fold(text: string, isCaseMatched: boolean): string {
  const usual = text.replace(/[\uff01-\uff5e\uff66-\uff9d\u3000]/g, (character) => character.normalize('NFKC'))
  if (isCaseMatched) return usual
  const lower = usual.toLowerCase()
  if (lower.length === usual.length) return lower
  return usual.replace(/./gsu, (character) => {
    const small = character.toLowerCase()
    return small.length === character.length ? small : character
  })
}

const WORD = /^[\p{L}\p{N}_]$/u
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u

/** Between Chinese or Japanese characters there is no space to tell where a word ends: every place there is an end. */
function isWord(text: string, start: number, end: number): boolean {
  const isInside = (before: string, after: string) => WORD.test(before) && WORD.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after)
  return !isInside(text.charAt(start - 1), text.charAt(start)) && !isInside(text.charAt(end - 1), text.charAt(end))
}

// A page under edit in which every character remembers where in the old page it came from: so the truth about each passage is known.

import type { Range } from './sentences.ts'

/** `source` is the offset in the old page, -1 for what was written anew; `isFresh` characters took the place of the one at `source`. */
export type Piece = { text: string; source: number; isFresh: boolean }

export type Fate =
  | { kind: 'kept'; start: number; end: number; isWhole: boolean }
  | { kind: 'deleted' }
  /** Too little of it is left to say, or its parts went different ways. */
  | { kind: 'unclear' }

export function piecesOf(text: string, { start, end }: Range): Piece[] {
  const pieces: Piece[] = []
  for (let at = start; at < end; ) {
    const character = String.fromCodePoint(text.codePointAt(at) as number)
    pieces.push({ text: character, source: at, isFresh: false })
    at += character.length
  }
  return pieces
}

export function newPieces(text: string): Piece[] {
  return Array.from(text, (character) => ({ text: character, source: -1, isFresh: false }))
}

export function replacing(text: string, source: number): Piece[] {
  return Array.from(text, (character) => ({ text: character, source, isFresh: true }))
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

/** What became of the passage of `oldText` from `start` to `end`. */
export function fateOf(pieces: readonly Piece[], oldText: string, { start, end }: Range): Fate {
  let from = -1
  let to = -1
  let kept = 0
  let inside = 0
  let at = 0
  const seen = new Set<number>()
  for (const { text, source, isFresh } of pieces) {
    if (source >= start && source < end && /\S/.test(text)) {
      if (from < 0) from = at
      to = at + text.length
      if (!isFresh) seen.add(source)
      inside += text.length
    }
    at += text.length
  }
  kept = seen.size
  const length = Array.from(oldText.slice(start, end).replace(/\s/g, '')).length
  if (from < 0) return { kind: 'deleted' }
  if (kept / length < 0.5 || to - from > 2.5 * Math.max(inside, end - start)) return { kind: 'unclear' }
  return { kind: 'kept', start: from, end: to, isWhole: kept === length && inside === to - from }
}

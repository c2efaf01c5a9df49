// Every place of a text that holds a query, whatever the case and width of its letters: found piece by piece, so that a page goes on answering.

import { foldingBoundary, foldText } from './fold-text.ts'

/** UTF-16 offsets in the text as it stands, `end` exclusive. */
export type FoundRange = { start: number; end: number }

const pieceLength = 8_192

/** Characters that fold to one unit each and combine with nothing: most texts hold little else, and then every offset is its own. */
const foldsOneToOne =
  /^[\t\n\r\u0020-\u007e\u2013\u2014\u2018-\u201d\u3001-\u3003\u3008-\u3011\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uff01-\uff5e]*$/
/** One character with the marks, voicing signs and Korean letters that can combine with it; a pair of surrogates is one character. */
const combiningGroup = /[\s\S][\p{M}\u1160-\u11ff\uff9e\uff9f\uffa0-\uffdc]*/gu

/** A folded piece of text, with the way back: what is found in `folded` stands in the piece from `startOf` its first to `endOf` its last unit. */
export type FoldedPiece = { folded: string; startOf: (foldedOffset: number) => number; endOf: (foldedOffset: number) => number }

/** Costs about 20 ns a character where all fold to one, 300 ns where they are mapped one by one. */
export function foldPiece(piece: string): FoldedPiece {
  if (foldsOneToOne.test(piece)) return { folded: foldText(piece), startOf: (offset) => offset, endOf: (offset) => offset + 1 }
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: group, index } of piece.matchAll(combiningGroup)) {
    const written = foldText(group)
    folded += written
    for (let unit = 0; unit < written.length; unit += 1) {
      starts.push(index)
      ends.push(index + group.length)
    }
  }
  return { folded, startOf: (offset) => starts[offset] ?? piece.length, endOf: (offset) => ends[offset] ?? piece.length }
}

/**
 * The matches of `query` in order, none overlapping the one before, a list for each piece of the text; nothing where the query is blank. Between
 * two pieces the caller may let other work go on: one takes a few milliseconds.
 */
export function* findAll(text: string, query: string): Generator<FoundRange[], void, void> {
  const needle = foldText(query).trim()
  if (needle === '') return
  // Three Korean letters fold to one syllable, some marks to none: a match can be longer in the text than in the needle.
  const overlap = needle.length * 4 + 16
  let taken = 0
  for (let pieceStart = 0; pieceStart < text.length; ) {
    const pieceEnd = foldingBoundary(text, Math.min(text.length, pieceStart + pieceLength))
    const { folded, startOf, endOf } = foldPiece(text.slice(pieceStart, foldingBoundary(text, Math.min(text.length, pieceEnd + overlap))))
    const found: FoundRange[] = []
    for (let at = folded.indexOf(needle); at >= 0; ) {
      const start = pieceStart + startOf(at)
      // What begins behind the piece belongs to the next one.
      if (start >= pieceEnd) break
      const isFree = start >= taken
      if (isFree) {
        taken = pieceStart + endOf(at + needle.length - 1)
        found.push({ start, end: taken })
      }
      at = folded.indexOf(needle, isFree ? at + needle.length : at + 1)
    }
    yield found
    pieceStart = pieceEnd
  }
}

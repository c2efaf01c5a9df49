// How much of a text stands in it more than once: on a page of examples and lists, a lookalike is likelier another passage than an edited one.

import { CJK, classOf } from './fold-units.ts'
import type { GramIndex } from './gram-index.ts'

/** Units of a piece that says something: a few words, or a clause of ideographs and kana. */
const pieceLength = 20
const pieceLengthOfCjk = 8
const mostlyCjk = 0.3
/** Pieces are chosen by their hash, so that equal ones are chosen together: no more than this many are counted, of any text. */
const mostPieces = 65_536
const bucketBits = 20
const multiplier = 0x01000193

/** The share of pieces of folded `text` that stand there more than once, 0 to 1. Linear in the text, by a rolling hash (Karp and Rabin 1987). */
export function repetitionOf(text: string): number {
  const length = isMostlyCjk(text) ? pieceLengthOfCjk : pieceLength
  const sampling = 2 ** Math.max(0, Math.ceil(Math.log2(text.length / mostPieces))) - 1
  let leaving = 1
  for (let index = 0; index < length; index += 1) leaving = Math.imul(leaving, multiplier)
  const counts = new Uint8Array(1 << bucketBits)
  let [pieces, repeated, hash] = [0, 0, 0]
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash, multiplier) + text.charCodeAt(at)
    if (at >= length) hash -= Math.imul(leaving, text.charCodeAt(at - length))
    hash |= 0
    if (at < length - 1) continue
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
    if ((mixed & sampling) !== 0) continue
    pieces += 1
    const bucket = mixed >>> (32 - bucketBits)
    const count = counts[bucket] as number
    if (count > 0) repeated += count === 1 ? 2 : 1
    if (count < 2) counts[bucket] = count + 1
  }
  return pieces === 0 ? 0 : repeated / pieces
}

const neighbourLength = 16
const neighbourLengthOfCjk = 8
const anyCjk = /[\u3040-\u30ff\u3400-\u9fff]/
const stop = /[.!?。]/
/** So far the sentence of a quote is followed to its ends. */
const farthest = 80

/**
 * Of what stands before and after a place, right beside it or beside its sentence, how much stands somewhere else too: 0, 0.5 or 1. So do the lines
 * of a table of contents.
 */
export function shareOfRepeatedNeighbours(text: string, grams: GramIndex, from: number, to: number): number {
  const length = anyCjk.test(text.slice(from, to)) ? neighbourLengthOfCjk : neighbourLength
  const isRepeated = (start: number) => {
    const piece = text.slice(Math.max(0, start), start + length)
    return piece.length === length && grams.isRepeated(piece)
  }
  let [sentenceStart, sentenceEnd] = [from, to]
  while (sentenceStart > 0 && from - sentenceStart < farthest && !stop.test(text[sentenceStart - 1] as string)) sentenceStart -= 1
  while (sentenceEnd < text.length && sentenceEnd - to < farthest && !stop.test(text[sentenceEnd - 1] as string)) sentenceEnd += 1
  const isBefore = isRepeated(from - length) || isRepeated(sentenceStart - length)
  const isAfter = isRepeated(to) || isRepeated(sentenceEnd)
  return (Number(isBefore) + Number(isAfter)) / 2
}

function isMostlyCjk(text: string): boolean {
  const step = Math.max(1, Math.floor(text.length / 4_096))
  let [seen, cjk] = [0, 0]
  for (let at = 0; at < text.length; at += step) {
    seen += 1
    if (classOf(text.charCodeAt(at)) === CJK) cjk += 1
  }
  return cjk > mostlyCjk * seen
}

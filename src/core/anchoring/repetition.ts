// How much of a text stands in it more than once: on a page of examples and lists, a lookalike is likelier another passage than an edited one.

import { CJK, classOf } from './fold-units.ts'

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

function isMostlyCjk(text: string): boolean {
  const step = Math.max(1, Math.floor(text.length / 4_096))
  let [seen, cjk] = [0, 0]
  for (let at = 0; at < text.length; at += step) {
    seen += 1
    if (classOf(text.charCodeAt(at)) === CJK) cjk += 1
  }
  return cjk > mostlyCjk * seen
}

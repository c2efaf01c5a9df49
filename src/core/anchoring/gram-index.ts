// Where each short piece of a text stands: four letters of an alphabet, or two ideographs or kana, which say about as much.

import { CJK, classOf } from './fold-units.ts'

const bits = 17
const bucketCount = 1 << bits

/** Buckets of places by hash, filled by counting: two passes over the text, no object per piece. Different pieces can share a bucket. */
export class GramIndex {
  readonly #text: string
  readonly #heads: Uint32Array
  readonly #places: Uint32Array

  constructor(text: string) {
    const hashes = hashesOf(text)
    const heads = new Uint32Array(bucketCount + 2)
    for (let at = 0; at < hashes.length; at += 1) heads[(hashes[at] as number) + 2] = (heads[(hashes[at] as number) + 2] as number) + 1
    for (let bucket = 2; bucket < heads.length; bucket += 1) heads[bucket] = (heads[bucket] as number) + (heads[bucket - 1] as number)
    const places = new Uint32Array(hashes.length)
    for (let at = 0; at < hashes.length; at += 1) {
      const bucket = (hashes[at] as number) + 1
      places[heads[bucket] as number] = at
      heads[bucket] = (heads[bucket] as number) + 1
    }
    this.#text = text
    this.#heads = heads
    this.#places = places
  }

  get length(): number {
    return this.#text.length
  }

  /** How many places `placesOf` has. */
  countOf(needle: string, at: number): number {
    const bucket = hashAt(needle, at)
    return (this.#heads[bucket + 1] as number) - (this.#heads[bucket] as number)
  }

  /** Places in order where the piece of `needle` at `at` may stand: some may hold another piece. */
  placesOf(needle: string, at: number): Uint32Array {
    const bucket = hashAt(needle, at)
    return this.#places.subarray(this.#heads[bucket] as number, this.#heads[bucket + 1] as number)
  }

  /** Units of the piece at `at`; undefined where the needle ends before it does. */
  static lengthAt(needle: string, at: number): number | undefined {
    const length = classOf(needle.charCodeAt(at)) === CJK ? 2 : 4
    return at + length <= needle.length ? length : undefined
  }

  /** Whether the piece of `needle` at `at` is the one that stands at `place`. */
  isSameAt(needle: string, at: number, place: number): boolean {
    const length = GramIndex.lengthAt(needle, at)
    return length !== undefined && this.#text.startsWith(needle.slice(at, at + length), place)
  }

  /** Whether `needle` stands more than once. It costs what its rarest piece has of places. */
  isRepeated(needle: string): boolean {
    const at = this.#rarestOf(needle).at
    let found = 0
    for (const place of this.placesOf(needle, at)) {
      if (place < at || !this.#text.startsWith(needle, place - at)) continue
      found += 1
      if (found > 1) return true
    }
    return false
  }

  /** Every place of `needle`, overlapping ones too, in order. Linear in the text, whatever repeats in it. */
  occurrencesOf(needle: string): number[] {
    // The engine's own search is the quickest by far, and cannot be worse than sixteen times the text.
    if (needle.length <= 16) return occurrencesByIndexOf(this.#text, needle)
    const { at: rarest, count: fewest } = this.#rarestOf(needle)
    if (fewest === 0) return []
    // What the index would have to compare is more than the text is long: both repeat themselves.
    if (fewest * needle.length > 4 * this.#text.length + 64 * needle.length) return occurrencesByScan(this.#text, needle)
    const found: number[] = []
    for (const place of this.placesOf(needle, rarest))
      if (place >= rarest && this.#text.startsWith(needle, place - rarest)) found.push(place - rarest)
    return found
  }

  #rarestOf(needle: string): { at: number; count: number } {
    let rarest = { at: 0, count: Number.POSITIVE_INFINITY }
    for (let at = 0; at < needle.length && rarest.count > 4; at += 1) {
      const count = GramIndex.lengthAt(needle, at) === undefined ? Number.POSITIVE_INFINITY : this.countOf(needle, at)
      if (count < rarest.count) rarest = { at, count }
    }
    return rarest
  }
}

function hashAt(text: string, at: number): number {
  const first = text.charCodeAt(at)
  const length = classOf(first) === CJK ? 2 : 4
  let hash = first
  for (let index = 1; index < length; index += 1) {
    const next = at + index < text.length ? text.charCodeAt(at + index) : 0
    hash = Math.imul(hash, 0x9e3779b1) ^ next
  }
  return Math.imul(hash, 0x85ebca6b) >>> (32 - bits)
}

function hashesOf(text: string): Uint32Array {
  const hashes = new Uint32Array(text.length)
  for (let at = 0; at < text.length; at += 1) hashes[at] = hashAt(text, at)
  return hashes
}

function occurrencesByIndexOf(text: string, needle: string): number[] {
  const found: number[] = []
  if (needle === '') return found
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) found.push(at)
  return found
}

/** Knuth, Morris and Pratt (1977): no worse for texts that repeat themselves, as `indexOf` can be. */
function occurrencesByScan(text: string, needle: string): number[] {
  const borders = new Uint32Array(needle.length + 1)
  for (let at = 1, border = 0; at < needle.length; at += 1) {
    while (border > 0 && needle.charCodeAt(at) !== needle.charCodeAt(border)) border = borders[border] as number
    if (needle.charCodeAt(at) === needle.charCodeAt(border)) border += 1
    borders[at + 1] = border
  }
  const found: number[] = []
  for (let at = 0, matched = 0; at < text.length; at += 1) {
    while (matched > 0 && text.charCodeAt(at) !== needle.charCodeAt(matched)) matched = borders[matched] as number
    if (text.charCodeAt(at) === needle.charCodeAt(matched)) matched += 1
    if (matched < needle.length) continue
    found.push(at - needle.length + 1)
    matched = borders[matched] as number
  }
  return found
}

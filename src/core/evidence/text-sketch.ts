// Near-duplicates without comparing texts: each text is a sketch of its rarest shingles, and two sketches say how much of one is in the other.
//
// Bottom-k sketches (Broder 1997, "On the resemblance and containment of documents"; Cohen & Kaplan 2007): the k smallest hashes of all
// shingles are a random sample of them, and below the smaller of two largest hashes both samples are complete, so that containment can be read off.

import { foldText } from '../anchoring/fold-text.ts'

/** Folded units; long enough that two texts on one matter share few by chance, in Chinese too. */
const shingleLength = 12
const sketchSize = 512
/** Below it there is too little to compare. */
const minimumShingles = 60

/** The smallest hashes, ascending; empty where the text is too short to be compared. */
export type TextSketch = Uint32Array

/** Linear in the text: a rolling hash (Rabin and Karp), some 15 ms for 500,000 characters. */
export function sketchText(readingText: string): TextSketch {
  const { text } = foldText(readingText)
  if (text.length < shingleLength + minimumShingles) return new Uint32Array()
  let highest = 1
  for (let step = 1; step < shingleLength; step += 1) highest = Math.imul(highest, base)
  let rolling = 0
  const smallest = new SmallestHashes()
  for (let at = 0; at < text.length; at += 1) {
    if (at >= shingleLength) rolling = (rolling - Math.imul(text.charCodeAt(at - shingleLength), highest)) | 0
    rolling = (Math.imul(rolling, base) + text.charCodeAt(at)) | 0
    if (at >= shingleLength - 1) smallest.add(mix(rolling))
  }
  return smallest.finish()
}

/** How much of the one is in the other, and the other way round: 0 to 1, to about ±0.05. Undefined where one of them is too short. */
function containment(one: TextSketch, other: TextSketch): { ofOne: number; ofOther: number } | undefined {
  if (one.length === 0 || other.length === 0) return undefined
  const limit = Math.min(limitOf(one), limitOf(other))
  let [here, there, shared, ofOne, ofOther] = [0, 0, 0, 0, 0]
  while (here < one.length && (one[here] as number) <= limit) {
    while (there < other.length && (other[there] as number) < (one[here] as number)) there += 1
    if (other[there] === one[here]) shared += 1
    here += 1
  }
  ofOne = here
  for (; ofOther < other.length && (other[ofOther] as number) <= limit; ofOther += 1);
  return { ofOne: shared / Math.max(1, ofOne), ofOther: shared / Math.max(1, ofOther) }
}

/** A text with few shingles is known whole. */
function limitOf(sketch: TextSketch): number {
  return sketch.length < sketchSize ? 0xffffffff : (sketch[sketchSize - 1] as number)
}

/** A copy has most of its words in common both ways; of what only quotes, most stands in the other text too. */
export function likeness(one: TextSketch, other: TextSketch): 'copy' | 'quotes' | undefined {
  const found = containment(one, other)
  if (!found) return undefined
  if (found.ofOne >= 0.7 && found.ofOther >= 0.7) return 'copy'
  return found.ofOne >= 0.7 || found.ofOther >= 0.7 ? 'quotes' : undefined
}

/** Odd, so that nothing of a unit is shifted out for good. */
const base = 0x01000193

/** The finaliser of MurmurHash3 (Appleby): neighbouring values end far apart. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Keeps what is below the k-th smallest so far, and sorts when twice that many have come. */
class SmallestHashes {
  #held: number[] = []
  #limit = 0xffffffff

  add(hash: number): void {
    if (hash > this.#limit) return
    this.#held.push(hash)
    if (this.#held.length >= sketchSize * 4) this.#cut()
  }

  finish(): TextSketch {
    this.#cut()
    return Uint32Array.from(this.#held)
  }

  #cut(): void {
    this.#held = [...new Set(this.#held)].sort((one, other) => one - other).slice(0, sketchSize)
    if (this.#held.length === sketchSize) this.#limit = this.#held[sketchSize - 1] as number
  }
}

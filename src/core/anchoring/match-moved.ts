// Stretches that the difference of two texts has gone in one place and new in another: they have moved.

import { isSameStretch, uniqueStretches } from './diff-tokens.ts'
import type { Tokens } from './tokens.ts'

/** Tokens that stretches begin to be compared with; each grows as far as both sides are alike and without a partner. */
const stretchLengths = [24, 10, 5]
/** A few words that every other sentence has are no stretch that moved. */
const leastWeight = 1.6

/** Adds to `partners` (of the old tokens) those that have moved: stretches that stand once among all that has none. Linear in the texts. */
export function matchMoved(from: Tokens, to: Tokens, weights: Float32Array, partners: Int32Array): void {
  const isTaken = new Uint8Array(to.count)
  for (const partner of partners) if (partner >= 0) isTaken[partner] = 1
  for (const length of stretchLengths) {
    const inTo = uniqueStretches(to.ids, 0, to.count, length, (index) => isTaken[index] === 1)
    for (const [hash, place] of uniqueStretches(from.ids, 0, from.count, length, (index) => (partners[index] as number) >= 0)) {
      const other = inTo.get(hash) ?? -1
      if (place < 0 || other < 0 || (partners[place] as number) >= 0 || isTaken[other]) continue
      if (isSameStretch(from.ids, place, to.ids, other, length)) take(place, other)
    }
  }

  function take(place: number, other: number): void {
    const isAlike = (index: number, its: number) =>
      index >= 0 &&
      its >= 0 &&
      index < from.count &&
      its < to.count &&
      (partners[index] as number) < 0 &&
      !isTaken[its] &&
      from.ids[index] === to.ids[its]
    let [start, end] = [place, place]
    while (isAlike(start - 1, other - 1 - (place - start))) start -= 1
    while (isAlike(end, other + (end - place))) end += 1
    let weight = 0
    for (let index = start; index < end; index += 1) weight += weights[index] as number
    if (weight < leastWeight) return
    for (let index = start; index < end; index += 1) {
      partners[index] = other + (index - place)
      isTaken[other + (index - place)] = 1
    }
  }
}

// Sorting what is too much to be sorted at once: short runs, each sorted by itself, merged two by two in slices.

import type { Breather } from '../storage/breather.ts'

type Order<Entry> = (one: Entry, other: Entry) => number

/** Asking for the time costs more than merging one. */
const mergedAtOnce = 512

/** `runs` are sorted; of equals those of the earlier run come first. n log(runs) comparisons. */
export async function mergeRuns<Entry>(runs: readonly (readonly Entry[])[], inOrder: Order<Entry>, breather: Breather): Promise<readonly Entry[]> {
  let left = runs
  while (left.length > 1) {
    const merged: (readonly Entry[])[] = []
    for (let at = 0; at < left.length; at += 2) {
      const [one, other] = [left[at] as readonly Entry[], left[at + 1]]
      merged.push(other ? await mergeTwo(one, other, inOrder, breather) : one)
    }
    left = merged
  }
  return left[0] ?? []
}

async function mergeTwo<Entry>(one: readonly Entry[], other: readonly Entry[], inOrder: Order<Entry>, breather: Breather): Promise<Entry[]> {
  const merged: Entry[] = []
  let [first, second] = [0, 0]
  while (first < one.length || second < other.length) {
    const takesFirst = second >= other.length || (first < one.length && inOrder(one[first] as Entry, other[second] as Entry) <= 0)
    merged.push((takesFirst ? one[first++] : other[second++]) as Entry)
    if (merged.length % mergedAtOnce === 0 && breather.isDue) await breather.pause()
  }
  return merged
}

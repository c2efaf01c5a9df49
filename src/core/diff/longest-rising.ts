// The anchors of patience diff: as many pairs as keep their order on both sides.

type Link = { pair: readonly [number, number]; before: Link | undefined }

/** The longest part of `pairs` whose second places rise; their first places do already. After Schensted (1961): n log n. */
export function longestRising(pairs: Iterable<readonly [number, number]>): (readonly [number, number])[] {
  const piles: Link[] = []
  for (const pair of pairs) {
    let [low, high] = [0, piles.length]
    while (low < high) {
      const half = (low + high) >> 1
      if ((piles[half] as Link).pair[1] < pair[1]) low = half + 1
      else high = half
    }
    piles[low] = { pair, before: piles[low - 1] }
  }
  const rising: (readonly [number, number])[] = []
  for (let link = piles.at(-1); link; link = link.before) rising.push(link.pair)
  return rising.reverse()
}

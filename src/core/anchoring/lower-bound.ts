// Binary search, where a range of a text is looked up among sorted offsets.

/** The first of `count` indices whose value is not below `value`; `valueAt` rises. */
export function lowerBound(count: number, valueAt: (index: number) => number, value: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const half = (low + high) >> 1
    if (valueAt(half) < value) low = half + 1
    else high = half
  }
  return low
}

// The quote's own words somewhere in the text; where they stand more than once, the surroundings tell which place is meant.

import { contextLikeness } from './context-likeness.ts'
import type { PreparedText } from './prepared-text.ts'
import type { FoldedSelector } from './selector.ts'

/** Folded units `from` to `to`. */
export type ExactPlace = { from: number; to: number; score: number }

export function findExact(prepared: PreparedText, { whole, start, end }: FoldedSelector, position: number | undefined): ExactPlace | undefined {
  const { folded, grams } = prepared
  const length = end - start
  let best: ExactPlace | undefined
  let bestRank = Number.NEGATIVE_INFINITY
  for (const from of grams.occurrencesOf(whole.slice(start, end))) {
    const { before, after } = contextLikeness(folded.text, from, from + length, whole, start, end)
    const [left, right] = [Number.isNaN(before) ? 0.5 : before, Number.isNaN(after) ? 0.5 : after]
    const distance = position === undefined ? 0 : Math.abs((folded.starts[from] as number) - position)
    const rank = left + right - distance / (prepared.text.length + 1) / 100
    if (rank <= bestRank) continue
    bestRank = rank
    best = { from, to: from + length, score: (2 + left + right) / 4 }
  }
  return best
}

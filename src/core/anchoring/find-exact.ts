// The quote's own words somewhere in the text; where they stand more than once, the surroundings tell which place is meant.

import { contextLikeness } from './context-likeness.ts'
import type { PreparedText } from './prepared-text.ts'
import type { FoldedSelector } from './selector.ts'
import { weighTokens } from './token-weights.ts'
import { cutTokens } from './tokens.ts'

/** Folded units `from` to `to`; likeness of the surroundings as `contextLikeness` has it; what the words weigh; whether they stand nowhere else. */
export type ExactPlace = { from: number; to: number; score: number; before: number; after: number; weight: number; isOnly: boolean }

export function findExact(
  { text, folded, grams }: PreparedText,
  { whole, start, end }: FoldedSelector,
  position: number | undefined,
  isFree: (from: number, to: number) => boolean,
): ExactPlace | undefined {
  const length = end - start
  const quote = whole.slice(start, end)
  let best: ExactPlace | undefined
  let bestRank = Number.NEGATIVE_INFINITY
  let count = 0
  for (const from of grams.occurrencesOf(quote)) {
    if (!isFree(from, from + length)) continue
    count += 1
    const { before, after } = contextLikeness(folded.text, from, from + length, whole, start, end)
    const [left, right] = [Number.isNaN(before) ? 0.5 : before, Number.isNaN(after) ? 0.5 : after]
    const distance = position === undefined ? 0 : Math.abs((folded.starts[from] as number) - position)
    const rank = left + right - distance / (text.length + 1) / 100
    if (rank <= bestRank) continue
    bestRank = rank
    best = { from, to: from + length, score: (2 + left + right) / 4, before, after, weight: 0, isOnly: false }
  }
  if (!best) return undefined
  const weight = weighTokens(cutTokens(quote), grams).reduce((sum, part) => sum + part, 0)
  return { ...best, weight, isOnly: count === 1 }
}

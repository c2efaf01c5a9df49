// Where what stood around a quote stands today without the quote: it was deleted there, or has moved away from there.

import { alignTokens } from './align-tokens.ts'
import { findWindows } from './find-windows.ts'
import type { PreparedText } from './prepared-text.ts'
import type { FoldedSelector } from './selector.ts'
import { type Survival, survivalOf } from './survival.ts'
import { weighTokens } from './token-weights.ts'
import { cutTokens, tokenFrom } from './tokens.ts'

/** Folded units; `kept` is the share of the surroundings that stands there, `gap` what lies between its two sides (NaN where there is but one). */
export type Spot = { from: number; to: number; kept: number; gap: number }

/** `together` has both sides, `before` and `after` what stands there of one alone. */
export type SurroundingsElsewhere = { together: Spot[]; before: Spot[]; after: Spot[] }

const mostWindows = 3
/** A side of less says nothing. */
const leastUnits = 4

export function findSurroundings(prepared: PreparedText, { whole, start, end }: FoldedSelector): SurroundingsElsewhere {
  const side = (from: number, to: number) => (to - from < leastUnits ? [] : spotsOf(prepared, whole.slice(from, to), to - from))
  return {
    together: spotsOf(prepared, `${whole.slice(0, start)} ${whole.slice(end)}`, start),
    before: side(0, start),
    after: side(end, whole.length),
  }
}

/** `middle` is where its two sides meet. */
function spotsOf({ folded, grams }: PreparedText, surroundings: string, middle: number): Spot[] {
  const tokens = cutTokens(surroundings)
  const weights = weighTokens(tokens, grams)
  const split = tokenFrom(tokens, middle)
  const spots: Spot[] = []
  for (const window of findWindows(grams, folded.text, surroundings).slice(0, mostWindows)) {
    const now = cutTokens(folded.text, window.from, window.to)
    const { partners } = alignTokens({ tokens, start: 0, end: tokens.count }, { tokens: now, start: 0, end: now.count }, weights, 'local')
    const sideOf = (start: number, end: number) => (start === end ? undefined : survivalOf(tokens, start, end, partners, now, weights))
    const [before, after] = [sideOf(0, split), sideOf(split, tokens.count)]
    const [first, last] = [before ?? after, after ?? before]
    if (!first || !last) continue
    const startOf = ({ from }: Survival) => now.starts[from] as number
    const endOf = ({ to }: Survival) => now.ends[to - 1] as number
    const sides = split === 0 || split === tokens.count ? 1 : 2
    spots.push({
      from: startOf(first),
      to: endOf(last),
      kept: ((before?.kept ?? 0) + (after?.kept ?? 0)) / sides,
      gap: before && after ? startOf(after) - endOf(before) : Number.NaN,
    })
  }
  return spots
}

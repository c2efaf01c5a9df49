// How much of what stood around a quote stands around a place, by weight: a rare name beside it says more than a comma.

import { alignTokens } from './align-tokens.ts'
import type { PreparedText } from './prepared-text.ts'
import type { FoldedSelector } from './selector.ts'
import { weighTokens } from './token-weights.ts'
import { cutTokens, isSign, type Tokens } from './tokens.ts'

/** 0 to 1; NaN where the selector knows nothing of that side. */
export type Surroundings = {
  before: number
  after: number
  /** What stood beside the quote stands inside the place: the quote is gone, and this is its neighbour. */
  closed: number
}

/** Units of the text beside a place that are looked at: the remembered ones, and a word or two that may have come in between. */
const slack = 24

export type Context = { before: Side; after: Side }
type Side = { tokens: Tokens; weights: Float32Array; length: number }

export function contextOf({ grams }: PreparedText, { whole, start, end }: FoldedSelector): Context {
  const side = (from: number, to: number, isBefore: boolean): Side => {
    let tokens = cutTokens(whole, from, to)
    // Selectors cut their surroundings by length: the outermost word may be half of one.
    if (tokens.count > 2 && !isSign(tokens, isBefore ? 0 : tokens.count - 1)) tokens = without(tokens, isBefore)
    return { tokens, weights: weighTokens(tokens, grams), length: to - from }
  }
  return { before: side(0, start, true), after: side(end, whole.length, false) }
}

function without(tokens: Tokens, isFirst: boolean): Tokens {
  const [from, to] = isFirst ? [1, tokens.count] : [0, tokens.count - 1]
  return {
    text: tokens.text,
    count: to - from,
    starts: tokens.starts.subarray(from, to),
    ends: tokens.ends.subarray(from, to),
    ids: tokens.ids.subarray(from, to),
    kinds: tokens.kinds.subarray(from, to),
  }
}

export function surroundingsOf(text: string, from: number, to: number, { before, after }: Context): Surroundings {
  const left = (start: number, end: number) => likeness(before, cutTokens(text, Math.max(start, end - before.length - slack), end), true)
  const right = (start: number, end: number) => likeness(after, cutTokens(text, start, Math.min(end, start + after.length + slack)), false)
  return { before: left(0, from), after: right(to, text.length), closed: Math.max(right(from, to) || 0, left(from, to) || 0) }
}

/** The share that stands there in order; what stands right beside the quote counts double. */
function likeness({ tokens, weights }: Side, now: Tokens, isBefore: boolean): number {
  if (tokens.count === 0) return Number.NaN
  const { partners } = alignTokens({ tokens, start: 0, end: tokens.count }, { tokens: now, start: 0, end: now.count }, weights, 'local')
  let [total, kept] = [0, 0]
  for (let index = 0; index < tokens.count; index += 1) {
    const distance = isBefore ? tokens.count - 1 - index : index
    const weight = ((weights[index] as number) + 0.04) * (1 + 1 / (1 + distance))
    const partner = partners[index] as number
    total += weight
    if (partner >= 0 && tokens.ids[index] === now.ids[partner]) kept += weight
  }
  return kept / total
}

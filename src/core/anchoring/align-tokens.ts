// Which tokens of one sequence stand for which of another: alignment with affine gaps (Gotoh 1982), so that one inserted sentence is one gap.

import { DIGIT, LETTER } from './fold-units.ts'
import type { Tokens } from './tokens.ts'

/** Tokens `start` to `end`. */
export type TokenRange = { tokens: Tokens; start: number; end: number }

const gapOpening = 0.55
const gapExtending = 0.02
const unlike = -0.28
/** A number where another was is what an editor changes most. */
const otherNumber = -0.04
const inOtherForm = 0.4

const NONE = 0
const MATCH = 1
const GONE = 2
const NEW = 3

/**
 * For each token of `from` the index in `to.tokens` of its partner, or -1. A partner can be another word that took its place: compare their ids.
 * `global` aligns all of both; `local` the stretches that fit best (Smith and Waterman 1981), leaving ends that don't. `weights` are of
 * `from.tokens`. `score` is the sum of what matched less what gaps cost. Cost and memory: the product of the lengths.
 */
export function alignTokens(
  from: TokenRange,
  to: TokenRange,
  weights: Float32Array,
  mode: 'global' | 'local',
): { partners: Int32Array; score: number } {
  const [n, m] = [from.end - from.start, to.end - to.start]
  const partners = new Int32Array(n).fill(-1)
  if (n === 0 || m === 0) return { partners, score: 0 }
  const width = m + 1
  const traces = new Uint8Array((n + 1) * width)
  const never = -1e9
  const isLocal = mode === 'local'
  // One row of each state: ending in a pair, in tokens that are gone, in new ones.
  let pairs = new Float32Array(width).fill(never)
  let nextPairs = new Float32Array(width).fill(never)
  const gone = new Float32Array(width).fill(never)
  const fresh = new Float32Array(width).fill(never)
  pairs[0] = 0
  if (!isLocal) {
    for (let column = 1; column <= m; column += 1) {
      fresh[column] = -gapOpening - gapExtending * column
      traces[column] = (column === 1 ? MATCH : NEW) << 4
    }
  }
  const fromIds = from.tokens.ids
  const toIds = to.tokens.ids
  const toKinds = to.tokens.kinds
  let best = 0
  let bestLine = 0
  let bestColumn = 0
  for (let line = 1; line <= n; line += 1) {
    const index = from.start + line - 1
    const weight = (weights[index] as number) + 0.02
    const id = fromIds[index]
    const kind = from.tokens.kinds[index] as number
    const isWord = kind === LETTER || kind === DIGIT
    // What the states were one column to the left in the line above.
    let leftPair = pairs[0] as number
    let leftGone = gone[0] as number
    let leftFresh = fresh[0] as number
    nextPairs[0] = never
    fresh[0] = never
    gone[0] = isLocal ? never : -gapOpening - gapExtending * line
    if (!isLocal) traces[line * width] = (line === 1 ? MATCH : GONE) << 2
    for (let column = 1; column <= m; column += 1) {
      const abovePair = pairs[column] as number
      const aboveGone = gone[column] as number
      const aboveFresh = fresh[column] as number
      const other = to.start + column - 1
      let gain = unlike
      if (id === toIds[other]) gain = weight
      else if (isWord && toKinds[other] === kind) {
        if (kind === DIGIT) gain = otherNumber
        else if (isInOtherForm(from.tokens, index, to.tokens, other)) gain = inOtherForm * weight
      }
      let trace = MATCH
      let before = leftPair
      if (leftGone > before) {
        before = leftGone
        trace = GONE
      }
      if (leftFresh > before) {
        before = leftFresh
        trace = NEW
      }
      if (isLocal && before <= 0) {
        before = 0
        trace = NONE
      }
      const pair = before + gain
      let goneBefore = abovePair - gapOpening
      if (aboveGone >= goneBefore) {
        goneBefore = aboveGone
        trace |= GONE << 2
      } else trace |= MATCH << 2
      if (aboveFresh - gapOpening > goneBefore) {
        goneBefore = aboveFresh - gapOpening
        trace |= 0xc
      }
      let freshBefore = (nextPairs[column - 1] as number) - gapOpening
      if ((fresh[column - 1] as number) >= freshBefore) {
        freshBefore = fresh[column - 1] as number
        trace |= NEW << 4
      } else trace |= MATCH << 4
      nextPairs[column] = pair
      gone[column] = goneBefore - gapExtending
      fresh[column] = freshBefore - gapExtending
      traces[line * width + column] = trace
      leftPair = abovePair
      leftGone = aboveGone
      leftFresh = aboveFresh
      if (isLocal && pair > best) {
        best = pair
        bestLine = line
        bestColumn = column
      }
    }
    const swapped = pairs
    pairs = nextPairs
    nextPairs = swapped
  }
  let [line, column, state] = [bestLine, bestColumn, bestLine === 0 ? NONE : MATCH]
  if (!isLocal) {
    const ends = [pairs[m] as number, gone[m] as number, fresh[m] as number]
    best = Math.max(...ends)
    ;[line, column, state] = [n, m, ends.indexOf(best) + 1]
  }
  while (state !== NONE && (line > 0 || column > 0)) {
    const trace = traces[line * width + column] as number
    if (state === MATCH) {
      if (line === 0 || column === 0) break
      partners[line - 1] = to.start + column - 1
      state = trace & 3
      line -= 1
      column -= 1
    } else if (state === GONE) {
      state = (trace >> 2) & 3
      line -= 1
    } else {
      state = (trace >> 4) & 3
      column -= 1
    }
  }
  return { partners, score: best }
}

/** `Invest` and `invested`: most of the shorter one begins the longer one. */
export function isInOtherForm(from: Tokens, index: number, to: Tokens, other: number): boolean {
  const [start, otherStart] = [from.starts[index] as number, to.starts[other] as number]
  const [length, otherLength] = [(from.ends[index] as number) - start, (to.ends[other] as number) - otherStart]
  const shorter = Math.min(length, otherLength)
  if (shorter < 3) return false
  let shared = 0
  while (shared < shorter && (from.text.charCodeAt(start + shared) | 0x20) === (to.text.charCodeAt(otherStart + shared) | 0x20)) shared += 1
  return shared >= 3 && shared >= 0.6 * Math.max(length, otherLength)
}

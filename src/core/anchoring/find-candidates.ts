// Places that may be the passage's own, with all that speaks for and against each.

import { alignTokens } from './align-tokens.ts'
import { alikeBeside, contextLikeness } from './context-likeness.ts'
import { diffTokens } from './diff-tokens.ts'
import { findWindows, type Window } from './find-windows.ts'
import { lowerBound } from './lower-bound.ts'
import type { PreparedText } from './prepared-text.ts'
import { standsAsQuoted } from './quote-edges.ts'
import type { FoldedSelector } from './selector.ts'
import { shiftOf } from './shift.ts'
import { contextOf, surroundingsOf } from './surroundings.ts'
import { placeOf, type Remains, survivalOf } from './survival.ts'
import { weighTokens } from './token-weights.ts'
import { cutTokens, type Tokens, tokenFrom } from './tokens.ts'

export type Candidate = Remains & {
  /** Folded units. */
  from: number
  to: number
  /** The quote's own words. */
  isSame: boolean
  /** Words and numbers in the quote. */
  words: number
  /** The shares of the surroundings, NaN where the selector has none. */
  before: number
  after: number
  closed: number
  /** Units between where it stood and where this is, 1 for as far as edits commonly push it. NaN where nobody said where it stood. */
  shift: number
}

/** `scar`, 0 to 1: somewhere the surroundings stand together without the quote. */
export type Candidates = { places: Candidate[]; scar: number; twins: number }

/** Alignment of more is left to anchors (a quote of some pages). */
const mostCells = 40_000
const mostExact = 3
const mostCompared = 12
const manyOccurrences = 1_000
/** What stands more often than that is told by its place alone. */
const mostOccurrences = 20_000
/** For all windows of a quote together, by their tokens. */
const cellBudget = 120_000

export function findCandidates(
  prepared: PreparedText,
  selector: FoldedSelector,
  position: number | undefined,
  isFree: (from: number, to: number) => boolean,
): Candidates {
  const { folded, grams } = prepared
  const { whole, start, end } = selector
  const context = contextOf(prepared, selector)
  const shift = (from: number) => shiftOf(prepared, from, position)
  const tokens = cutTokens(whole)
  const weights = weighTokens(tokens, grams)
  const first = tokenFrom(tokens, start)
  const last = tokenFrom(tokens, end - 1) + 1
  let weight = 0
  for (let index = first; index < last; index += 1) weight += weights[index] as number

  const isOne = (from: number) => isFree(from, from + end - start) && standsAsQuoted(folded.text, from, from + end - start, whole, start, end)
  const all = nearest(grams.occurrencesOf(whole.slice(start, end)), folded.starts, position)
  // A syllable stands ten thousand times: then only those with the best surroundings are looked at that closely.
  const occurrences = all.length > manyOccurrences ? likeliestOf(all, folded.text, selector, shift, mostCompared * 4) : all
  const ours = occurrences.filter(isOne)
  const twins = all.length > manyOccurrences ? all.length : ours.length
  const exact = closestOf(likeliestOf(ours, folded.text, selector, shift, mostCompared), folded.text, selector, shift)
  const places: Candidate[] = exact.map((from) => {
    const to = from + end - start
    return {
      from,
      to,
      isSame: true,
      kept: 1,
      keptWords: 1,
      weight,
      renumbered: 0,
      replaced: 0,
      numbers: 0,
      keptNumbers: 0,
      heaviestLost: 0,
      stretches: 1,
      added: 0,
      words: last - first,
      ...surroundingsOf(folded.text, from, to, context),
      shift: shift(from),
    }
  })
  const best = places[0]
  if (best && isSettled(best, places)) return { places, scar: 0, twins }

  let scar = 0
  const windows = findWindows(grams, folded.text, whole)
  let cells = 0
  for (const window of windows) {
    if (window.votes < 0.3 * (windows[0] as Window).votes || cells > cellBudget) break
    if (places.some((place) => place.isSame && place.from >= window.from && place.to <= window.to)) continue
    const now = cutTokens(folded.text, ...wordBorders(folded.text, window))
    cells += tokens.count * now.count
    const partners = align(tokens, now, weights)
    const survival = survivalOf(tokens, first, last, partners, now, weights)
    const left = first === 0 ? 0 : (survivalOf(tokens, 0, first, partners, now, weights)?.kept ?? 0)
    const right = last === tokens.count ? 0 : (survivalOf(tokens, last, tokens.count, partners, now, weights)?.kept ?? 0)
    if (!survival || survival.kept < 0.25) scar = Math.max(scar, Math.min(left, right))
    if (!survival) continue
    const { from, to } = placeOf(survival, { old: tokens, start, end }, partners, now)
    if (!isFree(from, to) || places.some((place) => from < place.to && to > place.from)) continue
    places.push({
      ...survival,
      from,
      to,
      isSame: false,
      words: last - first,
      ...surroundingsOf(folded.text, from, to, context),
      shift: shift(from),
    })
  }
  return { places, scar, twins }
}

/**
 * Its surroundings leave no doubt, and nothing else has the like of them. Far from where it stood it can still be another: the one that was meant
 * may stand there in other words, between the same surroundings.
 */
function isSettled(best: Candidate, places: readonly Candidate[]): boolean {
  const isWhole = ({ before, after }: Candidate) => !(before <= 0.9) && !(after <= 0.9) && !(Number.isNaN(before) && Number.isNaN(after))
  const isOnly = () => !places.some((place) => place !== best && isWhole(place))
  return isWhole(best) && (Number.isNaN(best.shift) ? isOnly() : best.shift < 0.5)
}

/** Of so many occurrences those about `position`, an offset of the text. */
function nearest(occurrences: number[], starts: Uint32Array, position: number | undefined): number[] {
  if (occurrences.length <= mostOccurrences) return occurrences
  const middle = lowerBound(occurrences.length, (index) => starts[occurrences[index] as number] as number, position ?? 0)
  const first = Math.max(0, Math.min(occurrences.length - mostOccurrences, middle - mostOccurrences / 2))
  return occurrences.slice(first, first + mostOccurrences)
}

/** The `most` places with the best surroundings, going by the units right beside them. */
function likeliestOf(
  occurrences: readonly number[],
  text: string,
  { whole, start, end }: FoldedSelector,
  shiftOf: (from: number) => number,
  most: number,
): number[] {
  // In order, by insertion: sorting all would cost more than comparing them.
  const best: { from: number; rank: number }[] = []
  let least = Number.NEGATIVE_INFINITY
  for (const from of occurrences) {
    const rank = alikeBeside(text, from, from + end - start, whole, start, end) - 0.4 * (shiftOf(from) || 0)
    if (best.length === most && rank <= least) continue
    if (best.length === most) best.pop()
    let at = best.length
    while (at > 0 && (best[at - 1] as { rank: number }).rank < rank) at -= 1
    best.splice(at, 0, { from, rank })
    least = (best.at(-1) as { rank: number }).rank
  }
  return best.map(({ from }) => from)
}

/** The few of them whose surroundings are the most alike, letter by letter. */
function closestOf(occurrences: readonly number[], text: string, { whole, start, end }: FoldedSelector, shiftOf: (from: number) => number): number[] {
  const ranked = occurrences.map((from) => ({
    from,
    rank: rankOf(contextLikeness(text, from, from + end - start, whole, start, end)) - 0.002 * (shiftOf(from) || 0),
  }))
  return ranked
    .sort((one, other) => other.rank - one.rank)
    .slice(0, mostExact)
    .map(({ from }) => from)
}

function rankOf({ before, after }: { before: number; after: number }): number {
  return (Number.isNaN(before) ? 0.5 : before) + (Number.isNaN(after) ? 0.5 : after)
}

function align(tokens: Tokens, now: Tokens, weights: Float32Array): Int32Array {
  if (tokens.count * now.count > mostCells) return diffTokens(tokens, now, weights, 4_000)
  return alignTokens({ tokens, start: 0, end: tokens.count }, { tokens: now, start: 0, end: now.count }, weights, 'local').partners
}

function wordBorders(text: string, { from, to }: Window): [number, number] {
  let [start, end] = [from, to]
  while (start > 0 && from - start < 40 && text[start] !== ' ') start -= 1
  while (end < text.length && end - to < 40 && text[end] !== ' ') end += 1
  return [start, end]
}

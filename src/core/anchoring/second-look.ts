// A second look at a place whose surroundings are not all there: do they still stand somewhere else, and would a person call this one another passage?

import { alignTokens } from './align-tokens.ts'
import type { Candidate, Candidates } from './find-candidates.ts'
import { findWindows } from './find-windows.ts'
import { informationOf, logistic, otherwiseNumbered } from './likelihood.ts'
import type { PreparedText } from './prepared-text.ts'
import type { FoldedSelector } from './selector.ts'
import { survivalOf } from './survival.ts'
import { weighTokens } from './token-weights.ts'
import { cutTokens, tokenFrom } from './tokens.ts'

/** As far as what is inserted and deleted before a passage seldom pushes it, in units of the text. */
const far = 1_500
const halfFar = 0.5
const mostWindows = 3
const least = 1e-4

/**
 * The likelihood of `place` in the light of what was not asked before. Surroundings that stand elsewhere without the quote speak against it: the
 * quote was deleted there. That counts less where its very words stand once, and far away: a sentence that was moved leaves the same behind. On a
 * page that repeats itself distance speaks against a place; surroundings that agree up to the end of a sentence speak for it. Fitted as
 * `likelihoodOf` was, to 7,000 passages of other pages.
 */
export function afterSecondLook(
  prepared: PreparedText,
  selector: FoldedSelector,
  position: number | undefined,
  place: Candidate,
  { twins }: Candidates,
  likelihood: number,
): number {
  const elsewhere = surroundingsElsewhere(prepared, selector, place)
  const distance = position === undefined ? halfFar : Math.min(1, Math.abs((prepared.folded.starts[place.from] as number) - position) / far)
  const repetition = Math.sqrt(Math.min(1, 4 * prepared.repetition))
  const odds = Math.log(Math.max(least, likelihood) / Math.max(least, 1 - likelihood))
  const isMoved = place.isSame && twins <= 1
  const fromPage = -1.76 * repetition * distance - 2.49 * elsewhere + (isMoved ? 1.89 * elsewhere * distance : 0)
  const fromPlace = (breaksOffAtSentence(prepared, selector, place) ? 0.69 : 0) - (place.isSame ? 0 : 1.55 * place.closed)
  const looked = logistic(0.18 + (place.isSame ? 0.6 : 0.93) * odds + fromPage + fromPlace + 0.25 * informationOf(place))
  // With every number another nothing makes it likelier.
  return otherwiseNumbered(place) > 0 ? Math.min(likelihood, looked) : looked
}

/** How much of the surroundings stands together somewhere that is not this place, 0 to 1. */
function surroundingsElsewhere({ folded, grams }: PreparedText, { whole, start, end }: FoldedSelector, place: Candidate): number {
  const joined = `${whole.slice(0, start)} ${whole.slice(end)}`
  const tokens = cutTokens(joined)
  const weights = weighTokens(tokens, grams)
  const middle = tokenFrom(tokens, start)
  let most = 0
  for (const { from, to } of findWindows(grams, folded.text, joined).slice(0, mostWindows)) {
    const now = cutTokens(folded.text, from, to)
    const { partners } = alignTokens({ tokens, start: 0, end: tokens.count }, { tokens: now, start: 0, end: now.count }, weights, 'local')
    const before = survivalOf(tokens, 0, middle, partners, now, weights)
    const after = survivalOf(tokens, middle, tokens.count, partners, now, weights)
    const [first, last] = [before ?? after, after ?? before]
    if (!first || !last) continue
    const isHere = (now.starts[first.from] as number) < place.to && (now.ends[last.to - 1] as number) > place.from
    if (!isHere) most = Math.max(most, ((before?.kept ?? 0) + (after?.kept ?? 0)) / 2)
  }
  return most
}

const breaks = /[.!?。！？:：;；]/
/** A space or a closing quote may stand between the end of a sentence and what differs. */
const nearBreak = 2

/** On either side what stands there is what was there, as far as the selector knows it or to the end of a sentence. */
function breaksOffAtSentence({ folded }: PreparedText, { whole, start, end }: FoldedSelector, { from, to }: Candidate): boolean {
  const { text } = folded
  let before = 0
  while (before < start && whole[start - 1 - before] === text[from - 1 - before]) before += 1
  if (before === start || breaks.test(whole.slice(Math.max(0, start - 1 - before), start - before + nearBreak))) return true
  let after = 0
  while (end + after < whole.length && whole[end + after] === text[to + after]) after += 1
  return end + after === whole.length || breaks.test(whole.slice(Math.max(0, end + after - nearBreak), end + after + 1))
}

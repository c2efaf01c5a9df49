// The decision: which place, if any, is the passage's own.

import { type Candidate, findCandidates } from './find-candidates.ts'
import { likelihoodOf, otherwiseNumbered } from './likelihood.ts'
import type { PreparedText } from './prepared-text.ts'
import { afterSecondLook } from './second-look.ts'
import { type FoldedSelector, isQuote } from './selector.ts'

/** Folded units `from` to `to`; `isSame` where the words there are the quote's own. */
export type FoldedPlace = { from: number; to: number; score: number; isSame: boolean }
/** What is known beyond the text itself: from the old text, where there is one. */
export type Knowledge = {
  /** Whether the folded units `from` to `to` can be the passage at all, or are known to be something else. */
  isFree: (from: number, to: number) => boolean
  isOurs: (place: Candidate, likelihood: number) => boolean
}

/** Below it a place is rather another passage, and `lost` the better answer: an analyst looks at what is lost, and trusts what is found. */
export const leastLikelihood = 0.5

export function findFolded(
  prepared: PreparedText,
  selector: FoldedSelector,
  position: number | undefined,
  knowledge: Knowledge = nothingKnown,
): FoldedPlace | undefined {
  const candidates = findCandidates(prepared, selector, position, knowledge.isFree)
  let best: Candidate | undefined
  let likelihood = 0
  for (const place of candidates.places) {
    const itsLikelihood = Math.max(likelihoodInPlace(place), likelihoodOf(place, candidates))
    if (itsLikelihood < likelihood || !knowledge.isOurs(place, itsLikelihood)) continue
    likelihood = itsLikelihood
    best = place
  }
  if (!best) return undefined
  // The difference of two texts knows more than a second look at one of them.
  if (knowledge === nothingKnown && likelihoodInPlace(best) === 0)
    likelihood = afterSecondLook(prepared, selector, position, best, candidates, likelihood)
  if (knowledge === nothingKnown && likelihood < leastLikelihood) return undefined
  const isSame = best.isSame || isQuote(prepared.folded.text, best.from, best.to, selector)
  return { from: best.from, to: best.to, score: likelihood, isSame }
}

const nothingKnown: Knowledge = { isFree: () => true, isOurs: () => true }

/**
 * All of its surroundings stand about where they stood. With its words between them that is the one, however often a page repeats itself; with
 * most of them, or with other numbers, it is the one that was edited, whatever stands elsewhere.
 */
function likelihoodInPlace(place: Candidate): number {
  const { isSame, kept, renumbered, before, after, shift } = place
  const isWhole = (share: number) => Number.isNaN(share) || share > 0.97
  if (!isWhole(before) || !isWhole(after) || shift > 0.5) return 0
  if (isSame) return 0.97
  // In a list every row has the surroundings of every other.
  if (otherwiseNumbered(place) > 0) return 0
  const known = kept + 0.7 * renumbered
  return known >= 0.5 && before > 0.97 && after > 0.97 ? 0.5 + known / 3 : 0
}

// The decision: which place, if any, is the passage's own.

import { type Candidate, findCandidates } from './find-candidates.ts'
import { likelihoodOf } from './likelihood.ts'
import type { PreparedText } from './prepared-text.ts'
import type { FoldedSelector } from './selector.ts'

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
const untouched = 0.97

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
    const itsLikelihood = isUntouched(place) ? Math.max(untouched, likelihoodOf(place, candidates)) : likelihoodOf(place, candidates)
    if (itsLikelihood < likelihood || !knowledge.isOurs(place, itsLikelihood)) continue
    likelihood = itsLikelihood
    best = place
  }
  if (!best) return undefined
  const isSame = best.isSame || prepared.folded.text.slice(best.from, best.to) === selector.whole.slice(selector.start, selector.end)
  return { from: best.from, to: best.to, score: likelihood, isSame }
}

const nothingKnown: Knowledge = { isFree: () => true, isOurs: (_place, likelihood) => likelihood >= leastLikelihood }

/** Its words and all its surroundings stand about where they stood: however often a page repeats itself, that is the one. */
function isUntouched({ isSame, before, after, shift }: Candidate): boolean {
  const isWhole = (share: number) => Number.isNaN(share) || share > 0.99
  return isSame && isWhole(before) && isWhole(after) && !(shift > 0.5)
}

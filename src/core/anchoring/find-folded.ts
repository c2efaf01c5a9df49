// The decision: which place, if any, is the passage's own.

import { type Candidate, findCandidates } from './find-candidates.ts'
import { likelihoodOf } from './likelihood.ts'
import type { PreparedText } from './prepared-text.ts'
import type { FoldedSelector } from './selector.ts'

/** Folded units `from` to `to`; `isSame` where the words there are the quote's own. */
export type FoldedPlace = { from: number; to: number; score: number; isSame: boolean }
/** Which part of the folded units `from` to `to` is known to be something else, 0 to 1. */
export type TakenShare = (from: number, to: number) => number

/** Below it a place is rather another passage, and `lost` the better answer: an analyst looks at what is lost, and trusts what is found. */
const leastLikelihood = 0.5
const mostTaken = 0.3
const untouched = 0.97

export function findFolded(
  prepared: PreparedText,
  selector: FoldedSelector,
  position: number | undefined,
  takenShare?: TakenShare,
): FoldedPlace | undefined {
  const isFree = (from: number, to: number) => !takenShare || takenShare(from, to) < mostTaken
  const candidates = findCandidates(prepared, selector, position, isFree)
  let best: Candidate | undefined
  let likelihood = leastLikelihood
  for (const place of candidates.places) {
    const itsLikelihood = isUntouched(place) ? Math.max(untouched, likelihoodOf(place, candidates)) : likelihoodOf(place, candidates)
    if (itsLikelihood < likelihood) continue
    likelihood = itsLikelihood
    best = place
  }
  if (!best) return undefined
  const isSame = best.isSame || prepared.folded.text.slice(best.from, best.to) === selector.whole.slice(selector.start, selector.end)
  return { from: best.from, to: best.to, score: likelihood, isSame }
}

/** Its words and all its surroundings stand about where they stood: however often a page repeats itself, that is the one. */
function isUntouched({ isSame, before, after, shift }: Candidate): boolean {
  const isWhole = (share: number) => Number.isNaN(share) || share > 0.99
  return isSame && isWhole(before) && isWhole(after) && !(shift > 0.05)
}

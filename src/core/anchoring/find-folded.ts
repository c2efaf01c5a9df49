// The decision: which place, if any, is the passage's own.

import { type Candidate, type Candidates, findCandidates } from './find-candidates.ts'
import { likelihoodOf, otherwiseNumbered } from './likelihood.ts'
import type { PreparedText } from './prepared-text.ts'
import { SecondLook } from './second-look.ts'
import { type FoldedSelector, isQuote } from './selector.ts'

/** Folded units `from` to `to`; `isSame` where the words there are the quote's own. */
export type FoldedPlace = { from: number; to: number; score: number; isSame: boolean }
/** What is known beyond the text itself: from the old text, where there is one. */
export type Knowledge = {
  /** Whether the folded units `from` to `to` can be the passage at all, or are known to be something else. */
  isFree: (from: number, to: number) => boolean
  isOurs: (place: Candidate, likelihood: number) => boolean
}

/** Two to one. An analyst looks at what is lost, and trusts what is found: a false claim costs about twice what a passage does that is not found. */
const leastTrusted = 2 / 3

export function findFolded(
  prepared: PreparedText,
  selector: FoldedSelector,
  position: number | undefined,
  knowledge?: Knowledge,
): FoldedPlace | undefined {
  const candidates = findCandidates(prepared, selector, position, knowledge?.isFree ?? anywhere)
  const chosen = knowledge ? chooseKnown(candidates, knowledge) : choose(prepared, selector, position, candidates)
  if (!chosen) return undefined
  const { place, likelihood } = chosen
  const isSame = place.isSame || isQuote(prepared.folded.text, place.from, place.to, selector)
  return { from: place.from, to: place.to, score: likelihood, isSame }
}

const anywhere = () => true

type Chosen = { place: Candidate; likelihood: number } | undefined

/** The difference of two texts knows more than a second look at one of them. */
function chooseKnown(candidates: Candidates, { isOurs }: Knowledge): Chosen {
  return likeliest(candidates.places, (place) => {
    const likelihood = Math.max(likelihoodInPlace(place), likelihoodOf(place, candidates))
    return isOurs(place, likelihood) ? likelihood : 0
  })
}

function choose(prepared: PreparedText, selector: FoldedSelector, position: number | undefined, candidates: Candidates): Chosen {
  const inPlace = likeliest(candidates.places, likelihoodInPlace)
  if (inPlace) return inPlace
  const look = new SecondLook(prepared, selector, position, candidates)
  const elsewhere = likeliest(candidates.places, (place) => look.likelihoodOf(place, likelihoodOf(place, candidates)))
  return elsewhere && elsewhere.likelihood >= leastTrusted ? elsewhere : undefined
}

function likeliest(places: readonly Candidate[], likelihoodOf: (place: Candidate) => number): Chosen {
  let best: Chosen
  for (const place of places) {
    const likelihood = likelihoodOf(place)
    if (likelihood > (best?.likelihood ?? 0)) best = { place, likelihood }
  }
  return best
}

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

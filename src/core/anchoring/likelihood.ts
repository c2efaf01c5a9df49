// How likely a place is the passage's own: what speaks for it and against it, weighed.

import type { Candidate, Candidates } from './find-candidates.ts'

/** What a side of the surroundings counts for where the selector knows nothing of either. */
const unknownSide = 0.3
/** A distance of more than a fifth of the text says no more. */
const farShift = 0.2
/** About ten rare words: more of them add nothing. */
const mostInformation = 3.5

/**
 * 0 to 1. Three logistic models, for words that stand there unchanged and nowhere else, unchanged in several places, and changed. Their weights
 * were fitted to 16,000 places of seeded edits (in English, Chinese and Japanese pages, code and lists of deals, none of which `bench anchors`
 * has); products stand where two things together say something else than each alone. The larger part of it is what one would expect: the quote's
 * rare words and its surroundings speak for a place; a better rival, a long way and surroundings that closed over the gap speak against it.
 */
export function likelihoodOf(place: Candidate, { places, scar, twins }: Candidates): number {
  const before = knownOr(place.before, knownOr(place.after, unknownSide))
  const after = knownOr(place.after, knownOr(place.before, unknownSide))
  const [more, less] = [Math.max(before, after), Math.min(before, after)]
  const information = Math.min(mostInformation, Math.log2(1 + 2 * place.weight))
  const rival = Math.max(-1, supportOfOthers(place, places) - supportOf(place))
  const shift = Math.min(1, knownOr(place.shift, farShift / 2) / farShift)
  const { kept, closed } = place
  if (place.isSame && twins <= 1) {
    const fromSurroundings = -1.25 * more + 0.74 * more * more + 1.38 * (information ** 2 / 4) - 4.16 * more * rival
    return logistic(-2.22 + fromSurroundings - 3.82 * less * scar + 1.74 * shift * scar - 1.73 * more * closed + 1.59 * closed * closed)
  }
  if (place.isSame) {
    const equal = Math.log2(twins)
    const fromSurroundings = 2.8 * more - 0.23 * (information ** 2 / 4) - 2.5 * more * scar - 3.3 * shift * more * less - 0.24 * scar * closed
    const fromRivals = -0.27 * equal - 0.58 * more * rival - 0.79 * equal * rival - 2.94 * rival * more * less + 2.42 * rival * closed
    return logistic(-2.58 + fromSurroundings + fromRivals)
  }
  const broken = (place.stretches - 1) / Math.sqrt(place.words)
  const added = Math.min(1.5, place.added)
  const fromQuote = kept * (-0.34 + 0.61 * more + 2.05 * broken + 1.69 * place.heaviestLost + 1.07 * information) - 0.89 * added * information
  const fromSurroundings = 1.46 * more * more + 1.05 * less * less - 2.13 * scar * scar - 1.01 * less * scar - 1.92 * closed * closed
  const fromPlace = -2.99 * shift - kept * (1.77 * shift * less + 2.79 * rival + 1.73 * rival * less + 0.59 * added * less)
  return logistic(-3.46 + fromQuote + fromSurroundings + fromPlace - 0.27 * Math.log2(1 + place.words))
}

function supportOf({ kept, before, after }: Candidate): number {
  return kept + knownOr(before, unknownSide) + knownOr(after, unknownSide)
}

function supportOfOthers(place: Candidate, places: readonly Candidate[]): number {
  let most = 0
  for (const other of places) if (other !== place) most = Math.max(most, supportOf(other))
  return most
}

function knownOr(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

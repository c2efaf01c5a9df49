// How likely a place is the passage's own: what speaks for it and against it, weighed.

import type { Candidate, Candidates } from './find-candidates.ts'

/** What a side of the surroundings counts for where the selector knows nothing of either. */
const unknownSide = 0.3
/** What a place counts for where nobody said where it stood. */
const unknownShift = 0.5
/** About ten rare words: more of them add nothing. */
const mostInformation = 3.5

/**
 * 0 to 1. Three logistic models, for words that stand there unchanged and nowhere else, unchanged in several places, and changed. Their weights
 * were fitted to 15,000 places in seeded edits of pages in English, Chinese and Japanese that `bench anchors` does not have (its lists of deals are
 * made by the same maker, with another seed); products stand where two things together say something else than each alone. Most of it is what one
 * would expect: the quote's rare words and its surroundings speak for a place; a better rival, a long way and surroundings that closed over the gap
 * speak against it.
 */
export function likelihoodOf(place: Candidate, { places, scar, twins }: Candidates): number {
  const before = knownOr(place.before, knownOr(place.after, unknownSide))
  const after = knownOr(place.after, knownOr(place.before, unknownSide))
  const [more, less] = [Math.max(before, after), Math.min(before, after)]
  const information = informationOf(place)
  const rival = Math.max(-1, supportOfOthers(place, places) - supportOf(place))
  const shift = Math.min(1, knownOr(place.shift, unknownShift))
  const { kept, closed } = place
  if (place.isSame && twins <= 1) {
    const forIt = 1.33 * (information ** 2 / 4) - 1.09 * more + 2.25 * more * more + 1.46 * shift * scar
    return logistic(-2.11 + forIt - 2.46 * more * rival - 1.54 * less * scar - 3.95 * more * closed + 0.61 * closed * closed)
  }
  if (place.isSame) {
    const equal = Math.log2(twins)
    const forIt = 3.04 * more - 0.47 * (information ** 2 / 4) - 1.3 * more * scar - 1.51 * shift * more * less + 0.21 * scar * closed
    return logistic(-2.73 + forIt - 0.36 * equal - rival * (1.14 * more + 0.44 * equal + 3.15 * more * less - 3.07 * closed))
  }
  const broken = (place.stretches - 1) / Math.sqrt(place.words)
  const added = Math.min(1.5, place.added)
  const fromQuote = kept * (0.02 + 0.21 * more + 1.05 * broken + 1.43 * place.heaviestLost + 1.14 * information) - 0.81 * added * information
  const fromSurroundings = 1.48 * more * more + 1.18 * less * less - 2.04 * scar * scar - 1.39 * less * scar - 2.8 * closed * closed
  const fromPlace = -2.43 * shift - kept * (1.4 * shift * less + 2.81 * rival + 2.02 * rival * less + 0.32 * added * less)
  return logistic(-4.27 + fromQuote + fromSurroundings + fromPlace - 0.07 * Math.log2(1 + place.words) - otherwiseNumbered(place))
}

/**
 * Not fitted, but what this notebook is for: an editor corrects a figure or two, and the same words with every number another are the next deal of
 * the list, most of all where a name is another too.
 */
export function otherwiseNumbered({ numbers, keptNumbers, replaced }: Candidate): number {
  if (numbers === 0 || keptNumbers > 0) return 0
  return numbers > 1 ? 3 : replaced > 2 ? 1.5 : 0
}

/** What stands there says so much. */
function informationOf({ weight }: Candidate): number {
  return Math.min(mostInformation, Math.log2(1 + 2 * weight))
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

export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

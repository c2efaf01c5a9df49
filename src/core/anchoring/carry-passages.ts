// All highlights of a source carried from one text of it to the next.

import type { Passage } from '../records/passage.ts'
import { diffTokens } from './diff-tokens.ts'
import type { Candidate } from './find-candidates.ts'
import { type FoldedPlace, findFolded } from './find-folded.ts'
import { findPassage } from './find-passage.ts'
import { foldText } from './fold-text.ts'
import { type FoundPassage, toFoundPassage } from './found-passage.ts'
import { GramIndex } from './gram-index.ts'
import { lowerBound } from './lower-bound.ts'
import { matchMoved } from './match-moved.ts'
import { type PreparedText, prepareText } from './prepared-text.ts'
import { type FoldedSelector, foldSelector, isQuote } from './selector.ts'
import { slideGaps } from './slide-gaps.ts'
import { placeOf, survivalOf } from './survival.ts'
import { weighTokens } from './token-weights.ts'
import { cutTokens, type Tokens, tokenFrom } from './tokens.ts'

/**
 * One answer per passage, in order. `passages` are ranges of `oldText`. What the difference of the two texts keeps in its place is there; only
 * what it has nowhere is searched, and only where the new text has something that the old one had not: so never at another passage.
 */
export function carryPassages(oldText: string, newText: string, passages: readonly Passage[]): FoundPassage[] {
  if (oldText === newText) return passages.map(({ start, end }) => ({ kind: 'exact', start, end, score: 1 }))
  const difference = new TextDifference(oldText, newText)
  return passages.map((passage) =>
    oldText.startsWith(passage.exact, passage.start) ? difference.carry(passage) : findPassage(difference.now, passage),
  )
}

const leastKept = 0.33
/** By score: half of its words. */
const mostlyKept = 0.87
/** Of a place, by units: the rest is known to be something of the old text. */
const mostTaken = 0.3
/** Below it a place that has changed is rather another passage. */
const leastLikelihood = 0.5
/** Words that the old text had once, and the new one has where there was nothing: little else can have happened. */
const leastLikelihoodOfOnly = 0.3

class TextDifference {
  readonly now: PreparedText
  readonly #old: ReturnType<typeof foldText>
  #oldGrams: GramIndex | undefined
  readonly #oldTokens: Tokens
  readonly #newTokens: Tokens
  readonly #weights: Float32Array
  readonly #partners: Int32Array
  /** How many folded units before each one are known to be something of the old text. */
  readonly #taken: Uint32Array

  constructor(oldText: string, newText: string) {
    this.now = prepareText(newText)
    this.#old = foldText(oldText)
    this.#oldTokens = cutTokens(this.#old.text)
    this.#newTokens = cutTokens(this.now.folded.text)
    this.#weights = weighTokens(this.#oldTokens, this.now.grams)
    this.#partners = diffTokens(this.#oldTokens, this.#newTokens, this.#weights)
    const old = { original: oldText, folded: this.#old, tokens: this.#oldTokens }
    slideGaps(old, { original: newText, folded: this.now.folded, tokens: this.#newTokens }, this.#partners)
    matchMoved(this.#oldTokens, this.#newTokens, this.#weights, this.#partners)
    this.#taken = this.#countTaken()
  }

  carry(passage: Passage): FoundPassage {
    const selector = foldSelector(passage)
    if (selector.start === selector.end) return findPassage(this.now, passage)
    let place = this.#placeByDifference(passage, selector)
    if (!place || place.score < mostlyKept) {
      // What little is left in its place can be of a sentence that took the place of one that moved.
      const moved = this.#placeBySearch(passage, selector)
      if (moved && (!place || moved.isSame)) place = moved
    }
    return place ? toFoundPassage(this.now, place, selector, passage.start) : { kind: 'lost' }
  }

  /** Moved, then: to where the new text has something that the difference found no partner for. */
  #placeBySearch(passage: Passage, selector: FoldedSelector): FoldedPlace | undefined {
    this.#oldGrams ??= new GramIndex(this.#old.text)
    const oldGrams = this.#oldGrams
    const isOnly = oldGrams.occurrencesOf(selector.whole.slice(selector.start, selector.end)).length === 1
    return findFolded(this.now, selector, passage.start, {
      isFree: (from, to) => (this.#taken[to] as number) - (this.#taken[from] as number) < mostTaken * (to - from),
      isOurs: (place, likelihood) => {
        if (place.isSame) return likelihood >= leastLikelihoodOfOnly && (isOnly || isBesideItsOwn(place))
        // Word for word another passage of the old text: that one has moved here, ours has not changed into it.
        return likelihood >= leastLikelihood && oldGrams.occurrencesOf(this.now.folded.text.slice(place.from, place.to)).length === 0
      },
    })
  }

  #placeByDifference({ start, end }: Passage, selector: FoldedSelector): FoldedPlace | undefined {
    const [oldTokens, newTokens, partners] = [this.#oldTokens, this.#newTokens, this.#partners]
    const { starts, ends } = this.#old
    let foldedStart = lowerBound(starts.length, (index) => starts[index] as number, start)
    let foldedEnd = lowerBound(ends.length, (index) => ends[index] as number, end + 1)
    while (foldedStart < foldedEnd && this.#old.text[foldedStart] === ' ') foldedStart += 1
    while (foldedEnd > foldedStart && this.#old.text[foldedEnd - 1] === ' ') foldedEnd -= 1
    if (foldedStart >= foldedEnd) return undefined
    const first = tokenFrom(oldTokens, foldedStart)
    const last = tokenFrom(oldTokens, foldedEnd - 1) + 1
    const survival = survivalOf(oldTokens, first, last, partners, newTokens, this.#weights)
    if (!survival) return undefined
    const isRenumbered = survival.renumbered > 0 && survival.kept + survival.renumbered > 0.5 && this.#isBetweenKept(first, last)
    if (!isRenumbered && (survival.kept < leastKept || survival.keptWords < leastKept)) return undefined
    const { from, to } = placeOf(survival, { old: oldTokens, start: foldedStart, end: foldedEnd }, partners, newTokens)
    const isSame = isQuote(this.now.folded.text, from, to, selector)
    return { from, to, isSame, score: isSame ? 1 : 0.5 + survival.kept / 2 }
  }

  /** Whether the two tokens on either side of old tokens `first` to `last` are what they were. */
  #isBetweenKept(first: number, last: number): boolean {
    const isKept = (index: number) => {
      const partner = this.#partners[index] ?? -1
      return index < 0 || index >= this.#oldTokens.count || (partner >= 0 && this.#oldTokens.ids[index] === this.#newTokens.ids[partner])
    }
    return isKept(first - 2) && isKept(first - 1) && isKept(last) && isKept(last + 1)
  }

  #countTaken(): Uint32Array {
    const { count, starts, ends, ids } = this.#newTokens
    const length = this.now.folded.text.length
    const taken = new Uint32Array(length + 1)
    const isTaken = new Uint8Array(count)
    for (let index = 0; index < this.#partners.length; index += 1) {
      const partner = this.#partners[index] as number
      if (partner >= 0 && ids[partner] === this.#oldTokens.ids[index]) isTaken[partner] = 1
    }
    for (let index = 0; index < count; index += 1)
      if (isTaken[index]) for (let at = starts[index] as number; at < (ends[index] as number); at += 1) taken[at + 1] = 1
    for (let at = 1; at <= length; at += 1) taken[at] = (taken[at] as number) + (taken[at - 1] as number)
    return taken
  }
}

/** Words that the old text had several times could be any of those: they are ours beside what stood beside ours. */
function isBesideItsOwn({ before, after }: Candidate): boolean {
  return before > 0.95 || after > 0.95 || before + after > 1.6
}

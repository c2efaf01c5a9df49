// A second look at a place whose surroundings are not all there: do they still stand somewhere else, and would a person call this one another passage?

import { likenessOf } from './context-likeness.ts'
import type { Candidate, Candidates } from './find-candidates.ts'
import { logistic, otherwiseNumbered } from './likelihood.ts'
import { ownSentenceOf } from './own-sentence.ts'
import type { PreparedText } from './prepared-text.ts'
import { shareOfRepeatedNeighbours } from './repetition.ts'
import type { FoldedSelector } from './selector.ts'
import { shiftOf } from './shift.ts'
import { findSurroundings, type Spot, type SurroundingsElsewhere } from './surroundings-elsewhere.ts'

/** As far as what is inserted and deleted before a passage seldom pushes it, in units of the text. */
const far = 1_500
const halfFar = 0.5
/** Between surroundings that closed over a gap stands no more than a word. */
const closedGap = 6
/** So near to a place a side of the surroundings is the place's own. */
const beside = 10
/** Units of a quote. */
const short = 25
const long = 60
/** Letters of a longer quote are not compared one by one. */
const mostLetters = 300
const least = 1e-4

/**
 * The likelihood of a place in the light of what was not asked before. Surroundings that stand elsewhere without the quote speak against it, most
 * of all near where it stood: there it was deleted. That counts less where they closed over the gap and its very words have other neighbours: a
 * sentence that was moved leaves the same behind. The rest of its own sentence goes with a passage; another sentence of the same pattern has
 * another rest. On a page that repeats itself, and beside lines that stand there twice, as those of a table of contents do, all of that says less. Fitted as `likelihoodOf` was, to 14,000 passages of other pages, a third
 * of them prose.
 */
export class SecondLook {
  readonly #prepared: PreparedText
  readonly #selector: FoldedSelector
  readonly #position: number | undefined
  readonly #twins: number
  readonly #surroundings: SurroundingsElsewhere

  constructor(prepared: PreparedText, selector: FoldedSelector, position: number | undefined, { twins }: Candidates) {
    this.#prepared = prepared
    this.#selector = selector
    this.#position = position
    this.#twins = twins
    this.#surroundings = findSurroundings(prepared, selector)
  }

  /** `likelihood` is the one that `likelihoodOf` gave it. */
  likelihoodOf(place: Candidate, likelihood: number): number {
    const { folded, grams, repetition } = this.#prepared
    const { elsewhere, closed, near, nearSide } = this.#surroundingsApart(place)
    const odds = Math.log(Math.max(least, likelihood) / Math.max(least, 1 - likelihood))
    const sentence = ownSentenceOf(folded.text, place.from, place.to, this.#selector)
    const repeated = Math.sqrt(Math.min(1, 4 * repetition))
    const neighboursAgain = shareOfRepeatedNeighbours(folded.text, grams, place.from, place.to)
    const distance = this.#distanceOf(place)
    const length = place.to - place.from
    let looked: number
    if (place.isSame && this.#twins <= 1) {
      const otherNeighbours = 1 - Math.max(place.before || 0, place.after || 0)
      const fromGap = otherNeighbours * (1.54 * closed + (1.21 + 2.38 * distance) * elsewhere) - 1.23 * elsewhere - 2.06 * near - 1.14 * nearSide
      const fromPage = -1.17 * neighboursAgain - 1.35 * repeated * (1 + distance)
      looked = 1.36 + 0.65 * odds + 2.1 * sentence.kept + 1.03 * Math.min(1, length / long) + fromGap + fromPage
    } else if (place.isSame) {
      const fromGap = -1.14 * elsewhere * distance - 1.03 * near - 1.26 * nearSide
      looked = -0.63 + 0.74 * odds + 1.76 * sentence.kept + 0.62 * Math.max(0, 1 - length / short) + fromGap
    } else {
      const broken = (place.stretches - 1) / Math.sqrt(Math.max(1, place.words))
      const fromQuote = 2.34 * this.#lettersKept(place) + 1.31 * broken - 2.63 * place.closed
      const fromSentence = (sentence.isHalfWhole ? 1 : 0) - 3.08 * (1 - sentence.kept) * (1 - place.kept)
      const fromPage = -0.89 * neighboursAgain - 1.37 * repeated
      looked = 0.4 + 0.83 * odds + fromQuote + fromSentence + fromPage - 2.56 * near - 1.58 * nearSide
    }
    // With every number another nothing makes it likelier.
    return otherwiseNumbered(place) > 0 ? Math.min(likelihood, logistic(looked)) : logistic(looked)
  }

  #lettersKept({ from, to, kept }: Candidate): number {
    const { whole, start, end } = this.#selector
    if (end - start > mostLetters) return kept
    const { text } = this.#prepared.folded
    return likenessOf(
      (index) => whole.charCodeAt(start + index),
      end - start,
      (index) => (from + index < to ? text.charCodeAt(from + index) : -1),
    )
  }

  /** The surroundings where they stand apart from `place`: how much of them, and with how little between them, and how near to where it stood. */
  #surroundingsApart({ from, to }: Candidate) {
    const { together, before, after } = this.#surroundings
    const { whole, start, end } = this.#selector
    const apart = (spots: readonly Spot[], units: number) => spots.filter((spot) => spot.to <= from - units || spot.from >= to + units)
    const near = (spots: readonly Spot[]) => Math.max(0, ...spots.map((spot) => spot.kept * this.#nearnessOf(spot)))
    const spots = apart(together, 0)
    const best = spots.reduce<Spot | undefined>((most, spot) => (spot.kept > (most?.kept ?? 0) ? spot : most), undefined)
    return {
      elsewhere: best?.kept ?? 0,
      closed: best && best.gap < closedGap ? best.kept : 0,
      near: near(spots),
      nearSide: Math.max(near(apart(before, start + beside)), near(apart(after, whole.length - end + beside))),
    }
  }

  #distanceOf({ from }: Candidate): number {
    if (this.#position === undefined) return halfFar
    return Math.min(1, Math.abs((this.#prepared.folded.starts[from] as number) - this.#position) / far)
  }

  /** 1 where the quote stood, 0 farther than edits commonly push it. */
  #nearnessOf({ from }: Spot): number {
    if (this.#position === undefined) return halfFar
    return Math.max(0, 1 - shiftOf(this.#prepared, from, this.#position))
  }
}

// How two figures of one metric stand to each other. Pure, exact, and the same whichever comes first.

import { add, compare, type Decimal, multiply, negate } from '../figures/decimal.ts'
import type { FigureAmount } from '../records/figure.ts'
import { compareTimes } from './compare-times.ts'
import type { ComparedFigure } from './compared-figure.ts'
import { findRate, type RateUsed } from './convert-currency.ts'
import { absolute, decimalIn, decimalText, divide, subtract } from './exact.ts'
import { converted, type Meaning, meaningOf, overlaps, scaled } from './meaning-of.ts'
import { type SlipCause, scaleSlipOf } from './scale-slip.ts'

export const comparisonClasses = [
  'equal',
  'within-written',
  'within-bound',
  'exchange-rate',
  'restated',
  'other-period',
  'contested',
  'scale-slip',
  'not-comparable',
] as const
export type ComparisonClass = (typeof comparisonClasses)[number]

/** Why two figures are of their class: a closed list, said in words by `ledgerWords.why`. */
export type ComparisonReason =
  | 'same-value'
  | 'digits-allow'
  | 'bound-allows'
  | 'rate-allows'
  | 'later-publication'
  | 'times-differ'
  | 'time-unclear'
  | 'values-differ'
  | 'signs-differ'
  | 'scales-differ'
  | 'no-rate'
  | 'currency-unknown'
  | 'units-differ'
  | 'per-differs'
  | 'bases-differ'
  | 'no-value'

export type Comparison = {
  class: ComparisonClass
  why: ComparisonReason
  /** Of a suspected slip: 10, 100, 1,000 …; of contested values how many times the larger is the smaller, to three digits. */
  factor?: number
  cause?: SlipCause
  /** The rate by which currencies were compared. */
  rate?: RateUsed['id']
}

/** By how much amounts in two currencies may differ and still be one amount: whoever converted took the rate of some day. */
const rateTolerance: Decimal = { mantissa: 5n, exponent: -2 }

export function compareFigures(one: ComparedFigure, other: ComparedFigure, rates: readonly RateUsed[] = []): Comparison {
  const times = compareTimes(one.asOf, other.asOf)
  if (times === 'other') return { class: 'other-period', why: 'times-differ' }
  const comparison =
    one.amount.kind === 'date' || other.amount.kind === 'date' ? compareDates(one.amount, other.amount) : compareAmounts(one, other, rates)
  if (agrees(comparison.class) || comparison.class === 'not-comparable') return comparison
  // What follows explains a difference; it never makes one.
  if (times === 'near') return { class: 'not-comparable', why: 'time-unclear' }
  if (one.basis !== other.basis) return { class: 'not-comparable', why: 'bases-differ' }
  if (comparison.class === 'contested' && isRestated(one, other)) return { ...comparison, class: 'restated', why: 'later-publication' }
  return comparison
}

/** Whether figures of this class say the same. */
export function agrees(comparison: ComparisonClass): boolean {
  return comparison === 'equal' || comparison === 'within-written' || comparison === 'within-bound' || comparison === 'exchange-rate'
}

function compareDates(one: FigureAmount, other: FigureAmount): Comparison {
  const [first, second] = [timeOf(one), timeOf(other)]
  if (one.kind !== other.kind) return { class: 'not-comparable', why: 'units-differ' }
  if (!first || !second) return { class: 'not-comparable', why: 'no-value' }
  const relation = compareTimes(first, second)
  if (relation === 'same' && one.from === other.from && one.to === other.to) return { class: 'equal', why: 'same-value' }
  if (relation === 'same' || relation === 'near' || isWithin(one, other) || isWithin(other, one))
    return { class: 'within-written', why: 'digits-allow' }
  return { class: 'contested', why: 'values-differ' }
}

/** November 2025 and 14 November 2025 are one date, written more and less exactly. */
function isWithin(inner: FigureAmount, outer: FigureAmount): boolean {
  return inner.from !== undefined && outer.from !== undefined && inner.from >= outer.from && (inner.to ?? inner.from) <= (outer.to ?? outer.from)
}

function timeOf({ from, to, fiscal }: FigureAmount) {
  if (fiscal) return { fiscal }
  return from === undefined ? undefined : { from, to: to ?? from }
}

function compareAmounts(one: ComparedFigure, other: ComparedFigure, rates: readonly RateUsed[]): Comparison {
  const [meaning, otherMeaning] = [meaningOf(one.amount), meaningOf(other.amount)]
  if (!meaning || !otherMeaning) return { class: 'not-comparable', why: 'no-value' }
  if (one.amount.per !== other.amount.per) return { class: 'not-comparable', why: 'per-differs' }
  const factor = unitFactor(one.amount, other.amount)
  if (!factor) return { class: 'not-comparable', why: 'units-differ' }
  if (one.amount.kind === 'money' && other.amount.kind === 'money') return compareMoney(one, other, meaning, otherMeaning, rates)
  return compareMeanings(scaled(meaning, factor), otherMeaning, one, other)
}

/** What turns the first unit into the second; undefined where nothing does. */
function unitFactor(one: FigureAmount, other: FigureAmount): Decimal | undefined {
  const same: Decimal = { mantissa: 1n, exponent: 0 }
  const key = (amount: FigureAmount) => (amount.kind === 'points' ? (amount.unit ?? 'pp') : amount.kind)
  const units = `${key(one)} ${key(other)}`
  if (key(one) === key(other)) return same
  if (units === 'bp pp' || units === 'percent multiple') return { mantissa: 1n, exponent: -2 }
  if (units === 'pp bp' || units === 'multiple percent') return { mantissa: 1n, exponent: 2 }
  // A column of a table has plain numbers; what they count or are paid in stands elsewhere.
  return one.kind === 'number' || other.kind === 'number' ? same : undefined
}

function compareMoney(one: ComparedFigure, other: ComparedFigure, meaning: Meaning, otherMeaning: Meaning, rates: readonly RateUsed[]): Comparison {
  const [from, to] = [one.amount.currency ?? undefined, other.amount.currency ?? undefined]
  if (from === to) return compareMeanings(meaning, otherMeaning, one, other)
  if (from === undefined || to === undefined) {
    const comparison = compareMeanings(meaning, otherMeaning, one, other)
    return agrees(comparison.class) ? comparison : { class: 'not-comparable', why: 'currency-unknown' }
  }
  const found = findRate(rates, from, to, laterDay(dayOf(one), dayOf(other)))
  if (!found) return { class: 'not-comparable', why: 'no-rate' }
  const widest = widened(converted(meaning, found.convert))
  if (overlaps(widest, otherMeaning)) return { class: 'exchange-rate', why: 'rate-allows', rate: found.rate.id }
  return { ...differenceOf(widest, otherMeaning, one, other), rate: found.rate.id }
}

const laterDay = (one: string, other: string) => (one > other ? one : other)

function dayOf({ asOf, published }: ComparedFigure): string {
  const day = asOf && 'to' in asOf ? asOf.to : published
  return day.length === 10 ? day : day === '' ? '' : `${day}-15`.length === 10 ? `${day}-15` : `${day}-07-01`
}

function widened(meaning: Meaning): Meaning {
  const slack = multiply(absolute(meaning.nominal), rateTolerance)
  const widen = ({ low, high }: { low: Decimal; high: Decimal }) => ({ low: add(low, negate(slack)), high: add(high, slack) })
  return { ...meaning, ...widen(meaning), written: widen(meaning.written) }
}

function compareMeanings(meaning: Meaning, otherMeaning: Meaning, one: ComparedFigure, other: ComparedFigure): Comparison {
  if (isSame(meaning, otherMeaning, one.amount, other.amount)) return { class: 'equal', why: 'same-value' }
  if (overlaps(meaning, otherMeaning)) {
    const isPoint = meaning.shape === 'point' && otherMeaning.shape === 'point'
    return isPoint ? { class: 'within-written', why: 'digits-allow' } : { class: 'within-bound', why: 'bound-allows' }
  }
  return differenceOf(meaning, otherMeaning, one, other)
}

function isSame(meaning: Meaning, otherMeaning: Meaning, one: FigureAmount, other: FigureAmount): boolean {
  if (meaning.shape !== otherMeaning.shape || compare(meaning.nominal, otherMeaning.nominal) !== 0) return false
  if (meaning.shape === 'point') return true
  if (meaning.shape === 'bound') return (one.low === undefined) === (other.low === undefined)
  return compare(spread(one), spread(other)) === 0
}

function spread({ low, high }: FigureAmount): Decimal {
  return subtract(decimalIn(high ?? '0'), decimalIn(low ?? '0'))
}

function differenceOf(meaning: Meaning, otherMeaning: Meaning, one: ComparedFigure, other: ComparedFigure): Comparison {
  const slip = scaleSlipOf(meaning, otherMeaning, one.written, other.written)
  if (slip) return { class: 'scale-slip', why: 'scales-differ', ...slip }
  if (overlaps(scaled(meaning, { mantissa: -1n, exponent: 0 }), otherMeaning)) return { class: 'contested', why: 'signs-differ' }
  const factor = factorBetween(meaning.nominal, otherMeaning.nominal)
  return { class: 'contested', why: 'values-differ', ...(factor === undefined ? {} : { factor }) }
}

function factorBetween(one: Decimal, other: Decimal): number | undefined {
  const [first, second] = [absolute(one), absolute(other)]
  const quotient = compare(first, second) >= 0 ? divide(first, second) : divide(second, first)
  return quotient && quotient.mantissa !== 0n ? Number(Number(decimalText(quotient)).toPrecision(3)) : undefined
}

/** A later text of the same source, or a later source of the same publisher, corrects the earlier one. Two places in one text do not. */
function isRestated(one: ComparedFigure, other: ComparedFigure): boolean {
  return laterOf(one, other) !== undefined
}

/** The figure that takes the place of the other; undefined where neither is known to be the later word of the same voice. */
export function laterOf(one: ComparedFigure, other: ComparedFigure): ComparedFigure | undefined {
  if (one.source === other.source) {
    if (one.revision === other.revision) return undefined
    return one.revision > other.revision ? one : other
  }
  const isOneVoice = one.publisher !== '' && sameWords(one.publisher, other.publisher)
  if (!isOneVoice || one.published === '' || other.published === '') return undefined
  const length = Math.min(one.published.length, other.published.length)
  const [first, second] = [one.published.slice(0, length), other.published.slice(0, length)]
  if (first === second) return undefined
  return first > second ? one : other
}

function sameWords(one: string, other: string): boolean {
  return one.normalize('NFKC').trim().toLowerCase() === other.normalize('NFKC').trim().toLowerCase()
}

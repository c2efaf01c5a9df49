// How a figure of an insight stands to one of a passage that it cites. The comparison is the ledger's; what is added is its direction: who quotes may say
// less exactly what the passage says, never more.

import { compare, type Decimal } from '../figures/decimal.ts'
import { compareFigures } from '../ledger/compare-figures.ts'
import type { ComparedFigure } from '../ledger/compared-figure.ts'
import { absolute, decimalIn, decimalText } from '../ledger/exact.ts'
import { meaningOf } from '../ledger/meaning-of.ts'
import type { SlipCause } from '../ledger/scale-slip.ts'
import type { FigureAmount } from '../records/figure.ts'
import { areDisjoint, glance, nearFactor, sizeOf } from './at-a-glance.ts'
import { quotingDate } from './quoting-date.ts'
import { stem } from './shared-words.ts'
import type { StatedFigure } from './stated-figure.ts'

/** Two figures that cannot both be right, if they are of the same thing. */
export type Clashing =
  /** A suspected slip of scale; `isExact` where both have the same digits, two or more. */
  | { relation: 'slip'; factor: number; cause: SlipCause; isExact: boolean }
  /** "At least" against "at most" the same. */
  | { relation: 'opposite' }
  /** Of the same kind and size, and not the same. 1 and more: how many times the larger is the smaller. */
  | { relation: 'near'; factor: number }

export type Quoting =
  | Clashing
  /** The passage's value, written with the digits of the insight, is the insight's. */
  | { relation: 'agrees' }
  /** It would agree, but the passage says it less exactly. */
  | { relation: 'finer' }
  | { relation: 'apart' }

/** The same as `quoting(…)?.relation === 'agrees'`, without looking into what else they might have to do with each other. */
export function isQuoted(said: StatedFigure, stated: StatedFigure): boolean {
  if (isOneUnit(said.amount, stated.amount) && areDisjoint(said.amount, stated.amount)) return false
  return quoting(said, stated)?.relation === 'agrees'
}

/** Undefined where the two cannot be compared: other kinds, currencies, units. */
export function quoting(said: StatedFigure, stated: StatedFigure): Quoting | undefined {
  if (said.amount.kind === 'date' || stated.amount.kind === 'date') return quotingDate(said, stated)
  if (isOtherKind(said.amount, stated.amount) || isOtherNoun(said, stated)) return undefined
  const [one, other] = sameCurrency(unsigned(said.amount), unsigned(stated.amount))
  if (isOneUnit(one, other)) {
    const seen = glance(one, other)
    if (seen) return seen
  }
  const hasPer = one.per === other.per || (one.per !== undefined && other.per !== undefined)
  const comparison = hasPer
    ? compareFigures(compared(one, said.written), compared(other, stated.written))
    : compareFigures(compared(withoutPer(one), said.written), compared(withoutPer(other), stated.written))
  switch (comparison.class) {
    case 'equal':
    case 'within-written':
    case 'within-bound':
    case 'exchange-rate':
      return directed(one, other)
    case 'scale-slip': {
      const { factor = 10, cause = 'digit' } = comparison
      const isExact = hasSameDigits(one, other, factor)
      // A column of a table has its unit in the head: 12,345 is 12.3 million where thousands are meant.
      if (other.kind === 'number') return isExact && factor >= 1_000 ? { relation: 'agrees' } : { relation: 'apart' }
      return hasPer ? { relation: 'slip', factor, cause, isExact } : { relation: 'apart' }
    }
    case 'contested': {
      const { factor } = comparison
      const isNear = factor !== undefined && factor <= nearFactor && one.kind === other.kind && one.kind !== 'number'
      return isNear && hasPer ? { relation: 'near', factor } : { relation: 'apart' }
    }
    default:
      return undefined
  }
}

/** What compareFigures finds as well, after more work. 140 % and 1.4 times may be one; 12 % and 40 times are not. */
function isOtherKind(one: FigureAmount, other: FigureAmount): boolean {
  if (one.kind === other.kind || one.kind === 'number' || other.kind === 'number') return false
  const percent = (amount: FigureAmount) => (amount.kind === 'percent' ? sizeOf(amount) : amount.kind === 'multiple' ? sizeOf(amount) * 100 : 0)
  const [first, second] = [percent(one), percent(other)]
  return first === 0 || second === 0 || first / second > nearFactor || second / first > nearFactor
}

function isOneUnit(one: FigureAmount, other: FigureAmount): boolean {
  return (
    one.kind === other.kind &&
    one.kind !== 'number' &&
    one.currency === other.currency &&
    one.per === other.per &&
    (one.kind !== 'points' || one.unit === other.unit)
  )
}

/** "13 billion a year" quotes a revenue of 13 billion, and a price of $12 is one per share. What differs proves nothing then. */
function withoutPer({ per: _per, ...amount }: FigureAmount): FigureAmount {
  return amount
}

/** To the digits of the first, of which there are two at least. */
function hasSameDigits(one: FigureAmount, other: FigureAmount, factor: number): boolean {
  const [first, second] = [sizeOf(one), sizeOf(other)]
  const scale = first > second ? 1 / factor : factor
  const digits = (one.value ?? one.low ?? one.high ?? '').replace(/e.*$|\D|0+(?=e|$)/g, '')
  return digits.length >= 2 && Math.abs(first * scale - second) <= Number(one.precision ?? 0) * scale * (1 + 1e-9)
}

function directed(one: FigureAmount, other: FigureAmount): Quoting {
  const unitOf = ({ kind, unit }: FigureAmount) => (kind === 'points' ? unit : undefined)
  if (one.kind !== other.kind || unitOf(one) !== unitOf(other)) return { relation: 'agrees' }
  if (isOpposite(one, other)) return { relation: 'opposite' }
  const meaning = meaningOf(asClaimed(one))
  if (!meaning) return { relation: 'finer' }
  const isIn = (value: Decimal) => compare(meaning.low, value) <= 0 && compare(value, meaning.high) <= 0
  const values = [other.value, other.low, other.high].filter((value) => value !== undefined).map(decimalIn)
  const isRange = one.low !== undefined && one.high !== undefined
  return (isRange ? values.every(isIn) : values.some(isIn)) ? { relation: 'agrees' } : { relation: 'finer' }
}

/** "At least 24" is no way to quote 100, though it does not exclude it. */
function asClaimed(amount: FigureAmount): FigureAmount {
  if (amount.bound === 'at-least') return { ...amount, bound: 'over' }
  return amount.bound === 'up-to' ? { ...amount, bound: 'under' } : amount
}

function isOpposite(one: FigureAmount, other: FigureAmount): boolean {
  const isFloor = (amount: FigureAmount) => amount.low !== undefined && amount.high === undefined
  const isCeiling = (amount: FigureAmount) => amount.high !== undefined && amount.low === undefined
  return (isFloor(one) && isCeiling(other) && one.low === other.high) || (isCeiling(one) && isFloor(other) && one.high === other.low)
}

/** A loss of 5 million and -5 million: in prose the sign is as often in the verb as in the figure. */
function unsigned(amount: FigureAmount): FigureAmount {
  return amount.value?.startsWith('-') ? { ...amount, value: decimalText(absolute(decimalIn(amount.value))) } : amount
}

const dollars = /^(?:USD|CAD|AUD|NZD|HKD|SGD|TWD)$/
const yenOrYuan = /^(?:JPY|CNY)$/

/** A $ or ¥ without a country is whichever of them the other says. */
function sameCurrency(one: FigureAmount, other: FigureAmount): [FigureAmount, FigureAmount] {
  const [first, second] = [one.currency, other.currency]
  if (!first || !second || first === second || (one.doubt !== 'currency' && other.doubt !== 'currency')) return [one, other]
  const isOneSign = [dollars, yenOrYuan].some((sign) => sign.test(first) && sign.test(second))
  if (!isOneSign) return [one, other]
  const currency = one.doubt === 'currency' ? second : first
  return [
    { ...one, currency },
    { ...other, currency },
  ]
}

/** 12 factories are not 12 employees. A large count is known by its digits, and between languages nouns cannot be compared. */
function isOtherNoun({ amount: one }: StatedFigure, { amount: other }: StatedFigure): boolean {
  if (one.kind !== 'count' || other.kind !== 'count' || !one.unit || !other.unit) return false
  const isLatin = (unit: string) => /^[\p{sc=Latin}\s-]+$/u.test(unit)
  if (isLatin(one.unit) !== isLatin(other.unit)) return false
  if (!isLatin(one.unit)) return one.unit !== other.unit && isSmall(one)
  return lastStem(one.unit) !== lastStem(other.unit) && isSmall(one)
}

function isSmall(amount: FigureAmount): boolean {
  return sizeOf(amount) < 1_000
}

function lastStem(unit: string): string {
  return stem(unit.trim().toLowerCase().split(/\s+/).at(-1) ?? '')
}

/** Both stand in one text of one source, without a time: what compareFigures knows of publications does not come into it. */
function compared(amount: FigureAmount, written: string): ComparedFigure {
  return { id: 'figure:prose', amount, written, basis: 'actual', source: 'source:prose', publisher: '', published: '', revision: 0 }
}

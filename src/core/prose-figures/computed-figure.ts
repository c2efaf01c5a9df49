// Whether a figure of an insight follows from figures of its passages: a sum, a difference, a share, a growth, a multiple, a product.
//
// JS numbers do here: what is compared is an interval of half a written digit, fifteen digits away from where they round.

import { meaningOf } from '../ledger/meaning-of.ts'
import type { FigureAmount } from '../records/figure.ts'
import type { StatedFigure } from './stated-figure.ts'

export type Operation = 'sum' | 'difference' | 'share' | 'growth' | 'times' | 'product' | 'quotient'

export type Computation = { operation: Operation; terms: readonly StatedFigure[] }

/** All pairs of so many are a few thousand multiplications; with more, some pair fits every figure by chance. */
const mostTerms = 24
/** Products and quotients fit more by chance: they are tried with what one sentence is about. */
const fewTerms = 8
const slack = 1e-9

/** The first that fits; sums of all amounts of one kind are tried last. */
export function computedFrom(said: StatedFigure, base: readonly StatedFigure[]): Computation | undefined {
  const { amount } = said
  if (amount.kind === 'date') return undefined
  const terms = distinct(base, amount).slice(0, mostTerms)
  const ends = endsOf(amount)
  if (ends.length === 0) return undefined
  const found = ends.map((end) => computeOne(end, amount, terms))
  const [first] = found
  if (!first || found.some((computation) => !computation)) return undefined
  return found.length === 1 ? first : { operation: first.operation, terms: [...new Set(found.flatMap((each) => each?.terms ?? []))] }
}

type Interval = { low: number; high: number }

/** A range follows if both of its ends do. */
function endsOf(amount: FigureAmount): Interval[] {
  const { low, high, precision = '0' } = amount
  if (low !== undefined && high !== undefined)
    return [low, high].map((end) => ({ low: Number(end) - Number(precision), high: Number(end) + Number(precision) }))
  const meaning = meaningOf(amount)
  if (!meaning) return []
  const number = ({ mantissa, exponent }: { mantissa: bigint; exponent: number }) => Number(`${mantissa}e${exponent}`)
  const [least, most] = [number(meaning.low), number(meaning.high)]
  return [most < 0 ? { low: -most, high: -least } : { low: least, high: most }]
}

/** `isLike`: such an amount as the one that is to follow. Asked of each once: pairs are many. */
type Term = { figure: StatedFigure; value: number; isLike: boolean }

function computeOne({ low, high }: Interval, amount: FigureAmount, terms: readonly Term[]): Computation | undefined {
  const fits = (value: number) => value >= low - Math.abs(low) * slack && value <= high + Math.abs(high) * slack
  for (const one of terms)
    for (const other of terms) {
      if (one === other) continue
      const operation = operationFor(amount, one, other, fits) ?? (terms.length <= fewTerms ? productFor(amount, one, other, fits) : undefined)
      if (operation) return { operation, terms: [one.figure, other.figure] }
    }
  const alike = terms.filter(({ isLike }) => isLike)
  const isSum = alike.length > 2 && fits(alike.reduce((sum, { value }) => sum + value, 0))
  return isSum ? { operation: 'sum', terms: alike.map(({ figure }) => figure) } : undefined
}

function operationFor(amount: FigureAmount, one: Term, other: Term, fits: (value: number) => boolean): Operation | undefined {
  const [first, second] = [one.figure.amount, other.figure.amount]
  if (one.isLike && other.isLike) {
    if (fits(one.value + other.value)) return 'sum'
    if (one.value > other.value && fits(one.value - other.value)) return 'difference'
  }
  if (amount.kind === 'points' && first.kind === 'percent' && second.kind === 'percent') {
    const difference = Math.abs(one.value - other.value)
    return fits(amount.unit === 'bp' ? difference * 100 : difference) ? 'difference' : undefined
  }
  if (first.kind === 'percent' && other.isLike && fits((one.value * other.value) / 100)) return 'product'
  if ((amount.kind !== 'multiple' && amount.kind !== 'percent') || other.value === 0 || !isAlike(first, second)) return undefined
  const ratio = one.value / other.value
  if (amount.kind === 'multiple') return fits(ratio) ? 'times' : undefined
  if (first.kind !== 'percent' && fits(ratio * 100)) return 'share'
  return fits(Math.abs(ratio - 1) * 100) ? 'growth' : undefined
}

/** 30 times a revenue, a fifth of a sum a year, and what a share of 4.7 % is a share of. */
function productFor(amount: FigureAmount, one: Term, other: Term, fits: (value: number) => boolean): Operation | undefined {
  const [first, second] = [one.figure.amount, other.figure.amount]
  if (!one.isLike || amount.kind === 'percent' || other.value === 0) return undefined
  if (second.kind === 'percent') return fits(one.value / (other.value / 100)) ? 'quotient' : undefined
  if (second.kind !== 'multiple' && (second.kind !== 'count' || first.kind === 'count')) return undefined
  if (fits(one.value * other.value)) return 'product'
  return fits(one.value / other.value) ? 'quotient' : undefined
}

/** A number without a unit may be an amount of money whose currency was said before. A sum a year is compared with the sum. */
function isAlike(one: FigureAmount, other: FigureAmount): boolean {
  if (other.kind === 'number') return one.kind === 'money' || one.kind === 'count'
  return one.kind === other.kind && one.currency === other.currency && (one.kind !== 'count' || one.unit === other.unit)
}

function distinct(base: readonly StatedFigure[], said: FigureAmount): Term[] {
  const terms = new Map<string, Term>()
  for (const figure of base) {
    const { kind, currency, value, low, high } = figure.amount
    if (kind === 'date' || kind === 'number') continue
    for (const number of [value, low, high]) {
      if (number === undefined) continue
      const key = `${kind} ${currency} ${number}`
      if (!terms.has(key)) terms.set(key, { figure, value: Math.abs(Number(number)), isLike: isAlike(figure.amount, said) })
    }
  }
  return [...terms.values()]
}

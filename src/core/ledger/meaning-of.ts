// What an amount means: the values that its writer can have had in mind, by the digits that were written and by how people use "over" and "nearly".

import { add, compare, type Decimal, multiply } from '../figures/decimal.ts'
import type { FigureAmount } from '../records/figure.ts'
import { absolute, canonical, decimalIn, most, subtract, zero } from './exact.ts'

/**
 * `low` and `high` bound what is meant. `shape` is how it was said; `nominal` is the number that was written, in a range the middle.
 * `written` bounds what the digits alone allow, without the stretch of a bound or an "about".
 */
export type Meaning = { shape: 'point' | 'bound' | 'range'; nominal: Decimal; low: Decimal; high: Decimal; written: { low: Decimal; high: Decimal } }

/** Records are never mutated, and a figure is compared with every other one of its metric: reading its decimals once is half of the work. */
const known = new WeakMap<FigureAmount, Meaning | { shape: undefined }>()

/** Undefined where the amount holds no number: a date, or nothing. */
export function meaningOf(amount: FigureAmount): Meaning | undefined {
  const held = known.get(amount) ?? readMeaning(amount) ?? { shape: undefined }
  known.set(amount, held)
  return held.shape === undefined ? undefined : held
}

function readMeaning(amount: FigureAmount): Meaning | undefined {
  if (amount.kind === 'date') return undefined
  const precision = amount.precision === undefined ? zero : decimalIn(amount.precision)
  const [value, low, high] = [amount.value, amount.low, amount.high].map((text) => (text === undefined ? undefined : decimalIn(text)))
  if (value) return pointMeaning(value, precision, amount)
  if (low && high) return rangeMeaning(low, high, precision, amount.approx === true)
  if (low) return boundMeaning(low, precision, amount.bound === 'at-least' ? 'at-least' : 'over')
  if (high) return boundMeaning(high, precision, amount.bound === 'up-to' || amount.bound === 'nearly' ? amount.bound : 'under')
  return undefined
}

function pointMeaning(value: Decimal, precision: Decimal, { approx, bound }: FigureAmount): Meaning {
  const written = around(value, precision)
  if (bound === 'nearly') return { shape: 'bound', nominal: value, written, ...between(towards(value, nearlyShare), written.high) }
  const slack = approx ? most(precision, multiply(absolute(value), approximateShare(value))) : precision
  return { shape: 'point', nominal: value, written, ...around(value, slack) }
}

function rangeMeaning(low: Decimal, high: Decimal, precision: Decimal, isApprox: boolean): Meaning {
  const [first, last] = compare(low, high) <= 0 ? [low, high] : [high, low]
  const nominal = multiply(add(first, last), { mantissa: 5n, exponent: -1 })
  const slack = isApprox ? most(precision, multiply(absolute(nominal), approximateShare(nominal))) : precision
  const ends = { low: subtract(first, slack), high: add(last, slack) }
  return { shape: 'range', nominal, ...ends, written: { low: subtract(first, precision), high: add(last, precision) } }
}

/** About 5 billion: 4.5 to 5.5. About 5.8: 5.5 to 6.1. About 583 million: one unit more or less, or 1 %. */
function approximateShare(value: Decimal): Decimal {
  const digits = digitsOf(value)
  return { mantissa: digits === 1 ? 10n : digits === 2 ? 5n : 1n, exponent: -2 }
}

/** "Nearly 500" is said from 425 on. */
const nearlyShare: Decimal = { mantissa: 85n, exponent: -2 }
/** "At least 24" is not said of 80, nor "up to 20" of 6: as open as they are, who writes them knows better than that. */
const openFactor: Decimal = { mantissa: 3n, exponent: 0 }

/**
 * "Over 50 billion" is said up to where the next round number would be said instead: `reachOf`. "Under" mirrors it.
 * "Nearly" comes from below and is close; "at least" and "up to" are open on their other side, but not without end.
 */
function boundMeaning(value: Decimal, precision: Decimal, bound: 'over' | 'at-least' | 'under' | 'up-to' | 'nearly'): Meaning {
  const written = around(value, precision)
  const shape = 'bound'
  // The digits of a bound are exact for its writer: 49.9 is not "over 50". Half a unit is left for who rounded before.
  switch (bound) {
    case 'over':
      return { shape, nominal: value, written, ...between(written.low, multiply(value, reachOf(value))) }
    case 'at-least':
      return { shape, nominal: value, written, ...between(written.low, multiply(value, openFactor)) }
    case 'nearly':
      return { shape, nominal: value, written, ...between(towards(value, nearlyShare), written.high) }
    case 'up-to':
      return { shape, nominal: value, written, ...between(towards(value, { mantissa: 33n, exponent: -2 }), written.high) }
    case 'under':
      return {
        shape,
        nominal: value,
        written,
        ...between(subtract(value, subtract(multiply(absolute(value), reachOf(value)), absolute(value))), written.high),
      }
  }
}

/**
 * How far "over" carries, as a factor. One digit: to the next one, and at least a quarter more; the very round 1, 2 and 5 to 2, 3 and 7.5, since what
 * lies between is often said by them (over 100 of 190, over 50 of 70). Two digits: a tenth more, a fifth for multiples of five (over 25 of 29).
 * More digits: a twentieth. So "over 50" can be 55 or 70, hardly 80, and never 500.
 */
function reachOf(value: Decimal): Decimal {
  const digits = absolute(canonical(value)).mantissa
  if (digits === 0n) return { mantissa: 1n, exponent: 0 }
  if (digits < 10n) return { mantissa: oneDigitReach[Number(digits)] as bigint, exponent: -3 }
  if (digits < 100n) return { mantissa: digits % 5n === 0n ? 120n : 110n, exponent: -2 }
  return { mantissa: 105n, exponent: -2 }
}

// In thousandths: the next digit over this one where that is more than a quarter.
const oneDigitReach: readonly bigint[] = [1000n, 2000n, 1500n, 1334n, 1250n, 1500n, 1250n, 1250n, 1250n, 1250n]

function digitsOf(value: Decimal): number {
  return absolute(canonical(value)).mantissa.toString().length
}

function around(value: Decimal, slack: Decimal): { low: Decimal; high: Decimal } {
  return { low: subtract(value, slack), high: add(value, slack) }
}

/** A share of the value, on the side of zero. */
function towards(value: Decimal, share: Decimal): Decimal {
  return multiply(value, share)
}

/** Of losses the far end is the lower one. */
function between(one: Decimal, other: Decimal): { low: Decimal; high: Decimal } {
  return compare(one, other) <= 0 ? { low: one, high: other } : { low: other, high: one }
}

/** The same amount in another unit: basis points in points, a power of ten, with the sign turned. */
export function scaled(meaning: Meaning, factor: Decimal): Meaning {
  return converted(meaning, (decimal) => multiply(decimal, factor))
}

/** `convert` takes every value to another unit: dollars to yen. */
export function converted({ shape, nominal, low, high, written }: Meaning, convert: (decimal: Decimal) => Decimal): Meaning {
  const [own, digits] = [between(convert(low), convert(high)), between(convert(written.low), convert(written.high))]
  return { shape, nominal: convert(nominal), ...own, written: digits }
}

/** Whether there is a value that both can mean; that they merely touch is no agreement. */
export function overlaps(one: { low: Decimal; high: Decimal }, other: { low: Decimal; high: Decimal }): boolean {
  const [lowest, highest] = [most(one.low, other.low), compare(one.high, other.high) <= 0 ? one.high : other.high]
  const order = compare(lowest, highest)
  return order < 0 || (order === 0 && (compare(one.low, one.high) === 0 || compare(other.low, other.high) === 0))
}

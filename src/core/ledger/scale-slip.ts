// Whether two amounts differ by a factor that comes from a slip of scale, and from which.

import { compare, type Decimal } from '../figures/decimal.ts'
import { divide } from './exact.ts'
import { type Meaning, overlaps, scaled } from './meaning-of.ts'

/** The likely cause, in words by `ledgerWords`. The larger amount is the one that was made too large, or the smaller too small. */
export const slipCauses = [
  'digit',
  'yi-as-billion',
  'hundredfold',
  'percent',
  'basis-points',
  'baiwan-as-yi',
  'thousandfold',
  'million-as-billion',
  'billion-as-trillion',
  'thousands-column',
  'wan-as-yi',
  'yi-as-wanyi',
  'wan-dropped',
  'millions-column',
  'zhao',
  'yi-dropped',
  'trillion-dropped',
] as const
export type SlipCause = (typeof slipCauses)[number]

export type ScaleSlip = { factor: number; cause: SlipCause }

const factors = [1, 2, 3, 4, 6, 8, 12] as const
/** Where neither amount is written with two digits, a factor of ten is told from one of eleven by this. */
const tolerance: { low: Decimal; high: Decimal } = { low: { mantissa: 95n, exponent: -2 }, high: { mantissa: 105n, exponent: -2 } }

/** `one` and `other` are in the same unit and share no value; `oneWritten` and `otherWritten` are how they stand in their texts. */
export function scaleSlipOf(one: Meaning, other: Meaning, oneWritten: string, otherWritten: string): ScaleSlip | undefined {
  if (one.nominal.mantissa === 0n || other.nominal.mantissa === 0n || one.nominal.mantissa > 0n !== other.nominal.mantissa > 0n) return undefined
  const isLarger = compareSize(one, other) > 0
  const [large, small] = isLarger ? [one, other] : [other, one]
  const [largeWritten, smallWritten] = isLarger ? [oneWritten, otherWritten] : [otherWritten, oneWritten]
  for (const power of factors) {
    const raised = scaled(small, { mantissa: 1n, exponent: power })
    if (!isNear(large, raised)) continue
    return { factor: 10 ** power, cause: causeOf(power, largeWritten, smallWritten) }
  }
  return undefined
}

function compareSize(one: Meaning, other: Meaning): number {
  const order = compare(one.nominal, other.nominal)
  return one.nominal.mantissa < 0n ? -order : order
}

/** By what was meant if one of them is a bound or a range, by the numbers alone otherwise: 5 ± 0.5 million times a thousand is not 4.6 billion. */
function isNear(large: Meaning, raised: Meaning): boolean {
  if (large.shape !== 'point' || raised.shape !== 'point') return overlaps(large, raised)
  const ratio = divide(large.nominal, raised.nominal)
  if (ratio && compare(ratio, tolerance.low) >= 0 && compare(ratio, tolerance.high) <= 0) return true
  // 58亿 and 580 million: what the digits allow, where they say it to within a few percent.
  return (
    overlaps(large.written, raised.written) &&
    ratio !== undefined &&
    compare(ratio, { mantissa: 9n, exponent: -1 }) >= 0 &&
    compare(ratio, { mantissa: 11n, exponent: -1 }) <= 0
  )
}

const yi = /[亿億]/
const wanyi = /[万萬][亿億]|兆/
const wan = /[万萬](?![亿億])/
const thousand = /千|thousand|\dk\b/i
const million = /百万|百萬|million|\d ?(?:m|mn|mln|mm)\b/i
const billion = /十[亿億]|billion|\d ?(?:b|bn|bln)\b/i
const trillion = /trillion|兆|[万萬][亿億]|\d ?(?:t|tn|trn)\b/i
const scale = /[千万萬亿億兆]|thousand|million|billion|trillion|\d ?(?:k|m|mn|mln|mm|b|bn|bln|t|tn|trn)\b/i

/** `large` and `small` as they are written. Where nothing in them tells, the factor alone is named. */
function causeOf(power: (typeof factors)[number], large: string, small: string): SlipCause {
  const has = (one: RegExp, other: RegExp) => (one.test(large) && other.test(small)) || (other.test(large) && one.test(small))
  switch (power) {
    case 1:
      return has(yi, billion) || (has(yi, trillion) && !has(yi, wanyi)) ? 'yi-as-billion' : 'digit'
    case 2:
      if (has(/%|％|percent|per cent/i, /bp|basis/i)) return 'basis-points'
      if (has(/百万|百萬|million/i, yi)) return 'baiwan-as-yi'
      return /%|％|percent|per cent|[成割]/i.test(large + small) ? 'percent' : 'hundredfold'
    case 3:
      if (has(million, billion)) return 'million-as-billion'
      if (has(billion, trillion)) return 'billion-as-trillion'
      return scale.test(large) && scale.test(small) && !has(thousand, million) ? 'thousandfold' : 'thousands-column'
    case 4:
      if (has(wan, yi) && !wanyi.test(large)) return 'wan-as-yi'
      if (wanyi.test(large) || wanyi.test(small)) return 'yi-as-wanyi'
      return 'wan-dropped'
    case 6:
      return /兆/.test(large + small) ? 'zhao' : 'millions-column'
    case 8:
      return 'yi-dropped'
    case 12:
      return 'trillion-dropped'
  }
}

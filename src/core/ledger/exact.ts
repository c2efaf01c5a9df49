// Exact decimals as text and in arithmetic: `583e7` is 5.83 billion, a whole mantissa without trailing zeros and a power of ten.

import { add, compare, type Decimal, negate } from '../figures/decimal.ts'

export const zero: Decimal = { mantissa: 0n, exponent: 0 }

/** The one way in which a value is written, so that equal values are equal texts: `583e7`, `-25e-1`, `42`, `0`. */
export function decimalText(decimal: Decimal): string {
  const { mantissa, exponent } = canonical(decimal)
  return exponent === 0 ? `${mantissa}` : `${mantissa}e${exponent}`
}

export const decimalNotation = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,4}))?$/i

/** Reads what `decimalText` wrote, and any other decimal notation: `5830000000`, `5.83e9`. Undefined for what is none. */
export function readDecimal(text: string): Decimal | undefined {
  const match = decimalNotation.exec(text)
  if (!match) return undefined
  const [, sign, whole, fraction = '', exponent = '0'] = match
  const mantissa = BigInt(`${whole}${fraction}`)
  return canonical({ mantissa: sign === '-' ? -mantissa : mantissa, exponent: Number(exponent) - fraction.length })
}

/** What stands in a record; it was checked when it was written. */
export function decimalIn(text: string): Decimal {
  const decimal = readDecimal(text)
  if (!decimal) throw new Error(`${JSON.stringify(text)} is no decimal`)
  return decimal
}

export function canonical({ mantissa, exponent }: Decimal): Decimal {
  if (mantissa === 0n) return zero
  let [digits, power] = [mantissa, exponent]
  while (digits % 10n === 0n) {
    digits /= 10n
    power += 1
  }
  return { mantissa: digits, exponent: power }
}

export function subtract(one: Decimal, other: Decimal): Decimal {
  return add(one, negate(other))
}

export function absolute(decimal: Decimal): Decimal {
  return decimal.mantissa < 0n ? negate(decimal) : decimal
}

export const least = (one: Decimal, other: Decimal): Decimal => (compare(one, other) <= 0 ? one : other)
export const most = (one: Decimal, other: Decimal): Decimal => (compare(one, other) >= 0 ? one : other)

/** How many significant digits a quotient keeps: more than any figure has, few enough that it stays readable. */
const quotientDigits = 20

/** To `quotientDigits` digits, the last one rounded half away from zero. Undefined for a division by zero. */
export function divide(one: Decimal, other: Decimal): Decimal | undefined {
  if (other.mantissa === 0n) return undefined
  const [dividend, divisor] = [canonical(one), canonical(other)]
  const lengthOf = (value: bigint) => (value < 0n ? -value : value).toString().length
  const shift = Math.max(0, quotientDigits + 1 + lengthOf(divisor.mantissa) - lengthOf(dividend.mantissa))
  const quotient = (dividend.mantissa * 10n ** BigInt(shift)) / divisor.mantissa
  return roundedTo({ mantissa: quotient, exponent: dividend.exponent - divisor.exponent - shift }, quotientDigits)
}

/** To so many significant digits, the last one rounded half away from zero. */
export function roundedTo({ mantissa, exponent }: Decimal, digits: number): Decimal {
  const size = mantissa < 0n ? -mantissa : mantissa
  const excess = size.toString().length - digits
  if (excess <= 0) return canonical({ mantissa, exponent })
  const unit = 10n ** BigInt(excess)
  const kept = (size + unit / 2n) / unit
  return canonical({ mantissa: mantissa < 0n ? -kept : kept, exponent: exponent + excess })
}

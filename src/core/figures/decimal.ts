// Exact decimals: a whole mantissa and a power of ten, so that 58.3亿 and 5.83 billion are the same number.

export type Decimal = { readonly mantissa: bigint; readonly exponent: number }

/** Most numbers of a text are small, and a big integer made of a text costs as much as the rest of reading one. */
const small: (Decimal | undefined)[] = []

/** `digits` holds 0–9, at most one point, and may begin with a minus. */
export function decimalOf(digits: string): Decimal {
  if (digits.length < 5) {
    const number = Number(digits)
    if (Number.isInteger(number) && number >= 0 && !digits.includes('.')) {
      const known = small[number] ?? { mantissa: BigInt(number), exponent: 0 }
      small[number] = known
      return known
    }
  }
  const point = digits.indexOf('.')
  if (point === -1) return { mantissa: BigInt(digits), exponent: 0 }
  return { mantissa: BigInt(digits.slice(0, point) + digits.slice(point + 1)), exponent: point + 1 - digits.length }
}

export function shift({ mantissa, exponent }: Decimal, places: number): Decimal {
  return { mantissa, exponent: exponent + places }
}

export function negate({ mantissa, exponent }: Decimal): Decimal {
  return { mantissa: -mantissa, exponent }
}

export function add(one: Decimal, other: Decimal): Decimal {
  const exponent = Math.min(one.exponent, other.exponent)
  return { mantissa: raised(one, exponent) + raised(other, exponent), exponent }
}

export function multiply(one: Decimal, other: Decimal): Decimal {
  return { mantissa: one.mantissa * other.mantissa, exponent: one.exponent + other.exponent }
}

/** Below 0 where `one` is the smaller. */
export function compare(one: Decimal, other: Decimal): number {
  const exponent = Math.min(one.exponent, other.exponent)
  const difference = raised(one, exponent) - raised(other, exponent)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * The nearest JS number, so 0.1 stays 0.1 and 5.83e9 is 5830000000. Where mantissa and power of ten are exact, one division or multiplication rounds
 * once and is the nearest (Clinger 1990); else the decimal notation is parsed.
 */
export function toNumber({ mantissa, exponent }: Decimal): number {
  const number = Number(mantissa)
  if (exponent === 0) return number
  if (Number.isSafeInteger(number) && exponent >= -22 && exponent <= 22)
    return exponent < 0 ? number / (exactPowers[-exponent] as number) : number * (exactPowers[exponent] as number)
  return Number(`${mantissa}e${exponent}`)
}

/** Of ten, up to the last that a JS number holds exactly. */
const exactPowers: readonly number[] = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

/** Without exponent and without zeros at the end of a fraction: equal decimals give equal texts. */
export function toText({ mantissa, exponent }: Decimal): string {
  const sign = mantissa < 0n ? '-' : ''
  const digits = String(mantissa < 0n ? -mantissa : mantissa)
  if (mantissa === 0n) return '0'
  if (exponent >= 0) return sign + digits + '0'.repeat(exponent)
  const padded = digits.padStart(1 - exponent, '0')
  const fraction = padded.slice(exponent).replace(/0+$/, '')
  return sign + padded.slice(0, exponent) + (fraction && `.${fraction}`)
}

/** Of ten: raising it anew for every comparison is a third of what comparing costs. */
const powers: readonly bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent))

function raised({ mantissa, exponent }: Decimal, to: number): bigint {
  return exponent === to ? mantissa : mantissa * (powers[exponent - to] ?? 10n ** BigInt(exponent - to))
}

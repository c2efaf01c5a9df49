// Normalised amounts in words that are the same everywhere: `> 50,000,000,000 USD`, `5,830,000,000 ± 5,000,000 USD`, `30 %`.

import type { Decimal } from '../figures/decimal.ts'
import type { FigureAmount, FigureTime } from '../records/figure.ts'
import { decimalIn } from './exact.ts'

/** An exact decimal with thousands in groups; beyond twenty-four digits as `1.2e+30`, which nobody reads but nobody misreads. */
export function numberWords(decimal: string): string {
  const { mantissa, exponent } = decimalIn(decimal)
  const sign = mantissa < 0n ? '−' : ''
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString()
  if (digits.length + Math.abs(exponent) > 24) return `${sign}${digits}e${exponent}`
  return sign + grouped(plainDigits({ mantissa: BigInt(digits), exponent }))
}

/** What was computed has as many digits as the division gives; six say it. */
export function computedWords(decimal: string): string {
  const { mantissa, exponent } = decimalIn(decimal)
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString()
  if (digits.length <= 12) return numberWords(decimal)
  const cut = digits.length - 6
  const rounded = (BigInt(digits) + 5n * 10n ** BigInt(cut - 1)) / 10n ** BigInt(cut)
  const sign = mantissa < 0n ? '-' : ''
  const zeros = /0+$/.exec(rounded.toString())?.[0].length ?? 0
  return numberWords(`${sign}${rounded.toString().slice(0, rounded.toString().length - zeros)}e${exponent + cut + zeros}`)
}

function plainDigits({ mantissa, exponent }: Decimal): string {
  if (exponent >= 0) return `${mantissa}${'0'.repeat(exponent)}`
  const padded = mantissa.toString().padStart(1 - exponent, '0')
  return `${padded.slice(0, exponent)}.${padded.slice(exponent)}`
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? groups : `${groups}.${fraction}`
}

const boundSigns = { over: '>', 'at-least': '≥', under: '<', 'up-to': '≤', nearly: '≲' } as const

export function amountWords(amount: FigureAmount): string {
  if (amount.kind === 'date')
    return timeWords(amount.fiscal ? { fiscal: amount.fiscal } : { from: amount.from ?? '', to: amount.to ?? amount.from ?? '' })
  const parts: string[] = []
  if (amount.approx && amount.bound === undefined) parts.push('≈')
  if (amount.value !== undefined) {
    if (amount.bound) parts.push(boundSigns[amount.bound])
    parts.push(numberWords(amount.value))
    if (amount.precision !== undefined && !amount.bound && isShown(amount.value, amount.precision)) parts.push('±', numberWords(amount.precision))
  } else if (amount.low !== undefined && amount.high !== undefined) parts.push(`${numberWords(amount.low)} – ${numberWords(amount.high)}`)
  else if (amount.low !== undefined) parts.push(boundSigns[amount.bound ?? 'over'], numberWords(amount.low))
  else if (amount.high !== undefined) parts.push(boundSigns[amount.bound ?? 'under'], numberWords(amount.high))
  const unit = unitOf(amount)
  if (unit) parts.push(unit)
  if (amount.per) parts.push(`/ ${amount.per}`)
  return parts.join(' ')
}

function unitOf({ kind, currency, unit }: FigureAmount): string {
  switch (kind) {
    case 'money':
      return currency ?? ''
    case 'percent':
      return '%'
    case 'multiple':
      return '×'
    default:
      return unit ?? ''
  }
}

/** Half a unit says nothing of 12 people or 3 %, where nobody thinks of a tolerance. */
function isShown(value: string, precision: string): boolean {
  return decimalIn(precision).exponent >= 0 && decimalIn(value).exponent >= 0
}

/** `2025-10`, `FY2025 Q3`, `2025-07-01 – 2025-09-30`: `readTime` reads it back. */
export function timeWords(time: FigureTime): string {
  if ('fiscal' in time) return `FY${time.fiscal.year}${time.fiscal.quarter === undefined ? '' : ` Q${time.fiscal.quarter}`}`
  const { from, to } = time
  if (from === to) return from
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)]
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year
  if (from === `${month}-01` && to === lastDayOf(month)) return month
  return `${from} – ${to}`
}

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}

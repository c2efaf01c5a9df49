// Amounts of one currency in another, by the rates that the analyst wrote down.

import { type Decimal, multiply } from '../figures/decimal.ts'
import type { Rate } from '../records/rate.ts'
import { decimalIn, divide } from './exact.ts'

export type RateUsed = Pick<Rate, 'id' | 'base' | 'quote' | 'rate' | 'date'>

/** Of several rates the one nearest to `day` counts, of equally near ones the later. Undefined where none leads from one currency to the other. */
export function findRate(
  rates: readonly RateUsed[],
  from: string,
  to: string,
  day: string,
): { convert: (amount: Decimal) => Decimal; rate: RateUsed } | undefined {
  const leading = rates.filter(({ base, quote }) => (base === from && quote === to) || (base === to && quote === from))
  const distance = ({ date }: RateUsed) => (day === '' ? -Date.parse(date) : Math.abs(Date.parse(date) - Date.parse(day)))
  const rate = leading.toSorted((one, other) => distance(one) - distance(other) || (one.date < other.date ? 1 : -1))[0]
  if (!rate) return undefined
  const value = decimalIn(rate.rate)
  // Divided by the rate, not multiplied by its inverse: 310 billion yen at 155 are 2 billion dollars, to the last digit.
  return { rate, convert: (amount) => (rate.base === from ? multiply(amount, value) : (divide(amount, value) as Decimal)) }
}

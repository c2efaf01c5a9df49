// What a figure says, from the finder's numbers to the exact decimals that a record holds.

import type { Figure as FoundFigure } from '../figures/figure.ts'
import type { Figure, FigureAmount } from '../records/figure.ts'
import { decimalOfNumber, decimalText } from './exact.ts'
import { boundAt } from './read-bound.ts'

/** `text` is the one in which it was found: how the words around it bound an amount is read there. */
export function amountOf(found: FoundFigure, text: string): FigureAmount {
  const { kind, value, low, high, precision, currency, unit, per, approx, doubt, from, to, fiscal } = found
  const amount: FigureAmount = { kind }
  if (value !== undefined) amount.value = decimalText(decimalOfNumber(value))
  if (low !== undefined) amount.low = decimalText(decimalOfNumber(low))
  if (high !== undefined) amount.high = decimalText(decimalOfNumber(high))
  if (precision !== undefined) amount.precision = decimalText(decimalOfNumber(precision))
  const bound = kind === 'date' ? undefined : boundAt(text, found)
  if (bound) amount.bound = bound
  if (currency !== undefined) amount.currency = currency
  if (unit !== undefined) amount.unit = unit.slice(0, 200)
  if (per !== undefined) amount.per = per.slice(0, 200)
  if (approx) amount.approx = true
  if (doubt !== undefined) amount.doubt = doubt
  if (from !== undefined) amount.from = from
  if (to !== undefined) amount.to = to
  if (fiscal !== undefined) amount.fiscal = fiscal
  return amount
}

/** The analyst's correction, or what the text was read as. */
export function saidBy({ corrected, amount }: Pick<Figure, 'corrected' | 'amount'>): FigureAmount {
  return corrected ?? amount
}

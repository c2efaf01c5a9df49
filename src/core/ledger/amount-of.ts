// What a figure says, from what the finder read to what a record holds.

import type { ExactFigure } from '../figures/figure.ts'
import type { Figure, FigureAmount } from '../records/figure.ts'
import { decimalIn, decimalText } from './exact.ts'
import { boundAt } from './read-bound.ts'

/** `text` is the one in which it was found: how the words around it bound an amount is read there. */
export function amountOf(found: ExactFigure, text: string): FigureAmount {
  const { kind, exact, currency, unit, per, approx, doubt, from, to, fiscal } = found
  const amount: FigureAmount = { kind }
  for (const field of ['value', 'low', 'high', 'precision'] as const) {
    const written = exact[field]
    if (written !== undefined) amount[field] = decimalText(decimalIn(written))
  }
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

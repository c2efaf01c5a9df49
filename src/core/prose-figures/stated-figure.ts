// A figure as it stands in a text: what it says, how it is written, and the words around it.

import type { DateParts, ExactFigure, FindOptions } from '../figures/figure.ts'
import { findExactFigures } from '../figures/find-figures.ts'
import { amountOf } from '../ledger/amount-of.ts'
import type { FigureAmount } from '../records/figure.ts'

export type StatedFigure = {
  /** In the text in which it was found, UTF-16. */
  start: number
  end: number
  written: string
  amount: FigureAmount
  /** What of a date was written. */
  parts?: DateParts
  before: string
  after: string
}

/** UTF-16 units on each side: the words that say what a figure is of. */
const reach = 60

export function statedFigures(text: string, options: FindOptions = {}): StatedFigure[] {
  return findExactFigures(text, options).map((found) => statedFigure(found, text))
}

/** `text` is the one in which it was found. */
export function statedFigure(found: ExactFigure, text: string): StatedFigure {
  const { start, end, parts } = found
  const stated: StatedFigure = {
    start,
    end,
    written: text.slice(start, end),
    amount: amountOf(found, text),
    before: text.slice(Math.max(0, start - reach), start),
    after: text.slice(end, end + reach),
  }
  const written = parts ?? partsOf(stated.amount)
  if (written) stated.parts = written
  return stated
}

/** The finder names the parts of what is no single day, month or year. */
function partsOf({ kind, from, to }: FigureAmount): DateParts | undefined {
  if (kind !== 'date' || from === undefined || to === undefined) return undefined
  const [year, month, day] = from.split('-').map(Number) as [number, number, number]
  if (from === to) return { year, month, day }
  if (from.slice(0, 7) === to.slice(0, 7) && day === 1) return { year, month }
  return from === `${year}-01-01` && to === `${year}-12-31` ? { year } : undefined
}

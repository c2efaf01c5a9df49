// How a date of an insight stands to one of a passage: part by part, since half of them are written without a year.

import type { DateParts } from '../figures/figure.ts'
import { compareFigures } from '../ledger/compare-figures.ts'
import type { FigureAmount } from '../records/figure.ts'
import type { Quoting } from './quoting.ts'
import type { StatedFigure } from './stated-figure.ts'

const partNames = ['year', 'half', 'quarter', 'month', 'day'] as const

/** Undefined where the two are not both dates, or dates of kinds that have no part in common. */
export function quotingDate(said: StatedFigure, stated: StatedFigure): Quoting | undefined {
  if (said.amount.kind !== 'date' || stated.amount.kind !== 'date') return undefined
  if (said.amount.fiscal || stated.amount.fiscal) return quotingFiscal(said, stated)
  if (contains(said.amount, stated.amount)) return { relation: 'agrees' }
  if (contains(stated.amount, said.amount)) return { relation: 'finer' }
  if (!said.parts || !stated.parts) return undefined
  return quotingParts(said.parts, stated.parts)
}

function quotingParts(said: DateParts, stated: DateParts): Quoting | undefined {
  const shared = partNames.filter((name) => said[name] !== undefined && stated[name] !== undefined)
  if (shared.length === 0) return undefined
  const different = shared.filter((name) => said[name] !== stated[name])
  const isFiner = partNames.some((name) => name !== 'year' && said[name] !== undefined && stated[name] === undefined)
  if (different.length === 0) return { relation: isFiner ? 'finer' : 'agrees' }
  // 14 and 15 November: one date, told wrong. 2017 and 2018 are two years.
  const isExact = said.month !== undefined && stated.month !== undefined && (said.day === undefined) === (stated.day === undefined)
  return isExact && different.length === 1 && shared.length > 1 ? { relation: 'near', factor: 1 } : { relation: 'apart' }
}

function quotingFiscal(said: StatedFigure, stated: StatedFigure): Quoting {
  const asCompared = ({ amount, written }: StatedFigure) => ({
    id: 'figure:prose' as const,
    amount,
    written,
    basis: 'actual' as const,
    source: 'source:prose' as const,
    publisher: '',
    published: '',
    revision: 0,
  })
  const comparison = compareFigures(asCompared(said), asCompared(stated))
  return { relation: comparison.class === 'equal' || comparison.class === 'within-written' ? 'agrees' : 'apart' }
}

function contains({ from, to = from }: FigureAmount, { from: innerFrom, to: innerTo = innerFrom }: FigureAmount): boolean {
  return from !== undefined && to !== undefined && innerFrom !== undefined && innerTo !== undefined && innerFrom >= from && innerTo <= to
}

// Finds every figure of a text, with its amounts as JS numbers or also as exact decimals.

import { toNumber, toText } from './decimal.ts'
import type { ExactAmounts, ExactFigure, Figure, FindOptions, ScannedFigure } from './figure.ts'
import { scanFigures } from './scan-figures.ts'

/** In order, none over another. Costs time linear in the text's length. */
export function findFigures(text: string, options: FindOptions = {}): Figure[] {
  return scanFigures(text, options).map((scanned) => figureOf(text, scanned))
}

/** The same figures for the ledger: `exact` holds what computing with JS numbers would round. */
export function findExactFigures(text: string, options: FindOptions = {}): ExactFigure[] {
  return scanFigures(text, options).map((scanned) => ({ ...figureOf(text, scanned), exact: exactOf(scanned) }))
}

/** Field by field: a rest pattern would cost as much as finding. */
function figureOf(text: string, scanned: ScannedFigure): Figure {
  const { start, end, kind, value, low, high, precision } = scanned
  const figure: Figure = { start, end, text: text.slice(start, end), kind }
  if (value) figure.value = toNumber(value)
  if (low) figure.low = toNumber(low)
  if (high) figure.high = toNumber(high)
  if (precision) figure.precision = toNumber(precision)
  if (scanned.currency !== undefined) figure.currency = scanned.currency
  if (scanned.unit !== undefined) figure.unit = scanned.unit
  if (scanned.per !== undefined) figure.per = scanned.per
  if (scanned.approx) figure.approx = true
  if (scanned.from !== undefined) figure.from = scanned.from
  if (scanned.to !== undefined) figure.to = scanned.to
  if (scanned.fiscal) figure.fiscal = scanned.fiscal
  if (scanned.parts) figure.parts = scanned.parts
  if (scanned.doubt) figure.doubt = scanned.doubt
  return figure
}

function exactOf(scanned: ScannedFigure): ExactAmounts {
  const exact: ExactAmounts = {}
  for (const name of ['value', 'low', 'high', 'precision'] as const) {
    const amount = scanned[name]
    if (amount) exact[name] = toText(amount)
  }
  return exact
}

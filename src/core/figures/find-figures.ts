// Finds every figure of a text, with its amounts as JS numbers or also as exact decimals.

import { type Decimal, toNumber, toText } from './decimal.ts'
import type { ExactAmounts, ExactFigure, Figure, FindOptions, ScannedFigure } from './figure.ts'
import { scanFigures } from './scan-figures.ts'

/** In order, none over another. Costs time linear in the text's length. */
export function findFigures(text: string, options: FindOptions = {}): Figure[] {
  return scanFigures(text, options).map((scanned) => figureOf(text, scanned))
}

/** The same figures for the ledger: `exact` holds what computing with JS numbers would round. */
export function findExactFigures(text: string, options: FindOptions = {}): ExactFigure[] {
  return scanFigures(text, options).map((scanned) => ({ ...figureOf(text, scanned), exact: amountsOf(scanned, toText) }))
}

function figureOf(text: string, scanned: ScannedFigure): Figure {
  const { start, end, kind, value: _value, low: _low, high: _high, precision: _precision, ...said } = scanned
  return { start, end, text: text.slice(start, end), kind, ...amountsOf(scanned, toNumber), ...said }
}

function amountsOf<T>(scanned: ScannedFigure, write: (amount: Decimal) => T): { [amount in keyof ExactAmounts]: T } {
  const amounts: { [amount in keyof ExactAmounts]: T } = {}
  for (const name of ['value', 'low', 'high', 'precision'] as const) {
    const amount = scanned[name]
    if (amount) amounts[name] = write(amount)
  }
  return amounts
}

// Makes a figure of an amount, a range or a fraction and of what qualifies it.

import { negate } from './decimal.ts'
import type { ScannedFigure } from './figure.ts'
import type { Amount } from './read-amount.ts'
import type { FractionRead } from './read-fraction.ts'
import { type Qualifiers, readLeading, readTrailing } from './read-qualifiers.ts'

export function amountFigure(amount: Amount, leading: Qualifiers, trailing: Qualifiers): ScannedFigure {
  const figure: ScannedFigure = { start: amount.start, end: amount.end, kind: amount.kind }
  const isSpan = amount.kind === 'count' && /(?:^| )(?:years?|months?|weeks?|days?|hours?|quarters?)$/.test(amount.unit ?? '')
  // "over five years" and "within six months" are during them as often as more or less than them.
  const bound = trailing.bound ?? (isSpan && leading.isLoose ? undefined : leading.bound) ?? (amount.isLow ? 'low' : undefined)
  if (bound === 'low') figure.low = amount.value
  else if (bound === 'high') figure.high = amount.value
  else figure.value = amount.value
  return describe(figure, amount, leading, trailing)
}

export function rangeFigure(low: Amount, high: Amount, leading: Qualifiers, trailing: Qualifiers): ScannedFigure {
  const figure: ScannedFigure = { start: low.start, end: high.end, kind: high.kind, low: low.value, high: high.value }
  return describe(
    figure,
    { ...high, step: Math.max(low.step, high.step), currency: low.currency ?? high.currency, doubt: low.doubt ?? high.doubt },
    leading,
    trailing,
  )
}

function describe(figure: ScannedFigure, amount: Amount, leading: Qualifiers, trailing: Qualifiers): ScannedFigure {
  if (amount.kind === 'money') figure.currency = amount.currency ?? null
  if (amount.unit !== undefined && amount.kind !== 'multiple') figure.unit = amount.unit
  const per = trailing.per ?? leading.per
  // "shares used in computing EPS: 15,004,697" are no amount per share, nor are the 5 of 1株につき5株.
  const isOfMoney = amount.kind === 'money' || trailing.per !== undefined || per !== 'share'
  if (per !== undefined && isOfMoney && amount.kind !== 'percent' && amount.kind !== 'points') figure.per = per
  if (leading.isApprox || trailing.isApprox) figure.approx = true
  figure.precision = { mantissa: 5n, exponent: amount.step - 1 }
  if (amount.doubt) figure.doubt = amount.doubt
  return figure
}

export function fractionFigure(text: string, start: number, floor: number, { end, kind, value, precision }: FractionRead): ScannedFigure {
  const isNegative = text[start - 1] === '负' && start > floor
  const leading = readLeading(text, isNegative ? start - 1 : start, floor, true)
  const trailing = readTrailing(text, end)
  const figure: ScannedFigure = { start: isNegative ? start - 1 : start, end, kind }
  figure[boundOf(leading, trailing)] = isNegative ? negate(value) : value
  if (leading.isApprox || trailing.isApprox) figure.approx = true
  if (precision) figure.precision = precision
  return figure
}

function boundOf(leading: Qualifiers, trailing: Qualifiers): 'value' | 'low' | 'high' {
  return trailing.bound ?? leading.bound ?? 'value'
}

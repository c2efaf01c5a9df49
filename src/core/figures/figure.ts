// What the finder says about one figure of a text.

import type { Decimal } from './decimal.ts'

export type FigureKind = 'money' | 'percent' | 'points' | 'multiple' | 'count' | 'number' | 'date'

/**
 * Why a figure is to be read with care: `currency` ($ or ¥ without a country), `unit` (10m: million or metre), `year` (no year written, or a
 * number that is only likely a year), `reading` (1.234 €, 03/04/2025, a bracket that may be a loss).
 */
export type Doubt = 'currency' | 'unit' | 'year' | 'reading'

/** What of a date was written. */
export type DateParts = { year?: number; half?: number; quarter?: number; month?: number; day?: number }

export type Figure = {
  /** UTF-16 offsets; `end` is exclusive. The span is the amount without what qualifies it ("over", "约", "per share"). */
  start: number
  end: number
  text: string
  kind: FigureKind
  /** A point; a range has `low` and `high`, a bound one of them. Percent 30 is 30 %. */
  value?: number
  low?: number
  high?: number
  /** ISO 4217; null where a currency is meant that cannot be named. */
  currency?: string | null
  /** `bp` or `pp` of points, the noun of a count as it is written. */
  unit?: string
  /** share, hour, year … */
  per?: string
  approx?: true
  /** Half a unit of the last digit written. */
  precision?: number
  /** ISO days, both inclusive. */
  from?: string
  to?: string
  fiscal?: { year: number; quarter?: number }
  parts?: DateParts
  doubt?: Doubt
}

/** Plain decimal notation without needless zeros ("5830000000", "-0.05"), so that equal numbers are equal strings; `decimalOf` reads it back. */
export type ExactAmounts = { value?: string; low?: string; high?: string; precision?: string }

/** A figure for who computes with it: the same amounts as decimals that have lost nothing. Empty for a date. */
export type ExactFigure = Figure & { exact: ExactAmounts }

/** What the scan keeps: a figure whose amounts are still decimals, and whose text is still in the source. */
export type ScannedFigure = Omit<Figure, 'text' | keyof ExactAmounts> & { [amount in keyof ExactAmounts]: Decimal }

export type FindOptions = {
  /** What the text is in, where it is known: decides what ¥ and 兆 mean. */
  language?: 'en' | 'zh' | 'ja' | undefined
  /** An ISO day. With it, dates without a year are given the year that lies nearest, and stay doubtful. */
  now?: string | undefined
}

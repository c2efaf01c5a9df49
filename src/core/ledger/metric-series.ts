// A metric over time as a chart draws it: one point for each figure that counts, or for each time that a formula gives a value.

import { type Decimal, toNumber } from '../figures/decimal.ts'
import type { Figure, FigureTime } from '../records/figure.ts'
import type { Metric } from '../records/metric.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { agreementIn } from './agreement-in.ts'
import { saidBy } from './amount-of.ts'
import { findRate } from './convert-currency.ts'
import { decimalIn } from './exact.ts'
import type { MetricSeries, SeriesPoint } from './ledger-answers.ts'
import { liveRates } from './live-figures.ts'
import { converted, meaningOf } from './meaning-of.ts'
import { type Derived, type DerivedBase, metricStanding } from './metric-standing.ts'

const same = (amount: Decimal) => amount

type Reader = Pick<NotebookView, 'head' | 'heads' | 'by'>

export function metricSeries(notebook: Reader, metric: Metric): MetricSeries {
  const { figures, states } = agreementIn(notebook, metric.id)
  const rates = liveRates(notebook)
  const currency = metric.currency ?? mostUsed(figures.flatMap((figure) => saidBy(figure).currency ?? []))
  const points: SeriesPoint[] = []
  let leftOut = 0
  for (const figure of figures) {
    const amount = saidBy(figure)
    const meaning = meaningOf(amount)
    const days = daysOf(notebook, figure)
    const own = amount.currency ?? undefined
    const convert = own === undefined || currency === undefined || own === currency ? same : findRate(rates, own, currency, days?.to ?? '')?.convert
    if (!meaning || !days || !convert) {
      leftOut += 1
      continue
    }
    const shown = converted(meaning, convert)
    const bound = meaning.shape !== 'bound' ? undefined : amount.low !== undefined ? 'low' : 'high'
    points.push({
      ...days,
      value: toNumber(shown.nominal),
      // A bound has an arrow: how far it is meant is no measured error.
      low: toNumber(bound ? shown.nominal : shown.low),
      high: toNumber(bound ? shown.nominal : shown.high),
      ...(bound ? { bound } : {}),
      state: states.get(figure.id) ?? 'single',
      basis: figure.basis,
      figure: figure.id,
      citekey: notebook.head('sources', figure.source)?.citekey ?? '',
      written: figure.passage.exact,
    })
  }
  const { derived } = metricStanding(notebook, metric)
  const point = derived && derivedPoint(notebook, derived)
  if (point) points.push(point)
  points.sort((one, other) => (one.to < other.to ? -1 : one.to > other.to ? 1 : one.value - other.value))
  return { name: metric.name, unit: unitOf(metric, currency ?? derived?.currency), points, leftOut }
}

/** The first of those that are there most often. */
function mostUsed(currencies: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const currency of currencies) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  return [...counts].reduce<[string, number] | undefined>((most, each) => (most && most[1] >= each[1] ? most : each), undefined)?.[0]
}

function derivedPoint(notebook: Reader, derived: Derived): SeriesPoint | undefined {
  const days = derived.time ? spanOf(derived.time) : newestPublished(notebook, derived.bases)
  if (derived.value === undefined || !days) return undefined
  const number = (decimal: string | undefined) => toNumber(decimalIn(decimal ?? '0'))
  const value = number(derived.value)
  return {
    ...days,
    isDated: derived.time !== undefined,
    value,
    low: number(derived.low),
    high: number(derived.high),
    state: 'single',
    basis: 'actual',
    citekey: '',
    written: '',
  }
}

/** Where none of its bases is dated, it stands at the date of the newest of their sources. */
function newestPublished(notebook: Reader, bases: readonly DerivedBase[]): { from: string; to: string; isFiscal: boolean } | undefined {
  const dates = bases.flatMap(({ metric }) =>
    agreementIn(notebook, metric).figures.map(({ source }) => notebook.head('sources', source)?.published ?? ''),
  )
  const days = daysOfPartial(dates.sort().at(-1) ?? '')
  return days && { ...days, isFiscal: false }
}

function daysOf(notebook: Reader, figure: Figure): Pick<SeriesPoint, 'from' | 'to' | 'isDated' | 'isFiscal'> | undefined {
  if (figure.asOf) return { ...spanOf(figure.asOf), isDated: true }
  const published = notebook.head('sources', figure.source)?.published ?? ''
  const days = daysOfPartial(published)
  return days && { ...days, isDated: false, isFiscal: false }
}

/** Where a fiscal year stands in a line of time nobody but its company knows: it is put where the calendar has it, and marked. */
export function spanOf(time: FigureTime): { from: string; to: string; isFiscal: boolean } {
  if (!('fiscal' in time)) return { ...time, isFiscal: false }
  const { year, quarter } = time.fiscal
  if (quarter === undefined) return { from: `${year}-01-01`, to: `${year}-12-31`, isFiscal: true }
  const last = quarter * 3
  return { from: `${year}-${two(last - 2)}-01`, to: `${year}-${two(last)}-${last === 3 || last === 12 ? 31 : 30}`, isFiscal: true }
}

/** 2025-11 is its thirty days. Undefined for nothing. */
export function daysOfPartial(partial: string): { from: string; to: string } | undefined {
  if (partial === '') return undefined
  if (partial.length === 10) return { from: partial, to: partial }
  if (partial.length === 4) return { from: `${partial}-01-01`, to: `${partial}-12-31` }
  const [year, month] = partial.split('-').map(Number) as [number, number]
  return { from: `${partial}-01`, to: `${partial}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}` }
}

const two = (number: number) => String(number).padStart(2, '0')

function unitOf({ kind, unit }: Metric, currency: string | undefined): string {
  if (kind === 'money') return currency ?? ''
  if (kind === 'percent') return '%'
  return kind === 'multiple' ? '×' : (unit ?? '')
}

// What a host answers about the ledger of figures: the shapes that a window draws.

import type { ExactFigure } from '../figures/figure.ts'
import type { FigureRow } from '../queries/ledger-queries.ts'
import type { MetricRow } from '../queries/metric-queries.ts'
import type { FigureAmount, FigureBasis, FigureTime } from '../records/figure.ts'
import type { RecordId } from '../records/record-id.ts'
import type { FigurePair, PeriodGroup } from './agreement.ts'
import type { MetricState } from './metric-standing.ts'

/** Every figure of a text as the finder reads it, in order; offsets are into the reading text. */
export type FiguresInText = { figures: ExactFigure[] }

/** What the figure at a place probably measures, best first. Undefined where no figure stands there. */
export type FigureSuggestion = {
  start: number
  end: number
  amount: FigureAmount
  /** The date or period in the same sentence, with the words that name it. */
  asOf?: { time: FigureTime; written: string }
  basis: FigureBasis
  /** The entity that is named nearest before it, or around it. */
  entity?: { id: RecordId<'entity'>; name: string }
  /** `shared`: the words for which it was suggested. `score` is between 0 and 1. */
  metrics: { id: RecordId<'metric'>; name: string; entityName: string; score: number; shared: string[] }[]
  /** What a new metric could be called: words that stand beside it. */
  name: string
}

/** The words around a figure: a whole sentence where it is short, cut at `…` where it is long. */
export type FigurePassage = { figure: RecordId<'figure'>; before: string; written: string; after: string }

export type MetricAgreementAnswer = {
  metric: MetricRow
  groups: PeriodGroup[]
  pairs: FigurePair[]
  /** All figures of the metric, those that do not count included. */
  figures: FigureRow[]
  passages: FigurePassage[]
}

/** One figure, or one value of a formula, in a chart of a metric over time. Values are JS numbers: they are drawn, not compared. */
export type SeriesPoint = {
  /** ISO days; a fiscal year stands where its calendar year does, and is marked so. A figure without a time stands at the date of its source. */
  from: string
  to: string
  isDated: boolean
  isFiscal: boolean
  value: number
  low: number
  high: number
  /** An arrow instead of an error bar. */
  bound?: 'low' | 'high'
  state: FigureRow['state']
  basis: FigureBasis
  figure?: RecordId<'figure'>
  citekey: string
  written: string
}

/** In one currency: amounts of others are converted by the analyst's rates, or left out and counted. */
export type MetricSeries = { name: string; unit: string; points: SeriesPoint[]; leftOut: number }

export type TimelineItem = {
  kind: 'date' | 'figure' | 'insight' | 'source'
  id: RecordId<'figure' | 'insight' | 'source'>
  /** ISO days, both inclusive. */
  from: string
  to: string
  title: string
  /** How an amount is written, the topics of an insight, the citekey of a source. */
  detail: string
  entity?: RecordId<'entity'>
  metric?: RecordId<'metric'>
  /** Where its passage stands, for a figure. */
  source?: RecordId<'source'>
  start?: number
  state?: FigureRow['state']
}

export type LedgerOverview = {
  figures: number
  metrics: number
  unassigned: number
  /** The metrics of each state, worst state first; states without one are left out. */
  states: [MetricState, RecordId<'metric'>[]][]
}

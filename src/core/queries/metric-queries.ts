// Live queries on metrics: what figures measure, and how they stand.

import { z } from 'zod'
import { type AgreementState, agreementStates } from '../ledger/agreement.ts'
import { nameOfEntity } from '../ledger/entity-names.ts'
import { type MetricStanding, type MetricState, metricStanding } from '../ledger/metric-standing.ts'
import { metricsTouchedBy } from '../ledger/resting-metrics.ts'
import type { Figure } from '../records/figure.ts'
import type { Metric } from '../records/metric.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import type { HeadOf } from '../records/tables.ts'
import type { RecordChange } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { byText, defineQuery } from './define-query.ts'
import { fitsLedgerFilter, ledgerNames } from './ledger-filter.ts'
import { type FigureRow, orderFigures, toFigureRow } from './ledger-queries.ts'

export type MetricRow = Pick<Metric, 'id' | 'rev' | 'name' | 'entity' | 'kind' | 'currency' | 'unit' | 'note' | 'rules' | 'formula' | 'updatedAt'> & {
  entityName: string
  state: MetricState
  agreement: AgreementState
  derived: MetricStanding['derived']
  /** What its own rules find, and the rules of others that name it. */
  outcomes: MetricStanding['rules']
  namedBy: MetricStanding['namedBy']
  /** The newest value that the figures give together. */
  newest: MetricStanding['agreement']['groups'][number] | undefined
  /** Of the worst pair that does not agree: how many times the larger is the smaller. */
  factor: number | undefined
  figureCount: number
  sourceCount: number
  /** As many as a list shows, those that clash first, then newest time first; `metric.agreement` has all. */
  figures: FigureLine[]
}

/** A figure as a line of a metric. */
export type FigureLine = Pick<FigureRow, 'id' | 'written' | 'amount' | 'asOf' | 'basis' | 'citekey' | 'state'>

/** A page of a list is 200 metrics: with all of their figures it would be megabytes. */
const shownFigures = 3

export function toMetricRow(notebook: NotebookView, metric: HeadOf<'metrics'>): MetricRow {
  const { id, rev, name, entity, kind, currency, unit, note, rules, formula, updatedAt } = metric
  const standing = metricStanding(notebook, metric)
  const figures = notebook.by('figuresByMetric', id).filter(({ removedAt }) => removedAt === undefined)
  const states = new Map(standing.agreement.states)
  const clash = (figure: Figure) => Math.max(0, agreementStates.indexOf(states.get(figure.id) ?? 'none') - agreementStates.indexOf('agree'))
  return {
    id,
    rev,
    name,
    entity,
    kind,
    currency,
    unit,
    note,
    rules,
    formula,
    updatedAt,
    entityName: entity ? nameOfEntity(notebook, entity) : '',
    state: standing.state,
    agreement: standing.agreement.state,
    derived: standing.derived,
    outcomes: standing.rules,
    namedBy: standing.namedBy,
    newest: standing.agreement.groups.at(-1),
    factor: standing.agreement.pairs.find((pair) => pair.factor !== undefined)?.factor,
    figureCount: figures.length,
    sourceCount: new Set(figures.map(({ source }) => source)).size,
    figures: figures
      .toSorted((one, other) => clash(other) - clash(one) || orderFigures(one, other, 'time'))
      .slice(0, shownFigures)
      .map((figure) => toFigureLine(toFigureRow(notebook, figure))),
  }
}

/** Without its passage: a window is sent 200 metrics at a time. */
function toFigureLine({ id, written, amount, asOf, basis, citekey, state }: FigureRow): FigureLine {
  return { id, written, amount, asOf, basis, citekey, state }
}

/** Rows of metrics show their figures, and whom these are of. */
function metricsShowing(change: RecordChange, notebook: NotebookView): Iterable<RecordId> {
  if (change.table !== 'entities') return metricsTouchedBy(notebook, change)
  const ofFigures = notebook.by('figuresByEntity', change.id).flatMap(({ metric }) => metric ?? [])
  return [...notebook.by('metricsByEntity', change.id).map(({ id }) => id), ...ofFigures]
}

const metricOrders = ['name', 'updated', 'entity'] as const

export const metricsQuery = defineQuery({
  tables: ['metrics'],
  params: z.strictObject({
    filter: z.string().max(500).default(''),
    /** What `ledger.names` answers to the filter: a word may also stand in the name of whom it is about, or of a source of its figures. */
    names: ledgerNames.default([]),
    entity: idOf('entity').optional(),
    /** Of a state: what `ledger.overview` lists under it. */
    among: z.array(idOf('metric')).max(10_000).optional(),
    order: z.enum(metricOrders).default('name'),
    /** For the order by entity: which come first, as `entities` lists them by name. The others follow. */
    entities: z.array(idOf('entity')).max(10_000).default([]),
  }),
  where: (metric, { filter, names, entity, among }) =>
    metric.removedAt === undefined &&
    (entity === undefined || metric.entity === entity) &&
    (among === undefined || among.includes(metric.id)) &&
    (filter === '' || fitsLedgerFilter(`${metric.name} ${metric.note}`, [metric.id, metric.entity], filter, names)),
  order: (one, other, { order, entities }) => {
    if (order === 'updated') return byText(other.updatedAt, one.updatedAt)
    const byEntity =
      order === 'entity' ? rankIn(entities, one.entity) - rankIn(entities, other.entity) || byText(one.entity ?? '~', other.entity ?? '~') : 0
    return byEntity || byText(one.name.toLowerCase(), other.name.toLowerCase())
  },
  row: toMetricRow,
  affects: metricsShowing,
})

/** A query's parameters stay the same object while it is watched. */
const ranks = new WeakMap<readonly RecordId<'entity'>[], Map<RecordId<'entity'>, number>>()

/** Metrics of nobody come last. */
function rankIn(entities: readonly RecordId<'entity'>[], entity: RecordId<'entity'> | undefined): number {
  if (entity === undefined) return entities.length + 1
  const known = ranks.get(entities) ?? new Map(entities.map((id, rank) => [id, rank]))
  ranks.set(entities, known)
  return known.get(entity) ?? entities.length
}

export const metricQuery = defineQuery({
  tables: ['metrics'],
  params: z.strictObject({ id: idOf('metric') }),
  where: (metric, { id }) => metric.id === id,
  order: () => 0,
  row: toMetricRow,
  affects: metricsShowing,
  candidates: (notebook, { id }) => [notebook.head('metrics', id)],
})

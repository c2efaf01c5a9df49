// Live queries on kept figures, metrics, entities and exchange rates.

import { z } from 'zod'
import { type AgreementState, agreementStates } from '../ledger/agreement.ts'
import { agreementIn } from '../ledger/agreement-in.ts'
import { saidBy } from '../ledger/amount-of.ts'
import { timeKey } from '../ledger/compare-times.ts'
import { nameOfEntity } from '../ledger/entity-names.ts'
import { type MetricStanding, type MetricState, metricStanding } from '../ledger/metric-standing.ts'
import { metricsTouchedBy } from '../ledger/resting-metrics.ts'
import { type Figure, figureKinds } from '../records/figure.ts'
import type { Metric } from '../records/metric.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import type { HeadOf } from '../records/tables.ts'
import type { RecordChange } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { byText, defineQuery } from './define-query.ts'
import { hasAllWords } from './insight-queries.ts'

/** `unassigned`: no metric. `outdated`: it does not count, since the newest text of its source has it no more. */
export type FigureState = AgreementState | 'unassigned' | 'outdated'

/** `amount` is what the figure says, corrected or not; `written` is how it stands in its text. `anchor` is the state of its passage. */
export type FigureRow = Pick<
  Figure,
  'id' | 'rev' | 'source' | 'text' | 'passage' | 'found' | 'amount' | 'metric' | 'entity' | 'asOf' | 'basis' | 'note'
> & {
  written: string
  isCorrected: boolean
  anchor: Figure['state']
  state: FigureState
  metricName: string
  entityName: string
  citekey: string
  sourceTitle: string
  published: string
}

export function toFigureRow(notebook: NotebookView, figure: Figure): FigureRow {
  const { id, rev, source: sourceId, text, passage, found, metric, entity, asOf, basis, note } = figure
  const source = notebook.head('sources', sourceId)
  return {
    id,
    rev,
    source: sourceId,
    text,
    passage,
    found,
    amount: saidBy(figure),
    metric,
    entity,
    asOf,
    basis,
    note,
    written: passage.exact,
    isCorrected: figure.corrected !== undefined,
    anchor: figure.state,
    state: stateOfFigure(notebook, figure),
    metricName: (metric && notebook.head('metrics', metric)?.name) ?? '',
    entityName: entity ? nameOfEntity(notebook, entity) : '',
    citekey: source?.citekey ?? '',
    sourceTitle: source?.title ?? '',
    published: source?.published ?? '',
  }
}

function stateOfFigure(notebook: NotebookView, { id, metric }: Figure): FigureState {
  if (metric === undefined || notebook.head('metrics', metric)?.removedAt !== undefined) return 'unassigned'
  return agreementIn(notebook, metric).states.get(id) ?? 'outdated'
}

const figureOrders = ['added', 'metric', 'source', 'time'] as const

/** By state: ask `ledger.overview` for the metrics of that state, and give them as `metrics`. */
export const figuresQuery = defineQuery({
  tables: ['figures'],
  params: z.strictObject({
    /** Words that must all stand in how it is written, what stands around it, or its note. */
    filter: z.string().max(500).default(''),
    metric: idOf('metric').optional(),
    metrics: z.array(idOf('metric')).max(10_000).optional(),
    source: idOf('source').optional(),
    text: idOf('text').optional(),
    entity: idOf('entity').optional(),
    kind: z.enum(figureKinds).optional(),
    isUnassigned: z.boolean().optional(),
    order: z.enum(figureOrders).default('added'),
  }),
  where: (figure, { filter, metric, metrics, source, text, entity, kind, isUnassigned }) =>
    figure.removedAt === undefined &&
    (metric === undefined || figure.metric === metric) &&
    (metrics === undefined || (figure.metric !== undefined && metrics.includes(figure.metric))) &&
    (source === undefined || figure.source === source) &&
    (text === undefined || figure.text === text) &&
    (entity === undefined || figure.entity === entity) &&
    (kind === undefined || saidBy(figure).kind === kind) &&
    (isUnassigned === undefined || (figure.metric === undefined) === isUnassigned) &&
    (filter === '' || hasAllWords(`${figure.passage.prefix}${figure.passage.exact}${figure.passage.suffix} ${figure.note}`, filter)),
  order: (one, other, { order }) => orderFigures(one, other, order),
  row: toFigureRow,
  affects: (change, notebook) => figuresTouchedBy(change, notebook),
  candidates: (notebook, { metric, metrics, source, text, entity }) =>
    metric
      ? notebook.by('figuresByMetric', metric)
      : metrics
        ? [...new Set(metrics)].flatMap((each) => notebook.by('figuresByMetric', each))
        : text
          ? notebook.by('figuresByText', text)
          : source
            ? notebook.by('figuresBySource', source)
            : entity
              ? notebook.by('figuresByEntity', entity)
              : notebook.heads('figures'),
})

function orderFigures(one: Figure, other: Figure, order: (typeof figureOrders)[number]): number {
  const byPlace = byText(one.source, other.source) || one.passage.start - other.passage.start
  const byTime = byText(timeKey(other.asOf), timeKey(one.asOf))
  switch (order) {
    case 'added':
      return byText(other.createdAt, one.createdAt) || byPlace
    case 'metric':
      return byText(one.metric ?? '~', other.metric ?? '~') || byTime || byPlace
    case 'source':
      return byPlace
    case 'time':
      return byTime || byPlace
  }
}

/** Whether a figure agrees is seen in every row of its metric. */
function figuresTouchedBy(change: RecordChange, notebook: NotebookView): RecordId[] {
  const ofMetrics = (metrics: Iterable<RecordId<'metric'> | undefined>) =>
    [...new Set(metrics)].flatMap((metric) => (metric ? notebook.by('figuresByMetric', metric).map(({ id }) => id) : []))
  switch (change.table) {
    case 'figures':
      return ofMetrics([change.before?.metric, change.after?.metric])
    case 'metrics':
      return ofMetrics([change.id as RecordId<'metric'>])
    case 'entities':
      return notebook.by('figuresByEntity', change.id).map(({ id }) => id)
    case 'sources': {
      const figures = notebook.by('figuresBySource', change.id)
      return [...figures.map(({ id }) => id), ...ofMetrics(figures.map(({ metric }) => metric))]
    }
    case 'rates':
      return [...notebook.heads('figures')].map(({ id }) => id)
    default:
      return []
  }
}

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
    entity: idOf('entity').optional(),
    /** Of a state: what `ledger.overview` lists under it. */
    among: z.array(idOf('metric')).max(10_000).optional(),
    order: z.enum(metricOrders).default('name'),
    /** For the order by entity: which come first, as `entities` lists them by name. The others follow. */
    entities: z.array(idOf('entity')).max(10_000).default([]),
  }),
  where: (metric, { filter, entity, among }) =>
    metric.removedAt === undefined &&
    (entity === undefined || metric.entity === entity) &&
    (among === undefined || among.includes(metric.id)) &&
    (filter === '' || hasAllWords(`${metric.name} ${metric.note}`, filter)),
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

export type EntityRow = Pick<HeadOf<'entities'>, 'id' | 'rev' | 'kind' | 'names' | 'note'> & {
  name: string
  figureCount: number
  metricCount: number
}

export const entitiesQuery = defineQuery({
  tables: ['entities'],
  params: z.strictObject({ filter: z.string().max(500).default('') }),
  where: (entity, { filter }) =>
    entity.removedAt === undefined && (filter === '' || hasAllWords(entity.names.map(({ name }) => name).join(' '), filter)),
  order: (one, other) => byText(one.names[0]?.name.toLowerCase() ?? '', other.names[0]?.name.toLowerCase() ?? ''),
  row: (notebook, { id, rev, kind, names, note }): EntityRow => ({
    id,
    rev,
    kind,
    names,
    note,
    name: names[0]?.name ?? '',
    figureCount: notebook.by('figuresByEntity', id).filter(({ removedAt }) => removedAt === undefined).length,
    metricCount: notebook.by('metricsByEntity', id).filter(({ removedAt }) => removedAt === undefined).length,
  }),
  affects: (change) =>
    change.table === 'figures' || change.table === 'metrics' ? [change.before?.entity, change.after?.entity].filter((id) => id !== undefined) : [],
})

export type RateRow = Omit<HeadOf<'rates'>, 'createdSeq' | 'createdAt' | 'removedAt'>

export const ratesQuery = defineQuery({
  tables: ['rates'],
  params: z.strictObject({ currency: z.string().length(3).optional() }),
  where: (rate, { currency }) => rate.removedAt === undefined && (currency === undefined || rate.base === currency || rate.quote === currency),
  order: (one, other) => byText(other.date, one.date),
  row: (_notebook, { createdSeq: _seq, createdAt: _at, removedAt: _removed, ...rate }): RateRow => rate,
})

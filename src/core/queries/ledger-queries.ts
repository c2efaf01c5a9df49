// Live queries on kept figures, entities and exchange rates.

import { z } from 'zod'
import type { AgreementState } from '../ledger/agreement.ts'
import { agreementIn } from '../ledger/agreement-in.ts'
import { saidBy } from '../ledger/amount-of.ts'
import { timeKey } from '../ledger/compare-times.ts'
import { nameOfEntity } from '../ledger/entity-names.ts'
import { type Figure, figureKinds } from '../records/figure.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import type { HeadOf } from '../records/tables.ts'
import type { RecordChange } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { byText, defineQuery } from './define-query.ts'
import { hasAllWords } from './insight-queries.ts'
import { fitsLedgerFilter, ledgerNames } from './ledger-filter.ts'

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
    /** What `ledger.names` answers to the filter: a word may also stand in what the figure is of, and where it stands. */
    names: ledgerNames.default([]),
    metric: idOf('metric').optional(),
    metrics: z.array(idOf('metric')).max(10_000).optional(),
    source: idOf('source').optional(),
    text: idOf('text').optional(),
    entity: idOf('entity').optional(),
    kind: z.enum(figureKinds).optional(),
    isUnassigned: z.boolean().optional(),
    order: z.enum(figureOrders).default('added'),
  }),
  where: (figure, { filter, names, metric, metrics, source, text, entity, kind, isUnassigned }) =>
    figure.removedAt === undefined &&
    (metric === undefined || figure.metric === metric) &&
    (metrics === undefined || (figure.metric !== undefined && metrics.includes(figure.metric))) &&
    (source === undefined || figure.source === source) &&
    (text === undefined || figure.text === text) &&
    (entity === undefined || figure.entity === entity) &&
    (kind === undefined || saidBy(figure).kind === kind) &&
    (isUnassigned === undefined || (figure.metric === undefined) === isUnassigned) &&
    (filter === '' || fitsLedgerFilter(wordsOf(figure), [figure.entity, figure.source, figure.metric], filter, names)),
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

const wordsOf = ({ passage, note }: Figure) => `${passage.prefix}${passage.exact}${passage.suffix} ${note}`

export function orderFigures(one: Figure, other: Figure, order: (typeof figureOrders)[number]): number {
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

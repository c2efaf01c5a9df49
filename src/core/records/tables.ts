// The notebook's tables, each with the schema of its records and the indexes that joins need: everything else derives from this list.

import type { z } from 'zod'
import { basesOf } from '../ledger/bases-of.ts'
import { entitySchema } from './entity.ts'
import { type Evidence, evidenceSchema } from './evidence.ts'
import { type Figure, figureSchema } from './figure.ts'
import { type Highlight, highlightSchema } from './highlight.ts'
import { type Insight, insightSchema } from './insight.ts'
import { type Metric, metricSchema } from './metric.ts'
import { type Rate, rateSchema } from './rate.ts'
import type { RecordId, RecordKind } from './record-id.ts'
import { type Report, reportSchema } from './report.ts'
import { type Source, sourceSchema } from './source.ts'
import { textSchema } from './text.ts'

export const tableSchemas = {
  insights: insightSchema,
  sources: sourceSchema,
  texts: textSchema,
  highlights: highlightSchema,
  evidence: evidenceSchema,
  entities: entitySchema,
  reports: reportSchema,
  figures: figureSchema,
  metrics: metricSchema,
  rates: rateSchema,
} as const

export type TableName = keyof typeof tableSchemas
export type RecordOf<Table extends TableName> = z.infer<(typeof tableSchemas)[Table]>
export type AnyRecord = RecordOf<TableName>

/** A record as lists use it: an insight's body stays on disk until somebody reads it. */
export type HeadOf<Table extends TableName> = Table extends 'insights' ? Omit<Insight, 'body'> : RecordOf<Table>

export const tableNames = Object.keys(tableSchemas) as TableName[]

const tableOfKind: { readonly [Kind in RecordKind]: TableName } = {
  insight: 'insights',
  source: 'sources',
  text: 'texts',
  highlight: 'highlights',
  evidence: 'evidence',
  entity: 'entities',
  report: 'reports',
  figure: 'figures',
  metric: 'metrics',
  rate: 'rates',
}

/** The table that holds the record of this id. */
export function tableOf(id: RecordId): TableName {
  return tableOfKind[id.slice(0, id.indexOf(':')) as RecordKind]
}

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(tableSchemas, name)
}

type IndexDefinition<Table extends TableName> = { table: Table; keysOf: (record: HeadOf<Table>) => readonly string[] }
const index = <Table extends TableName>(table: Table, keysOf: IndexDefinition<Table>['keysOf']): IndexDefinition<Table> => ({ table, keysOf })

/** Every index lists records of the trash too: what refers to a removed record must still be found. */
export const indexes = {
  insightsByTitle: index('insights', (insight) => [insight.title, ...(insight.aliases ?? [])].map(titleKey)),
  sourcesByCitekey: index('sources', (source: Source) => [source.citekey]),
  sourcesByText: index('sources', (source: Source) => source.revisions.map((revision) => revision.text)),
  /** The sources that say what they are of this one. */
  sourcesByKin: index('sources', (source: Source) => source.kin?.map(({ source: other }) => other) ?? []),
  sourcesByOrigin: index('sources', (source: Source) => source.origins ?? []),
  insightsByOrigin: index('insights', (insight) => insight.origins ?? []),
  highlightsByOrigin: index('highlights', (highlight: Highlight) => highlight.origins ?? []),
  highlightsBySource: index('highlights', (highlight: Highlight) => [highlight.source]),
  highlightsByText: index('highlights', ({ text, found }: Highlight) => (found && found.text !== text ? [text, found.text] : [text])),
  evidenceByInsight: index('evidence', (evidence: Evidence) => [evidence.insight]),
  evidenceBySource: index('evidence', (evidence: Evidence) => [evidence.source]),
  evidenceByHighlight: index('evidence', (evidence: Evidence) => (evidence.highlight === undefined ? [] : [evidence.highlight])),
  reportsByInsight: index('reports', (report: Report) => report.outline.flatMap((item) => (item.type === 'insight' ? [item.insight] : []))),
  reportsByMetric: index('reports', (report: Report) => report.outline.flatMap((item) => (item.type === 'chart' ? [item.metric] : []))),
  figuresBySource: index('figures', (figure: Figure) => [figure.source]),
  figuresByText: index('figures', ({ text, found }: Figure) => (found && found.text !== text ? [text, found.text] : [text])),
  figuresByMetric: index('figures', (figure: Figure) => (figure.metric === undefined ? [] : [figure.metric])),
  figuresByEntity: index('figures', (figure: Figure) => (figure.entity === undefined ? [] : [figure.entity])),
  metricsByEntity: index('metrics', (metric: Metric) => (metric.entity === undefined ? [] : [metric.entity])),
  /** The metrics whose rules or formula name this one. */
  metricsByBase: index('metrics', (metric: Metric) => basesOf(metric)),
  /** Without its formula: a formula may name a metric that is gone. */
  metricsByRule: index('metrics', ({ rules }: Metric) => basesOf({ rules, formula: undefined })),
  ratesByCurrency: index('rates', (rate: Rate) => [rate.base, rate.quote]),
  ratesBySource: index('rates', (rate: Rate) => (rate.source === undefined ? [] : [rate.source])),
} as const

export type IndexName = keyof typeof indexes
export type TableOfIndex<Name extends IndexName> = (typeof indexes)[Name]['table']

/** How `[[Title]]` finds an insight: without regard to case, width forms and outer or doubled spaces. */
export function titleKey(title: string): string {
  return title.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

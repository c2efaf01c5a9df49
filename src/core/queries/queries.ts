// All live queries and tallies by name: what a window can watch.

import { z } from 'zod'
import { nameOfEntity } from '../ledger/entity-names.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import { type TableName, tableNames, titleKey } from '../records/tables.ts'
import { byText, defineQuery, type Query, type Tally } from './define-query.ts'
import { evidenceQuery, insightQuery, insightsQuery } from './insight-queries.ts'
import { entitiesQuery, figuresQuery, ratesQuery } from './ledger-queries.ts'
import { metricQuery, metricsQuery } from './metric-queries.ts'
import { highlightsQuery, sourceQuery, sourcesQuery } from './source-queries.ts'

export type ReportRow = {
  id: RecordId<'report'>
  rev: number
  title: string
  subtitle: string
  updatedAt: string
  insightCount: number
  chartCount: number
  itemCount: number
}

const reportsQuery = defineQuery({
  tables: ['reports'],
  params: z.strictObject({ filter: z.string().max(500).default('') }),
  where: (report, { filter }) =>
    report.removedAt === undefined && (filter === '' || titleKey(`${report.title} ${report.subtitle}`).includes(titleKey(filter))),
  order: (one, other) => byText(other.updatedAt, one.updatedAt),
  row: (_notebook, { id, rev, title, subtitle, updatedAt, outline }): ReportRow => ({
    id,
    rev,
    title,
    subtitle,
    updatedAt,
    insightCount: outline.filter((item) => item.type === 'insight').length,
    chartCount: outline.filter((item) => item.type === 'chart').length,
    itemCount: outline.length,
  }),
})

const reportQuery = defineQuery({
  tables: ['reports'],
  params: z.strictObject({ id: idOf('report') }),
  where: (report, { id }) => report.id === id,
  order: () => 0,
  row: (notebook, report) => ({
    ...report,
    /** The titles of the insights in the outline, as pairs; `isInTrash` marks those that were removed. */
    insights: report.outline.flatMap((item) => {
      const insight = item.type === 'insight' ? notebook.head('insights', item.insight) : undefined
      return insight ? [{ id: insight.id, title: insight.title, isInTrash: insight.removedAt !== undefined }] : []
    }),
    /** The same of the metrics that its charts are of. */
    metrics: report.outline.flatMap((item) => {
      const metric = item.type === 'chart' ? notebook.head('metrics', item.metric) : undefined
      return metric ? [{ id: metric.id, name: metric.name, isInTrash: metric.removedAt !== undefined }] : []
    }),
  }),
  affects: (change, notebook) => {
    if (change.table !== 'insights' && change.table !== 'metrics') return []
    return notebook.by(change.table === 'insights' ? 'reportsByInsight' : 'reportsByMetric', change.id).map((report) => report.id)
  },
  candidates: (notebook, { id }) => [notebook.head('reports', id)],
})

export type TrashRow = { id: RecordId; title: string; detail: string; removedAt: string }

const trashQuery = defineQuery({
  tables: ['insights', 'sources', 'highlights', 'evidence', 'entities', 'reports', 'figures', 'metrics', 'rates'],
  params: z.strictObject({}),
  where: (record) => record.removedAt !== undefined,
  order: (one, other) => byText(other.removedAt ?? '', one.removedAt ?? ''),
  row: (notebook, record): TrashRow => {
    const removedAt = record.removedAt ?? ''
    if ('amount' in record) {
      const metric = record.metric && notebook.head('metrics', record.metric)
      const detail = [metric?.name, notebook.head('sources', record.source)?.title].filter((part) => part !== undefined)
      return { id: record.id, title: record.passage.exact, detail: detail.join(' · '), removedAt }
    }
    if ('passage' in record)
      return {
        id: record.id,
        title: record.passage.exact,
        detail: `h${record.number} · ${notebook.head('sources', record.source)?.title ?? ''}`,
        removedAt,
      }
    if ('stance' in record) {
      const highlight = record.highlight && notebook.head('highlights', record.highlight)
      return {
        id: record.id,
        title: highlight?.passage.exact ?? notebook.head('sources', record.source)?.title ?? '',
        detail: notebook.head('insights', record.insight)?.title ?? '',
        removedAt,
      }
    }
    if ('rules' in record) return { id: record.id, title: record.name, detail: record.entity ? nameOfEntity(notebook, record.entity) : '', removedAt }
    if ('rate' in record) return { id: record.id, title: `${record.base} → ${record.quote}`, detail: `${record.rate} · ${record.date}`, removedAt }
    if ('names' in record) return { id: record.id, title: record.names[0]?.name ?? '', detail: record.kind, removedAt }
    if ('citekey' in record) return { id: record.id, title: record.title, detail: record.citekey, removedAt }
    return { id: record.id, title: record.title, detail: 'topics' in record ? record.topics.join(', ') : record.subtitle, removedAt }
  },
  /** Removed highlights and evidence are shown by the titles of what they hang on, which may well not be in the trash. */
  affects: (change, notebook) => {
    if (change.table === 'sources')
      return [
        ...notebook.by('highlightsBySource', change.id),
        ...notebook.by('evidenceBySource', change.id),
        ...notebook.by('figuresBySource', change.id),
      ].map(({ id }) => id)
    if (change.table === 'insights') return notebook.by('evidenceByInsight', change.id).map(({ id }) => id)
    if (change.table === 'metrics') return notebook.by('figuresByMetric', change.id).map(({ id }) => id)
    if (change.table === 'entities') return notebook.by('metricsByEntity', change.id).map(({ id }) => id)
    return []
  },
})

export const queries = {
  insights: insightsQuery,
  insight: insightQuery,
  evidence: evidenceQuery,
  sources: sourcesQuery,
  source: sourceQuery,
  highlights: highlightsQuery,
  reports: reportsQuery,
  report: reportQuery,
  figures: figuresQuery,
  metrics: metricsQuery,
  metric: metricQuery,
  entities: entitiesQuery,
  rates: ratesQuery,
  trash: trashQuery,
} as const

export type QueryName = keyof typeof queries
export type QueryParams<Name extends QueryName> = z.input<(typeof queries)[Name]['params']>
export type QueryRow<Name extends QueryName> = ReturnType<(typeof queries)[Name]['row']>

export function isQueryName(name: string): name is QueryName {
  return Object.hasOwn(queries, name)
}

export function queryNamed(name: QueryName): Query {
  return queries[name] as unknown as Query
}

/** The numbers of the rail: one per table, `trash`, and `topic:…`, `kind:…`, `status:…` of the insights that are not in the trash. */
export const railTally: Tally = {
  tables: ['insights', 'sources', 'highlights', 'evidence', 'entities', 'reports', 'figures', 'metrics', 'rates'],
  keysOf: (table, head) => {
    if ('removedAt' in head && head.removedAt !== undefined) return trashKeys
    if (table !== 'insights' || !('topics' in head)) return keysOfTable[table]
    let node = nextNode(nextNode(insightNode, head.kind, 'kind'), head.status, 'status')
    for (let index = 0; index < head.topics.length; index += 1) node = nextNode(node, head.topics[index] as string, 'topic')
    return node.keys
  },
}

const trashKeys = ['trash']
const keysOfTable = Object.fromEntries(tableNames.map((table) => [table, [table]])) as unknown as Record<TableName, readonly string[]>
/** The keys of all insights that have the same kind, status and topics, made once: for 100,000 insights, lists made anew cost more than counting. */
type KeyNode = { keys: readonly string[]; next: Map<string, KeyNode> }
/** A notebook whose insights all have other topics must not fill memory with lists that are used once. */
const maxNodes = 20_000
let nodeCount = 0
const insightNode: KeyNode = { keys: ['insights'], next: new Map() }

function nextNode(node: KeyNode, value: string, prefix: string): KeyNode {
  const known = node.next.get(value)
  if (known) return known
  const key = `${prefix}:${value}`
  const made: KeyNode = { keys: node.keys.includes(key) ? node.keys : [...node.keys, key], next: new Map() }
  if (nodeCount < maxNodes) node.next.set(value, made)
  nodeCount += 1
  return made
}

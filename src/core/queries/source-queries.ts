// Live queries on sources and their highlights.

import { z } from 'zod'
import type { Highlight } from '../records/highlight.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import { type HeadOf, titleKey } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { byText, defineQuery } from './define-query.ts'
import { hasAllWords, type StanceCounts } from './insight-queries.ts'

export type SourceRow = Omit<HeadOf<'sources'>, 'createdSeq' | 'createdAt' | 'removedAt'> & { highlightCount: number; insightCount: number }

function toSourceRow(notebook: NotebookView, { createdSeq: _seq, createdAt: _at, removedAt: _removed, ...source }: HeadOf<'sources'>): SourceRow {
  const highlights = notebook.by('highlightsBySource', source.id).filter((highlight) => highlight.removedAt === undefined)
  const insights = new Set(
    notebook.by('evidenceBySource', source.id).flatMap((evidence) => (evidence.removedAt === undefined ? [evidence.insight] : [])),
  )
  return { ...source, highlightCount: highlights.length, insightCount: insights.size }
}

export const sourceOrders = ['added', 'published', 'title'] as const

export const sourcesQuery = defineQuery({
  tables: ['sources'],
  params: z.strictObject({ filter: z.string().max(500).default(''), order: z.enum(sourceOrders).default('added') }),
  where: (source, { filter }) =>
    source.removedAt === undefined &&
    (filter === '' ||
      hasAllWords(
        [source.title, ...source.titleTranslations.map(({ title }) => title), source.publisher, source.citekey, ...source.authors].join(' '),
        filter,
      )),
  order: (one, other, { order }) =>
    order === 'title'
      ? byText(titleKey(one.title), titleKey(other.title))
      : order === 'published'
        ? byText(other.published, one.published)
        : byText(other.createdAt, one.createdAt),
  row: toSourceRow,
  affects: (change) =>
    change.table === 'highlights' || change.table === 'evidence'
      ? [change.before?.source, change.after?.source].filter((id) => id !== undefined)
      : [],
})

export const sourceQuery = defineQuery({
  tables: ['sources'],
  params: z.strictObject({ id: idOf('source') }),
  where: (source, { id }) => source.id === id,
  order: () => 0,
  row: (_notebook, source) => source,
  candidates: (notebook, { id }) => [notebook.head('sources', id)],
})

export type HighlightRow = Omit<Highlight, 'createdSeq' | 'createdAt' | 'updatedAt' | 'removedAt'> & {
  evidence: StanceCounts
  insights: { id: RecordId<'insight'>; title: string }[]
}

export const highlightsQuery = defineQuery({
  tables: ['highlights'],
  params: z.strictObject({ source: idOf('source'), number: z.int().optional() }),
  where: (highlight, { source, number }) =>
    highlight.source === source && highlight.removedAt === undefined && (number === undefined || highlight.number === number),
  order: (one, other) => one.passage.start - other.passage.start || one.number - other.number,
  row: (notebook, { createdSeq: _seq, createdAt: _created, updatedAt: _updated, removedAt: _removed, ...highlight }): HighlightRow => {
    const links = notebook.by('evidenceByHighlight', highlight.id).filter((evidence) => evidence.removedAt === undefined)
    const counts: StanceCounts = { supports: 0, contradicts: 0, context: 0 }
    for (const { stance } of links) counts[stance] += 1
    const insights = links.flatMap(({ insight }) => {
      const head = notebook.head('insights', insight)
      return head && head.removedAt === undefined ? [{ id: head.id, title: head.title }] : []
    })
    return { ...highlight, evidence: counts, insights }
  },
  affects: (change, notebook) => {
    if (change.table === 'evidence') return [change.before?.highlight, change.after?.highlight].filter((id) => id !== undefined)
    if (change.table === 'insights') return notebook.by('evidenceByInsight', change.id).flatMap(({ highlight }) => highlight ?? [])
    return []
  },
  candidates: (notebook, { source }) => notebook.by('highlightsBySource', source),
})

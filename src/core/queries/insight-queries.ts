// Live queries on insights and their evidence.

import { z } from 'zod'
import { isLiveEvidence } from '../evidence/live-evidence.ts'
import type { Evidence, Stance } from '../records/evidence.ts'
import type { Highlight, HighlightColour, HighlightState } from '../records/highlight.ts'
import { insightKinds, insightStatuses } from '../records/insight-kinds.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import { type HeadOf, titleKey } from '../records/tables.ts'
import type { RecordChange } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { byText, defineQuery } from './define-query.ts'

export type StanceCounts = Record<Stance, number>

function countStances(notebook: NotebookView, insight: RecordId<'insight'>): StanceCounts {
  const counts: StanceCounts = { supports: 0, contradicts: 0, context: 0 }
  for (const evidence of notebook.by('evidenceByInsight', insight)) if (isLiveEvidence(notebook, evidence)) counts[evidence.stance] += 1
  return counts
}

/** The insights whose evidence rests on what changed. */
function insightsRestingOn(change: RecordChange, notebook: NotebookView): Iterable<RecordId> {
  if (change.table === 'evidence') return [change.before?.insight, change.after?.insight].filter((id) => id !== undefined)
  if (change.table === 'highlights') return notebook.by('evidenceByHighlight', change.id).map((evidence) => evidence.insight)
  if (change.table === 'sources' && change.before?.removedAt !== change.after?.removedAt) {
    return notebook.by('evidenceBySource', change.id).map((evidence) => evidence.insight)
  }
  return []
}

export type InsightRow = Omit<HeadOf<'insights'>, 'createdSeq' | 'createdAt' | 'removedAt'> & { evidence: StanceCounts }

const insightOrders = ['updated', 'created', 'title'] as const

export const insightsQuery = defineQuery({
  tables: ['insights'],
  params: z.strictObject({
    /** Words that must all stand in the title or the topics. */
    filter: z.string().max(500).default(''),
    topic: z.string().optional(),
    kind: z.enum(insightKinds).optional(),
    status: z.enum(insightStatuses).optional(),
    order: z.enum(insightOrders).default('updated'),
  }),
  where: (insight, { filter, topic, kind, status }) =>
    insight.removedAt === undefined &&
    (topic === undefined || insight.topics.includes(topic)) &&
    (kind === undefined || insight.kind === kind) &&
    (status === undefined || insight.status === status) &&
    (filter === '' || hasAllWords(`${insight.title} ${insight.topics.join(' ')}`, filter)),
  order: (one, other, { order }) =>
    order === 'title'
      ? byText(titleKey(one.title), titleKey(other.title))
      : order === 'created'
        ? byText(other.createdAt, one.createdAt)
        : byText(other.updatedAt, one.updatedAt),
  row: (notebook, { id, rev, title, kind, status, confidence, topics, updatedAt }): InsightRow => ({
    id,
    rev,
    title,
    kind,
    status,
    confidence,
    topics,
    updatedAt,
    evidence: countStances(notebook, id),
  }),
  affects: insightsRestingOn,
})

export const insightQuery = defineQuery({
  tables: ['insights'],
  params: z.strictObject({ id: idOf('insight') }),
  where: (insight, { id }) => insight.id === id,
  order: () => 0,
  row: (notebook, { id }) => {
    const insight = notebook.get('insights', id)
    if (!insight) throw new Error(`${id} left its table while its row was made`)
    return insight
  },
  candidates: (notebook, { id }) => [notebook.head('insights', id)],
})

export type EvidenceRow = Pick<Evidence, 'id' | 'rev' | 'insight' | 'source' | 'stance' | 'note'> & {
  insightTitle: string
  citekey: string
  sourceTitle: string
  isInTrash: boolean
  highlight?: {
    id: RecordId<'highlight'>
    number: number
    quote: string
    colour: HighlightColour
    state: HighlightState
    standing: Highlight['standing']
    start: number
  }
}

/** The evidence of one insight, or all that rests on one highlight or source. */
export const evidenceQuery = defineQuery({
  tables: ['evidence'],
  params: z.strictObject({ insight: idOf('insight').optional(), highlight: idOf('highlight').optional(), source: idOf('source').optional() }),
  where: (evidence, { insight, highlight, source }) =>
    evidence.removedAt === undefined &&
    (insight === undefined || evidence.insight === insight) &&
    (highlight === undefined || evidence.highlight === highlight) &&
    (source === undefined || evidence.source === source),
  order: (one, other) => one.createdSeq - other.createdSeq,
  row: (notebook, { id, rev, insight, source: sourceId, highlight: highlightId, stance, note }): EvidenceRow => {
    const source = notebook.head('sources', sourceId)
    const highlight = highlightId && notebook.head('highlights', highlightId)
    return {
      id,
      rev,
      insight,
      source: sourceId,
      stance,
      note,
      insightTitle: notebook.head('insights', insight)?.title ?? '',
      citekey: source?.citekey ?? '',
      sourceTitle: source?.title ?? '',
      isInTrash: source?.removedAt !== undefined || (highlight ? highlight.removedAt !== undefined : false),
      ...(highlight
        ? {
            highlight: {
              id: highlight.id,
              number: highlight.number,
              quote: highlight.passage.exact,
              colour: highlight.colour,
              state: highlight.state,
              standing: highlight.standing,
              start: highlight.passage.start,
            },
          }
        : {}),
    }
  },
  affects: (change, notebook) => {
    if (change.table === 'highlights') return notebook.by('evidenceByHighlight', change.id).map((evidence) => evidence.id)
    if (change.table === 'sources') return notebook.by('evidenceBySource', change.id).map((evidence) => evidence.id)
    if (change.table === 'insights' && change.before?.title !== change.after?.title)
      return notebook.by('evidenceByInsight', change.id).map((evidence) => evidence.id)
    return []
  },
  candidates: (notebook, { insight, highlight, source }) =>
    insight
      ? notebook.by('evidenceByInsight', insight)
      : highlight
        ? notebook.by('evidenceByHighlight', highlight)
        : source
          ? notebook.by('evidenceBySource', source)
          : notebook.heads('evidence'),
})

let lastFilter: { filter: string; words: readonly string[] } | undefined

/** One filter is asked of every record of a table: its words are made once. Spaces in the text need no folding, as no word holds one. */
export function hasAllWords(text: string, filter: string): boolean {
  if (lastFilter?.filter !== filter) lastFilter = { filter, words: titleKey(filter).split(' ') }
  const key = text.normalize('NFKC').toLowerCase()
  return lastFilter.words.every((word) => key.includes(word))
}

// Answers `timeline`: every dated thing of the notebook in one line.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { isLiveEvidence } from '../../core/evidence/live-evidence.ts'
import { saidBy } from '../../core/ledger/amount-of.ts'
import type { TimelineItem } from '../../core/ledger/ledger-answers.ts'
import { isLiveFigure } from '../../core/ledger/live-figures.ts'
import { daysOfPartial, spanOf } from '../../core/ledger/metric-series.ts'
import { toFigureRow } from '../../core/queries/ledger-queries.ts'
import type { Figure, FigureTime } from '../../core/records/figure.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { Breather } from '../storage/breather.ts'

type Wanted = {
  from?: string | undefined
  to?: string | undefined
  entity?: RecordId<'entity'> | undefined
  topic?: string | undefined
  limit: number
}

export async function timelineAnswer({ view }: Pick<NotebookHost, 'view'>, wanted: Wanted): Promise<QuestionAnswers['timeline']> {
  const breather = new Breather()
  const scope = scopeOf(view, wanted)
  const items: TimelineItem[] = []
  const add = (item: TimelineItem) => {
    if ((wanted.from === undefined || item.to >= wanted.from) && (wanted.to === undefined || item.from <= wanted.to)) items.push(item)
  }
  for (const source of view.heads('sources')) {
    const days = source.removedAt === undefined && scope.hasSource(source.id) ? daysOfPartial(source.published) : undefined
    if (days) add({ kind: 'source', id: source.id, ...days, title: source.title, detail: source.citekey, source: source.id })
    if (breather.isDue) await breather.pause()
  }
  for (const figure of view.heads('figures')) {
    const time = isLiveFigure(view, figure) && scope.hasFigure(figure) ? timeOf(figure) : undefined
    if (time) add(figureItem(view, figure, time))
    if (breather.isDue) await breather.pause()
  }
  for (const { id, title, topics, createdAt, removedAt } of view.heads('insights')) {
    if (removedAt !== undefined || !scope.hasInsight(id, title, topics)) continue
    const day = createdAt.slice(0, 10)
    add({ kind: 'insight', id, from: day, to: day, title, detail: topics.join(', ') })
    if (breather.isDue) await breather.pause()
  }
  items.sort((one, other) => compare(one.from, other.from) || compare(one.to, other.to) || compare(one.id, other.id))
  return { items: items.slice(0, wanted.limit), isComplete: items.length <= wanted.limit }
}

/** What a date says itself, or the time that the analyst gave. */
function timeOf(figure: Figure): FigureTime | undefined {
  const { kind, from, to, fiscal } = saidBy(figure)
  if (kind !== 'date') return figure.asOf
  if (fiscal) return { fiscal }
  return from === undefined ? undefined : { from, to: to ?? from }
}

function figureItem(view: NotebookView, figure: Figure, time: FigureTime): TimelineItem {
  const { id, entity, metric, passage, source } = figure
  const { metricName, state, citekey, amount } = toFigureRow(view, figure)
  const { from, to } = spanOf(time)
  return {
    kind: amount.kind === 'date' ? 'date' : 'figure',
    id,
    from,
    to,
    title: metricName === '' ? citekey : metricName,
    detail: passage.exact,
    ...(entity ? { entity } : {}),
    ...(metric ? { metric } : {}),
    source,
    start: passage.start,
    state,
  }
}

type Scope = {
  hasSource: (id: RecordId<'source'>) => boolean
  hasFigure: (figure: Figure) => boolean
  hasInsight: (id: RecordId<'insight'>, title: string, topics: readonly string[]) => boolean
}

/** An entity has its figures, the sources in which they stand, and what names it or rests on those; a topic its insights and what they cite. */
function scopeOf(view: NotebookView, { entity, topic }: Wanted): Scope {
  const names = (entity && view.head('entities', entity)?.names.map(({ name }) => name.toLowerCase())) ?? []
  const isNamed = (title: string) => names.some((name) => title.toLowerCase().includes(name))
  const sourcesOfEntity = new Set(entity ? view.by('figuresByEntity', entity).map(({ source }) => source) : [])
  const { sources, highlights } = citedUnder(view, topic)
  return {
    hasSource: (id) =>
      (entity === undefined || sourcesOfEntity.has(id) || isNamed(view.head('sources', id)?.title ?? '')) && (topic === undefined || sources.has(id)),
    hasFigure: (figure) => (entity === undefined || figure.entity === entity) && (topic === undefined || isCited(view, figure, highlights)),
    hasInsight: (_id, title, topics) => (entity === undefined || isNamed(title)) && (topic === undefined || topics.includes(topic)),
  }
}

function citedUnder(view: NotebookView, topic: string | undefined): { sources: Set<RecordId<'source'>>; highlights: Set<RecordId<'highlight'>> } {
  const [sources, highlights] = [new Set<RecordId<'source'>>(), new Set<RecordId<'highlight'>>()]
  if (topic === undefined) return { sources, highlights }
  for (const { id, topics, removedAt } of view.heads('insights')) {
    if (removedAt !== undefined || !topics.includes(topic)) continue
    for (const evidence of view.by('evidenceByInsight', id)) {
      if (!isLiveEvidence(view, evidence)) continue
      sources.add(evidence.source)
      if (evidence.highlight) highlights.add(evidence.highlight)
    }
  }
  return { sources, highlights }
}

/** Whether a passage that is cited holds it. */
function isCited(view: NotebookView, { source, text, passage }: Figure, highlights: ReadonlySet<RecordId<'highlight'>>): boolean {
  return view
    .by('highlightsBySource', source)
    .some(
      (highlight) =>
        highlights.has(highlight.id) && highlight.text === text && highlight.passage.start <= passage.start && highlight.passage.end >= passage.end,
    )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

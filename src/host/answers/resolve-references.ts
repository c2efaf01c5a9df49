// Answers `resolve`: what the citations and wikilinks of a note lead to.

import type { QuestionAnswers, ResolvedCitation } from '../../core/contract/questions.ts'
import { insightTitled } from '../../core/queries/insight-titled.ts'
import type { Highlight } from '../../core/records/highlight.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

type References = { citations: { citekey: string; highlight?: number | undefined }[]; titles: string[]; figures?: RecordId<'figure'>[] }

/** What lies in the trash is not led to. A citation of a highlight that is gone comes back with its `number` and without `highlight`. */
export function resolveReferences({ view }: Pick<NotebookHost, 'view'>, { citations, titles, figures = [] }: References): QuestionAnswers['resolve'] {
  const highlightsOf = new Map<RecordId, Map<number, Highlight>>()
  const insights: QuestionAnswers['resolve']['insights'] = []
  for (const title of new Set(titles)) {
    const insight = insightTitled(view, title)
    if (insight) insights.push({ title, id: insight.id })
  }
  return {
    citations: citations.flatMap((citation) => resolveCitation(view, citation, highlightsOf) ?? []),
    insights,
    figures: figures.flatMap((id) => resolveFigure(view, id) ?? []),
  }
}

function resolveFigure(view: NotebookView, id: RecordId<'figure'>): QuestionAnswers['resolve']['figures'][number] | undefined {
  const figure = view.get('figures', id)
  if (!figure || figure.removedAt !== undefined) return undefined
  const source = view.head('sources', figure.source)
  if (!source || source.removedAt !== undefined) return undefined
  const { start, end } = figure.found?.passage ?? figure.passage
  return { id, source: source.id, start, end }
}

function resolveCitation(
  view: NotebookView,
  { citekey, highlight: number }: References['citations'][number],
  highlightsOf: Map<RecordId, Map<number, Highlight>>,
): ResolvedCitation | undefined {
  const source = view.by('sourcesByCitekey', citekey).find(({ removedAt }) => removedAt === undefined)
  if (!source) return undefined
  const resolved = { citekey, source: source.id, sourceTitle: source.title }
  if (number === undefined) return resolved
  // A note may cite one source hundreds of times: its highlights are looked through once.
  let numbered = highlightsOf.get(source.id)
  if (!numbered) {
    const live = view.by('highlightsBySource', source.id).filter(({ removedAt }) => removedAt === undefined)
    numbered = new Map(live.map((highlight) => [highlight.number, highlight]))
    highlightsOf.set(source.id, numbered)
  }
  const highlight = numbered.get(number)
  return highlight ? { ...resolved, number, highlight: highlight.id, quote: highlight.passage.exact } : { ...resolved, number }
}

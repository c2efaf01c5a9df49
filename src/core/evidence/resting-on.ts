// What rests on a source or a passage, and what would lose its only support if the source fell.

import { isLiveFigure, liveFiguresOf } from '../ledger/live-figures.ts'
import type { Stance } from '../records/evidence.ts'
import type { RecordId } from '../records/record-id.ts'
import { type Report, recordNamedBy } from '../records/report.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { isLiveEvidence, liveEvidenceOf } from './live-evidence.ts'
import { type CompareSources, isOneVoice, kinshipOf } from './source-kinship.ts'

type InsightId = RecordId<'insight'>

export type RestingReport = { id: RecordId<'report'>; title: string /** Of the outline, counted from 1. */; line: number }
/** A metric with figures of the source. `falls`: all of its figures are of sources that fall with it. */
export type RestingMetric = { id: RecordId<'metric'>; name: string; figures: number; falls: boolean; reports: RestingReport[] }
export type RestingInsight = { id: InsightId; title: string; stances: Stance[]; reports: RestingReport[] }

/** The insights whose evidence is this highlight, or this source or any passage of it; those in the trash are left out. */
export function restingOn(notebook: NotebookView, id: RecordId<'source'> | RecordId<'highlight'>): RestingInsight[] {
  const links = id.startsWith('source:') ? notebook.by('evidenceBySource', id) : notebook.by('evidenceByHighlight', id)
  const byInsight = Map.groupBy(
    links.filter((evidence) => evidence.removedAt === undefined),
    ({ insight }) => insight,
  )
  return [...byInsight].flatMap(([insight, evidence]) => describe(notebook, insight, [...new Set(evidence.map(({ stance }) => stance))]) ?? [])
}

/** The metrics that count figures of this source, and the charts of reports that draw them. */
export function metricsOn(notebook: NotebookView, source: RecordId<'source'>, compare?: CompareSources): RestingMetric[] {
  const isFallen = fallsWith(notebook, source, compare)
  const named = notebook.by('figuresBySource', source).flatMap((figure) => (isLiveFigure(notebook, figure) ? (figure.metric ?? []) : []))
  return [...new Set(named)].flatMap((id) => {
    const metric = notebook.head('metrics', id)
    if (!metric || metric.removedAt !== undefined) return []
    const figures = liveFiguresOf(notebook, id)
    const own = figures.filter((figure) => figure.source === source)
    const reports = linesOf(notebook.by('reportsByMetric', id), id)
    return [{ id, name: metric.name, figures: own.length, falls: figures.every((figure) => isFallen(figure.source)), reports }]
  })
}

/** The insights that only this source, or others that are one voice with it, support. */
export function fallingWith(notebook: NotebookView, source: RecordId<'source'>, compare?: CompareSources): RestingInsight[] {
  const isFallen = fallsWith(notebook, source, compare)
  const insights = new Set(
    notebook
      .by('evidenceBySource', source)
      .filter((evidence) => evidence.stance === 'supports' && isLiveEvidence(notebook, evidence))
      .map(({ insight }) => insight),
  )
  return [...insights].flatMap((insight) => {
    const supports = liveEvidenceOf(notebook, insight).filter(({ stance }) => stance === 'supports')
    return supports.every((evidence) => isFallen(evidence.source)) ? (describe(notebook, insight, ['supports']) ?? []) : []
  })
}

function describe(notebook: NotebookView, id: InsightId, stances: Stance[]): RestingInsight | undefined {
  const head = notebook.head('insights', id)
  if (!head || head.removedAt !== undefined) return undefined
  const reports = linesOf(notebook.by('reportsByInsight', id), id)
  return { id, title: head.title, stances, reports }
}

function fallsWith(notebook: NotebookView, source: RecordId<'source'>, compare?: CompareSources): (other: RecordId<'source'>) => boolean {
  return (other) => other === source || isOneVoice(kinshipOf(notebook, source, other, compare))
}

/** Where reports name a record first. */
function linesOf(reports: readonly Report[], named: RecordId): RestingReport[] {
  return reports.flatMap(({ id, title, removedAt, outline }) => {
    const position = outline.findIndex((item) => recordNamedBy(item) === named)
    return removedAt === undefined && position >= 0 ? [{ id, title, line: position + 1 }] : []
  })
}

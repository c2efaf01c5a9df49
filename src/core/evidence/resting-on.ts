// What rests on a source or a passage, and what would lose its only support if the source fell.

import type { Stance } from '../records/evidence.ts'
import type { RecordId } from '../records/record-id.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { isLiveEvidence, liveEvidenceOf } from './live-evidence.ts'
import { type CompareSources, isOneVoice, kinshipOf } from './source-kinship.ts'

type InsightId = RecordId<'insight'>

export type RestingReport = { id: RecordId<'report'>; title: string /** Of the outline, counted from 1. */; line: number }
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

/** The insights that only this source, or others that are one voice with it, support. */
export function fallingWith(notebook: NotebookView, source: RecordId<'source'>, compare?: CompareSources): RestingInsight[] {
  const isFallen = (other: RecordId<'source'>) => other === source || isOneVoice(kinshipOf(notebook, source, other, compare))
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
  const reports = notebook.by('reportsByInsight', id).flatMap(({ id: report, title, removedAt, outline }) => {
    const position = outline.findIndex((item) => item.type === 'insight' && item.insight === id)
    return removedAt === undefined && position >= 0 ? [{ id: report, title, line: position + 1 }] : []
  })
  return { id, title: head.title, stances, reports }
}

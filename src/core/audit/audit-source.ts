// What of one source does not hold: passages that its newest text changed or lost, and what nobody wrote down about it.

import type { HeadOf } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import type { SourceFinding } from './finding.ts'

/** Notes of one's own need neither date nor publisher. Passages that were pinned or retired are settled. */
export function auditSource(view: NotebookView, source: HeadOf<'sources'>): SourceFinding[] {
  if (source.removedAt !== undefined) return []
  const findings: SourceFinding[] = []
  const { id } = source
  for (const { id: highlight, state, standing, removedAt } of view.by('highlightsBySource', id)) {
    if (removedAt !== undefined || standing !== undefined) continue
    if (state === 'changed' || state === 'lost')
      findings.push({ kind: `passage-${state}`, key: `passage-${state} ${highlight}`, source: id, highlight })
  }
  for (const { id: figure, state, removedAt } of view.by('figuresBySource', id)) {
    if (removedAt !== undefined) continue
    if (state === 'changed' || state === 'lost') findings.push({ kind: `figure-${state}`, key: `figure-${state} ${figure}`, source: id, figure })
  }
  if (source.kind === 'note') return findings
  if (source.published === '') findings.push({ kind: 'source-undated', key: `source-undated ${id}`, source: id })
  if (source.publisher === '' && source.authors.length === 0)
    findings.push({ kind: 'source-unpublished', key: `source-unpublished ${id}`, source: id })
  return findings
}

// Which evidence counts.

import type { Evidence } from '../records/evidence.ts'
import type { RecordId } from '../records/record-id.ts'
import type { NotebookView } from '../store/notebook-view.ts'

/** Neither it nor its highlight nor its source lies in the trash, and its passage was not retired. */
export function isLiveEvidence(notebook: NotebookView, evidence: Evidence): boolean {
  if (evidence.removedAt !== undefined) return false
  if (evidence.highlight) {
    const highlight = notebook.head('highlights', evidence.highlight)
    if (highlight?.removedAt !== undefined || highlight?.standing === 'retired') return false
  }
  return notebook.head('sources', evidence.source)?.removedAt === undefined
}

export function liveEvidenceOf(notebook: NotebookView, insight: RecordId<'insight'>): Evidence[] {
  return notebook.by('evidenceByInsight', insight).filter((evidence) => isLiveEvidence(notebook, evidence))
}

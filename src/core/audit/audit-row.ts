// A finding with the words to show it by: what a list, a terminal or a script needs without asking further.

import { type RestingInsight, restingOn } from '../evidence/resting-on.ts'
import type { Passage } from '../records/passage.ts'
import type { RecordId } from '../records/record-id.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import type { Finding } from './finding.ts'

export type AuditedPassage = {
  highlight: RecordId<'highlight'>
  source: RecordId<'source'>
  citekey: string
  number: number
  /** As it was cited, with the text in which it stands. */
  cited: Passage
  text: RecordId<'text'>
  /** Which of the source's texts that is, counted from 1, and how many there are. */
  revision: number
  revisions: number
  /** Where it stands in the newest text, if it does. */
  found?: Passage
  restsOnIt: RestingInsight[]
}

export type AuditRow = Finding & {
  /** Of the insight or the source. */
  title: string
  passage?: AuditedPassage
  /** What a contradiction that nobody answered says: the passage, or the title of the source. */
  contradiction?: string
}

export function toAuditRow(view: NotebookView, finding: Finding): AuditRow {
  const title = 'insight' in finding ? view.head('insights', finding.insight)?.title : view.head('sources', finding.source)?.title
  const row: AuditRow = { ...finding, title: title ?? '' }
  const passage = 'highlight' in finding ? describePassage(view, finding.highlight) : undefined
  if (passage) row.passage = passage
  if (finding.kind === 'contradiction-unanswered') {
    const evidence = view.head('evidence', finding.evidence)
    const words = evidence?.highlight && view.head('highlights', evidence.highlight)?.passage.exact
    row.contradiction = words ?? (evidence && view.head('sources', evidence.source)?.title) ?? ''
  }
  return row
}

function describePassage(view: NotebookView, id: RecordId<'highlight'>): AuditedPassage | undefined {
  const highlight = view.head('highlights', id)
  const source = highlight && view.head('sources', highlight.source)
  if (!highlight || !source) return undefined
  const { text, number, passage, found } = highlight
  return {
    highlight: id,
    source: source.id,
    citekey: source.citekey,
    number,
    cited: passage,
    text,
    revision: source.revisions.findIndex((revision) => revision.text === text) + 1,
    revisions: source.revisions.length,
    ...(found ? { found: found.passage } : {}),
    restsOnIt: restingOn(view, id),
  }
}

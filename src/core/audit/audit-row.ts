// A finding with the words to show it by: what a list, a terminal or a script needs without asking further.

import { type RestingInsight, restingOn } from '../evidence/resting-on.ts'
import { saidBy } from '../ledger/amount-of.ts'
import { amountWords } from '../ledger/amount-words.ts'
import { basesOf } from '../ledger/bases-of.ts'
import type { Passage } from '../records/passage.ts'
import type { RecordId } from '../records/record-id.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import type { Finding, MetricFinding } from './finding.ts'

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
  /** What contradicts the insight: the passage, or the title of the source; of a figure the passage that has another, or that figure alone. */
  contradiction?: string
  /** The figures that clash, or the one that changed. */
  figures?: AuditedFigure[]
  /** What the metrics are called that a finding names, itself included, as pairs. */
  metricNames?: [RecordId<'metric'>, string][]
}

export type AuditedFigure = {
  figure: RecordId<'figure'>
  source: RecordId<'source'>
  text: RecordId<'text'>
  citekey: string
  written: string
  /** Normalised, in words. */
  amount: string
  start: number
  /** What stands in its place in the newest text. */
  found?: string
}

export function toAuditRow(view: NotebookView, finding: Finding): AuditRow {
  const title = titleOf(view, finding)
  const row: AuditRow = { ...finding, title: title ?? '' }
  const clash = 'one' in finding ? [finding.one, finding.other] : 'figure' in finding ? [finding.figure] : []
  if (clash.length > 0) row.figures = clash.flatMap((id) => describeFigure(view, id) ?? [])
  if ('metric' in finding) row.metricNames = namesFor(view, finding)
  const passage = 'highlight' in finding ? describePassage(view, finding.highlight) : undefined
  if (passage) row.passage = passage
  if (finding.kind === 'figure-contradicts') {
    const { highlight } = finding.place
    row.contradiction = (highlight && view.head('highlights', highlight)?.passage.exact) ?? finding.stated
  }
  if (finding.kind === 'contradiction-unanswered') {
    const evidence = view.head('evidence', finding.evidence)
    const words = evidence?.highlight && view.head('highlights', evidence.highlight)?.passage.exact
    row.contradiction = words ?? (evidence && view.head('sources', evidence.source)?.title) ?? ''
  }
  return row
}

function titleOf(view: NotebookView, finding: Finding): string | undefined {
  if ('insight' in finding) return view.head('insights', finding.insight)?.title
  return 'metric' in finding ? view.head('metrics', finding.metric)?.name : view.head('sources', finding.source)?.title
}

function describeFigure(view: NotebookView, id: RecordId<'figure'>): AuditedFigure | undefined {
  const figure = view.head('figures', id)
  if (!figure) return undefined
  const { source, text, passage, found } = figure
  return {
    figure: id,
    source,
    text,
    citekey: view.head('sources', source)?.citekey ?? '',
    written: passage.exact,
    amount: amountWords(saidBy(figure)),
    start: passage.start,
    ...(found ? { found: found.passage.exact } : {}),
  }
}

function namesFor(view: NotebookView, finding: MetricFinding): [RecordId<'metric'>, string][] {
  const named = new Set([finding.metric])
  if ('outcome' in finding) for (const id of basesOf({ rules: [finding.outcome.rule], formula: undefined })) named.add(id)
  if ('bases' in finding) for (const id of finding.bases) named.add(id)
  return [...named].map((id) => [id, view.head('metrics', id)?.name ?? ''])
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

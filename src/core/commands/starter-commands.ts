// The starter notebook as one command: lays what ships into a notebook, or brings it back to that. One commit, so that one undo takes it back.

import { z } from 'zod'
import { figureAt } from '../ledger/figure-at.ts'
import { baseValues } from '../ledger/metric-standing.ts'
import { entityContent } from '../records/entity.ts'
import { stances } from '../records/evidence.ts'
import { figureContent } from '../records/figure.ts'
import { highlightContent } from '../records/highlight.ts'
import { insightContent, maxBodyLength } from '../records/insight.ts'
import { metricContent } from '../records/metric.ts'
import { passageAt } from '../records/passage.ts'
import type { RecordId } from '../records/record-id.ts'
import { outlineItem, reportContent } from '../records/report.ts'
import { citekeySchema, sourceContent } from '../records/source.ts'
import { starterIds } from '../records/starter-ids.ts'
import type { RecordOf, TableName } from '../records/tables.ts'
import { Refusal } from '../store/refusal.ts'
import { sameValue } from '../store/same-content.ts'
import type { NewRecord, StoredText, Transaction } from '../store/transaction.ts'
import { defineCommand } from './define-command.ts'
import { withoutGaps } from './revision.ts'

const key = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'a key is lower-case letters, digits and -')

/** A figure stands within a highlight, so that the same amount can be meant in several places; metrics are named by key. */
const starterFigure = z.strictObject({
  highlight: z.int().min(1),
  exact: z.string().min(1),
  metric: key,
  asOf: figureContent.asOf,
  basis: figureContent.basis.default('actual'),
  note: figureContent.note.default(''),
})

/** Entities are named by key; rules and formulas name metrics as the notebook does: `metric:<key>`. */
const starterMetric = z.strictObject({ key, ...metricContent, entity: key.optional() })

const starterSource = z.strictObject({
  key,
  citekey: citekeySchema,
  ...sourceContent,
  markdown: z.string().min(1).max(maxBodyLength),
  highlights: z.array(z.strictObject({ number: z.int().min(1), exact: z.string().min(1), ...highlightContent })),
  figures: z.array(starterFigure).default([]),
})

const starterInsight = z.strictObject({
  key,
  ...insightContent,
  evidence: z.array(z.strictObject({ source: key, highlight: z.int().min(1), stance: z.enum(stances), note: z.string() })),
})

export const starterContent = z.strictObject({
  entities: z.array(z.strictObject({ key, ...entityContent })),
  metrics: z.array(starterMetric).default([]),
  sources: z.array(starterSource),
  insights: z.array(starterInsight),
  /** Insights and metrics in outlines by key: `insight:<key>`. */
  reports: z.array(z.strictObject({ key, title: reportContent.title, subtitle: reportContent.subtitle, outline: z.array(outlineItem) })),
})
export type StarterContent = z.infer<typeof starterContent>

export const resetStarter = defineCommand(
  'Brings the records of the starter notebook back to what ships, out of the trash too; every other record stays as it is.',
  starterContent,
  (notebook, { entities, metrics, sources, insights, reports }) => {
    for (const { key, ...content } of entities) lay(notebook, 'entities', { id: `entity:${key}`, ...content })
    // Rules and formulas may name a metric that comes later: all are there before any of them is looked at, at the end.
    for (const { key, entity, ...content } of metrics)
      lay(notebook, 'metrics', {
        id: `metric:${key}`,
        ...withoutGaps({ ...content, entity: entity === undefined ? undefined : (`entity:${entity}` as const) }),
      })
    for (const [position, source] of sources.entries()) laySource(notebook, source, notebook.facts.texts[position])
    for (const { key, formula } of metrics) if (formula !== undefined) layAccepted(notebook, `metric:${key}`)
    for (const { key, evidence, ...content } of insights) {
      lay(notebook, 'insights', { id: `insight:${key}`, ...content })
      for (const link of evidence) layEvidence(notebook, key, link)
    }
    for (const { key, ...content } of reports) lay(notebook, 'reports', { id: `report:${key}`, ...content })
    return { changed: notebook.changes().length }
  },
  { texts: ({ sources }) => sources.map(({ markdown }) => markdown) },
)

/** Adds the record, or gives its content fields back to the one that is there. A record that is as it ships is not touched. */
function lay<Table extends Exclude<TableName, 'texts'>>(notebook: Transaction, table: Table, record: NewRecord<Table>): RecordOf<Table> {
  const { id } = record as unknown as { id: RecordId }
  if (!notebook.head(table, id)) return notebook.put(table, record)
  return notebook.update(table, id, undefined, (draft) => {
    const fields = draft as unknown as Record<string, unknown>
    delete fields.removedAt
    for (const [name, value] of Object.entries(record)) if (!sameValue(fields[name], value)) fields[name] = value
  })
}

function laySource(
  notebook: Transaction,
  { key, markdown: _, highlights, figures, citekey, ...content }: z.infer<typeof starterSource>,
  text?: StoredText,
): void {
  if (!text) throw new Error('starter.reset ran before its texts were stored')
  const id = starterIds.source(key)
  if (!notebook.head('texts', text.id)) notebook.put('texts', text)
  const held = notebook.head('sources', id)
  const revisions = held?.revisions.some((revision) => revision.text === text.id)
    ? held.revisions
    : [...(held?.revisions ?? []), { text: text.id, at: notebook.facts.at }]
  const nextHighlight = Math.max(held?.nextHighlight ?? 1, 1 + highlights.reduce((most, { number }) => Math.max(most, number), 0))
  lay(notebook, 'sources', { id, citekey, ...content, revisions, nextHighlight })
  for (const highlight of highlights) layHighlight(notebook, key, text.id, highlight)
  for (const figure of figures) layFigure(notebook, key, content.language, figure)
}

/** Read from the text, as `figure.keep` does. */
function layFigure(
  notebook: Transaction,
  source: string,
  language: string,
  { highlight, exact, metric, ...content }: z.infer<typeof starterFigure>,
): void {
  const { text, passage } = notebook.need('highlights', starterIds.highlight(source, highlight))
  const within = passage.exact.indexOf(exact)
  const reading = notebook.readingText(text) ?? ''
  const start = passage.start + within
  const read = within < 0 ? undefined : figureAt(reading, language, start, start + exact.length)
  if (read?.start !== start || read.end !== start + exact.length) {
    throw new Refusal('invalid', `the starter's figure “${exact}” is not read in ${source} h${highlight}`)
  }
  const id = starterIds.figure(source, highlight, start - passage.start)
  const entity = notebook.head('metrics', `metric:${metric}`)?.entity
  lay(notebook, 'figures', {
    id,
    source: starterIds.source(source),
    text,
    passage: passageAt(reading, start, read.end),
    state: 'exact',
    amount: read.amount,
    metric: `metric:${metric}`,
    ...withoutGaps({ ...content, entity }),
  })
}

function layAccepted(notebook: Transaction, id: RecordId<'metric'>): void {
  const bases = baseValues(notebook, notebook.need('metrics', id))
  notebook.update('metrics', id, undefined, (draft) => {
    if (!sameValue(draft.accepted?.bases, bases)) draft.accepted = { seq: notebook.facts.seq, bases }
  })
}

/** The number comes with the quote: `[@citekey#h7]` in the bodies names it, also where the analyst had deleted the highlight for good. */
function layHighlight(
  notebook: Transaction,
  source: string,
  text: RecordId<'text'>,
  { number, exact, ...content }: z.infer<typeof starterSource>['highlights'][number],
): void {
  const readingText = notebook.readingText(text)
  if (readingText === undefined) throw new Refusal('not-found', `the starter's text ${source} cannot be read: run \`footing check\``)
  const start = readingText.indexOf(exact)
  if (start < 0) throw new Refusal('invalid', `the starter's highlight ${source} h${number} is not in its text: “${exact.slice(0, 60)}”`)
  if (readingText.indexOf(exact, start + 1) >= 0) {
    throw new Refusal('invalid', `the starter's highlight ${source} h${number} occurs more than once in its text: “${exact.slice(0, 60)}”`)
  }
  const passage = passageAt(readingText, start, start + exact.length)
  lay(notebook, 'highlights', {
    id: starterIds.highlight(source, number),
    source: starterIds.source(source),
    text,
    number,
    passage,
    state: 'exact',
    ...content,
  })
}

function layEvidence(
  notebook: Transaction,
  insight: string,
  { source, highlight, ...content }: z.infer<typeof starterInsight>['evidence'][number],
): void {
  const highlightId = starterIds.highlight(source, highlight)
  if (!notebook.head('highlights', highlightId)) {
    throw new Refusal('invalid', `the starter's insight ${insight} has evidence ${source} h${highlight}, which it does not bring`)
  }
  lay(notebook, 'evidence', {
    id: starterIds.evidence(insight, source, highlight),
    insight: `insight:${insight}`,
    source: starterIds.source(source),
    highlight: highlightId,
    ...content,
  })
}

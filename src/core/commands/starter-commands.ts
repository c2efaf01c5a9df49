// The starter notebook as one command: lays what ships into a notebook, or brings it back to that. One commit, so that one undo takes it back.

import { z } from 'zod'
import { entityContent } from '../records/entity.ts'
import { stances } from '../records/evidence.ts'
import { highlightContent } from '../records/highlight.ts'
import { insightContent, maxBodyLength } from '../records/insight.ts'
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

const key = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'a key is lower-case letters, digits and -')

const starterSource = z.strictObject({
  key,
  citekey: citekeySchema,
  ...sourceContent,
  markdown: z.string().min(1).max(maxBodyLength),
  highlights: z.array(z.strictObject({ number: z.int().min(1), exact: z.string().min(1), ...highlightContent })),
})

const starterInsight = z.strictObject({
  key,
  ...insightContent,
  evidence: z.array(z.strictObject({ source: key, highlight: z.int().min(1), stance: z.enum(stances), note: z.string() })),
})

export const starterContent = z.strictObject({
  entities: z.array(z.strictObject({ key, ...entityContent })),
  sources: z.array(starterSource),
  insights: z.array(starterInsight),
  /** Insights in outlines by key: `insight:<key>`. */
  reports: z.array(z.strictObject({ key, title: reportContent.title, subtitle: reportContent.subtitle, outline: z.array(outlineItem) })),
})
export type StarterContent = z.infer<typeof starterContent>

export const resetStarter = defineCommand(
  'Brings the records of the starter notebook back to what ships, out of the trash too; every other record stays as it is.',
  starterContent,
  (notebook, { entities, sources, insights, reports }) => {
    for (const { key, ...content } of entities) lay(notebook, 'entities', { id: `entity:${key}`, ...content })
    for (const [position, source] of sources.entries()) laySource(notebook, source, notebook.facts.texts[position])
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
  { key, markdown: _, highlights, citekey, ...content }: z.infer<typeof starterSource>,
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

// One-shot questions that a window or the terminal asks a host. Unlike commands they change nothing; unlike live queries they answer once.

import { z } from 'zod'
import type { StarterContent } from '../commands/starter-commands.ts'
import type { RecordVersion } from '../history/pick-versions.ts'
import type { highlightColours } from '../records/highlight.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import type { AnyRecord, TableName } from '../records/tables.ts'

const limit = z.int().min(1).max(500)
const anyId = z.union([idOf('insight'), idOf('source'), idOf('highlight'), idOf('evidence'), idOf('entity'), idOf('report')])
const searchText = z.string().max(500)

export const questions = {
  /** The Markdown and the reading text of a stored text. */
  'text.read': z.strictObject({ text: idOf('text') }),
  /** Everything that holds the query as a substring, whatever the case and width of its letters. */
  search: z.strictObject({
    query: searchText,
    limit: limit.default(50),
    tables: z.array(z.enum(['insights', 'sources', 'highlights', 'reports', 'entities'])).optional(),
  }),
  /** Insights or a report as Markdown with footnotes. */
  'export.markdown': z.union([z.strictObject({ report: idOf('report') }), z.strictObject({ insights: z.array(idOf('insight')).min(1).max(10_000) })]),
  /** Highlights to cite, for `[@…`. */
  'suggest.citations': z.strictObject({ text: searchText, limit: limit.default(20) }),
  /** Insights to link, for `[[…`. */
  'suggest.insights': z.strictObject({ text: searchText, limit: limit.default(20) }),
  /** What the citations and wikilinks of a note lead to, for the editor and previews. */
  resolve: z.strictObject({
    citations: z.array(z.strictObject({ citekey: z.string(), highlight: z.int().optional() })).max(5_000),
    titles: z.array(z.string()).max(5_000),
  }),
  /** The notes that link to an insight by its title. */
  backlinks: z.strictObject({ insight: idOf('insight') }),
  /** The versions of a record, oldest first, as `pickVersions` thins them. */
  'history.versions': z.strictObject({ id: anyId }),
  /** The record as one commit left it. */
  'history.version': z.strictObject({ id: anyId, seq: z.int().min(1) }),
  /** The starter notebook as it ships: send `content` with `starter.reset` to bring its records back. */
  'starter.read': z.strictObject({}),
} as const

export type QuestionName = keyof typeof questions
export type QuestionInput<Name extends QuestionName> = z.input<(typeof questions)[Name]>

export type SearchHit = {
  table: TableName
  id: RecordId
  title: string
  /** Where the match stands: a field of the record, or `text` for the reading text of a source. */
  field: string
  before: string
  match: string
  after: string
  /** In the reading text, UTF-16: only for `text` and `quote`. */
  start?: number
  end?: number
  source?: RecordId<'source'>
}

export type CitationSuggestion = {
  citekey: string
  highlight: { id: RecordId<'highlight'>; number: number; quote: string; colour: (typeof highlightColours)[number] }
  source: RecordId<'source'>
  sourceTitle: string
}

export type ResolvedCitation = {
  citekey: string
  number?: number
  source: RecordId<'source'>
  sourceTitle: string
  highlight?: RecordId<'highlight'>
  quote?: string
}

export type QuestionAnswers = {
  'text.read': { markdown: string; readingText: string }
  search: { hits: SearchHit[]; isComplete: boolean }
  'export.markdown': { fileName: string; markdown: string; problems: string[] }
  'suggest.citations': CitationSuggestion[]
  'suggest.insights': { id: RecordId<'insight'>; title: string }[]
  resolve: { citations: ResolvedCitation[]; insights: { title: string; id: RecordId<'insight'> }[] }
  backlinks: { id: RecordId<'insight'>; title: string; before: string; match: string; after: string }[]
  'history.versions': RecordVersion[]
  'history.version': AnyRecord
  /** `isHere`: this notebook has the starter in it, so that a reset makes sense. */
  'starter.read': { isHere: boolean; content: StarterContent }
}

export function isQuestionName(name: string): name is QuestionName {
  return Object.hasOwn(questions, name)
}

// One-shot questions that a window or the terminal asks a host. Unlike commands they change nothing; unlike live queries they answer once.

import { z } from 'zod'
import type { AuditRow } from '../audit/audit-row.ts'
import type { FindingKind } from '../audit/finding.ts'
import type { BackupDescription, CountedTable } from '../backups/backup.ts'
import type { StarterContent } from '../commands/starter-commands.ts'
import type { DamageBytes, DamageItem } from '../damage/damage-item.ts'
import type { EvidenceBalance } from '../evidence/balance.ts'
import type { RestingInsight, RestingMetric } from '../evidence/resting-on.ts'
import type { Kinship } from '../evidence/source-kinship.ts'
import type { RecordDifference } from '../history/diff-records.ts'
import type { HistoryLoss, HistorySize } from '../history/history-size.ts'
import { momentSchema } from '../history/moment.ts'
import type { RecordVersion } from '../history/record-version.ts'
import type { PackedTimeline } from '../history/timeline.ts'
import type { FigureSuggestion, FiguresInText, LedgerOverview, MetricAgreementAnswer, MetricSeries, TimelineItem } from '../ledger/ledger-answers.ts'
import type { FigureMark } from '../prose-figures/figure-mark.ts'
import type { LedgerNames } from '../queries/ledger-filter.ts'
import type { Stance } from '../records/evidence.ts'
import { isoDay } from '../records/figure.ts'
import type { HighlightState, highlightColours } from '../records/highlight.ts'
import { maxBodyLength } from '../records/insight.ts'
import { idOf, type RecordId, removableId } from '../records/record-id.ts'
import type { AnyRecord, TableName } from '../records/tables.ts'
import type { ClipperState, PairedClipper } from './clippers.ts'
import { type ImportAnswers, importQuestions } from './import-questions.ts'
import type { SavingStatus } from './messages.ts'

const recordId = z.custom<RecordId>((value) => typeof value === 'string' && /^[a-z]+:./.test(value) && value.length < 300, 'expected an id')
const limit = z.int().min(1).max(500)
const versionName = z.union([z.int().min(1), z.literal(['now', 'nothing'])])
const citedItem = z.strictObject({ citekey: z.string(), highlight: z.int().exactOptional() })
const searchText = z.string().max(500)
/** What can be opened by its title. */
const titledTables = ['insights', 'sources', 'reports'] as const
export type TitledTable = (typeof titledTables)[number]

export const questions = {
  /** The Markdown and the reading text of a stored text. */
  'text.read': z.strictObject({ text: idOf('text') }),
  /** Everything that holds the query as a substring, whatever the case and width of its letters. */
  search: z.strictObject({
    query: searchText,
    limit: limit.default(50),
    tables: z.array(z.enum(['insights', 'sources', 'highlights', 'reports', 'entities', 'figures', 'metrics'])).optional(),
  }),
  /** Insights or a report as Markdown with footnotes. */
  'export.markdown': z.union([z.strictObject({ report: idOf('report') }), z.strictObject({ insights: z.array(idOf('insight')).min(1).max(10_000) })]),
  /** The charts of a report as SVG, by the files under which its Markdown has them. */
  'export.charts': z.strictObject({ report: idOf('report') }),
  /** Highlights (`md`, `jsonld`, `hypothesis`) or references (`csl`, `bibtex`, `ris`) of one source, or of all, for other programs. */
  'export.sources': z.strictObject({ source: idOf('source').optional(), format: z.enum(['md', 'jsonld', 'hypothesis', 'csl', 'bibtex', 'ris']) }),
  /** The ids of a watched list in its order: all, or those from one row to another. For what is done to more rows than a window holds. */
  'list.ids': z.strictObject({
    query: z.enum(['insights', 'sources', 'reports', 'highlights', 'figures', 'metrics', 'trash']),
    params: z.unknown(),
    between: z.tuple([recordId, recordId]).optional(),
  }),
  /** What records are called where they are linked or cited; those that are not there are left out. */
  'records.named': z.strictObject({ ids: z.array(recordId).min(1).max(10_000) }),
  /** Highlights to cite, for `[@…`. */
  'suggest.citations': z.strictObject({ text: searchText, limit: limit.default(20) }),
  /** Insights to link, for `[[…`. */
  'suggest.insights': z.strictObject({ text: searchText, limit: limit.default(20) }),
  /** Insights, sources and reports by their titles, sources by their other names too; nothing typed finds the newest. `recent` comes first of equals. */
  'palette.find': z.strictObject({
    text: searchText,
    limit: limit.default(50),
    tables: z.array(z.enum(titledTables)).default([...titledTables]),
    recent: z.array(z.string().max(200)).max(100).default([]),
  }),
  /** What the citations and wikilinks of a note lead to, for the editor and previews. */
  resolve: z.strictObject({
    citations: z.array(z.strictObject({ citekey: z.string(), highlight: z.int().optional() })).max(5_000),
    titles: z.array(z.string()).max(5_000),
    figures: z.array(idOf('figure')).max(5_000).default([]),
  }),
  /** What the citations lead to as references in words, to be pasted elsewhere. */
  references: z.strictObject({ citations: z.array(z.strictObject({ citekey: z.string(), highlight: z.int().optional() })).max(5_000) }),
  /** The notes that link to an insight by its title. */
  backlinks: z.strictObject({ insight: idOf('insight') }),
  /** What does not hold in the notebook right now. The first time everything is looked at, afterwards only what changed. */
  'audit.list': z.strictObject({ limit: z.int().min(1).max(10_000).default(1_000) }),
  /** Every figure of a stored text: candidates, derived and cached, never records. */
  'figures.in-text': z.strictObject({ text: idOf('text') }),
  /** What the figure at a place of a text probably measures: entity, time, metrics. */
  'figure.suggest': z.strictObject({ text: idOf('text'), start: z.int().min(0), end: z.int().min(1) }),
  /** How the figures of a metric agree, with the passages in which they stand. */
  'metric.agreement': z.strictObject({ metric: idOf('metric') }),
  /** The metrics of these names, for formulas as the analyst types them; null where there is none, or more than one. */
  'metric.named': z.strictObject({ names: z.array(z.string().max(2_000)).max(1_000) }),
  /** Which entities, sources and metrics have the words of a filter in their names: what the lists of figures and metrics are narrowed with. */
  'ledger.names': z.strictObject({ filter: z.string().max(500) }),
  /** A metric over time, for its chart. */
  'metric.series': z.strictObject({ metric: idOf('metric') }),
  /** Every dated thing, oldest first: figures, dates, insights, sources. `topic` leaves insights of that topic, and what they stand on. */
  timeline: z.strictObject({
    from: isoDay.optional(),
    to: isoDay.optional(),
    entity: idOf('entity').optional(),
    topic: searchText.optional(),
    limit: z.int().min(1).max(20_000).default(5_000),
  }),
  /** How many figures and metrics there are, and how the metrics stand. Off the commit's path: it follows a commit by a moment. */
  'ledger.overview': z.strictObject({}),
  /** The figures of prose, saved or not, against the passages that its sentences cite. `citations`: everything that the note cites. */
  'figures.check': z.strictObject({
    insight: idOf('insight').optional(),
    blocks: z
      .array(
        z.strictObject({
          text: z.string().max(100_000),
          citations: z.array(z.strictObject({ at: z.int().min(0), items: z.array(citedItem).max(1_000) })).max(1_000),
          links: z.array(z.strictObject({ at: z.int().min(0), end: z.int().min(0) })).max(1_000),
          isQuotation: z.boolean(),
        }),
      )
      .max(1_000),
    citations: z.array(citedItem).max(5_000),
  }),
  /** How the evidence of an insight balances, and which of its sources are one voice. */
  'evidence.balance': z.strictObject({ insight: idOf('insight') }),
  /** What rests on a source, and which of these insights nothing else would support if it fell. */
  'evidence.resting': z.strictObject({ source: idOf('source') }),
  /** What a new text of a source would do to its highlights. */
  'source.preview-text': z.strictObject({ source: idOf('source'), markdown: z.string().max(maxBodyLength) }),
  /** The versions of a record, oldest first, as `pickVersions` thins them. */
  'history.versions': z.strictObject({ id: removableId }),
  /** The record as one commit left it. */
  'history.version': z.strictObject({ id: removableId, seq: z.int().min(1) }),
  /** What two states of a record say differently: `from` and `to` are commits, `now`, or `nothing`. */
  'history.difference': z.strictObject({ id: removableId, from: versionName, to: versionName }),
  /** What stood for and against an insight then. */
  'history.evidence': z.strictObject({ id: idOf('insight'), seq: z.int().min(1) }),
  /** Every commit that is kept, for a line of moments. */
  'history.timeline': z.strictObject({}),
  'history.size': z.strictObject({}),
  /** What `history.forget` would take away. */
  'history.loss': z.strictObject({ before: momentSchema }),
  /** The backups of this notebook, newest first. */
  'backups.list': z.strictObject({}),
  /** Makes one now; where nothing changed since the last, that one is the answer. */
  'backups.make': z.strictObject({ reason: z.enum(['asked', 'before import']) }),
  /** What restoring a backup in place would do. */
  'backups.compare': z.strictObject({ backup: z.string().min(1).max(100) }),
  /** Lays a backup out as a notebook of its own, in a new folder beside this one. */
  'backups.restore-beside': z.strictObject({ backup: z.string().min(1).max(100) }),
  /** What is damaged now, and what lies in the quarantine. */
  'damage.list': z.strictObject({}),
  'damage.bytes': z.strictObject({ key: z.string().min(1).max(500) }),
  /** Takes what lies in the quarantine off the list; its bytes are kept. */
  'damage.settle': z.strictObject({ key: z.string().min(1).max(500) }),
  /** The starter notebook as it ships: send `content` with `starter.reset` to bring its records back. */
  'starter.read': z.strictObject({}),
  /** Who may send clips to this notebook. The clippers lie outside it: pairing and revoking one changes nothing in the notebook. */
  'clippers.list': z.strictObject({}),
  'clippers.pair': z.strictObject({ name: z.string().trim().min(1).max(100) }),
  'clippers.revoke': z.strictObject({ id: z.string().min(1).max(64) }),
  /** After a full or failing disk: tries at once whether saving works again. Changes no record. */
  'saving.retry': z.strictObject({}),
  ...importQuestions,
} as const

export type QuestionName = keyof typeof questions
export type QuestionOutput<Name extends QuestionName> = z.output<(typeof questions)[Name]>
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
  /** Of a source: how it is cited. */
  citekey?: string
  /** In the reading text, UTF-16: only for `text` and `quote`. */
  start?: number
  end?: number
  source?: RecordId<'source'>
}

export type FoundTitle = {
  table: TitledTable
  id: RecordId
  title: string
  /** A source's title in another language where that is what fits, else its citekey and publisher; the topics of an insight. */
  detail: string
  /** Of the title, where it is known. */
  language: string
  /** As `fitTitle` says it, of the name that fits best. */
  rank: number
  spread: number
}

export type CitationSuggestion = {
  citekey: string
  highlight: { id: RecordId<'highlight'>; number: number; quote: string; colour: (typeof highlightColours)[number] }
  source: RecordId<'source'>
  sourceTitle: string
}

export type PastEvidence = { id: RecordId<'evidence'>; stance: Stance; citekey: string; number?: number; quote: string; note: string }
/** By table, those with nothing left out. */
export type BackupComparison = { comesBack: [CountedTable, number][]; changesBack: [CountedTable, number][]; goes: [CountedTable, number][] }

export type NamedRecord = {
  id: RecordId
  title: string
  /** Of a source, and of the source of a highlight. */
  citekey?: string
  /** Of a highlight: its number, and its words instead of a title. */
  number?: number
}

export type ResolvedCitation = {
  citekey: string
  number?: number
  source: RecordId<'source'>
  sourceTitle: string
  highlight?: RecordId<'highlight'>
  quote?: string
}

type KinSource = { id: RecordId<'source'>; citekey: string; title: string }

export type QuestionAnswers = ImportAnswers & {
  'text.read': { markdown: string; readingText: string }
  search: { hits: SearchHit[]; isComplete: boolean }
  /** `files` are the notebook's own pictures, `charts` those that `export.charts` draws: both as the text names them. */
  'export.markdown': { fileName: string; markdown: string; problems: string[]; files: string[]; charts: string[] }
  'export.charts': { file: string; svg: string }[]
  /** `count`: how many highlights are in it; references are always some. */
  'export.sources': { fileName: string; text: string; count: number }
  'list.ids': RecordId[]
  'records.named': NamedRecord[]
  'suggest.citations': CitationSuggestion[]
  'suggest.insights': { id: RecordId<'insight'>; title: string }[]
  'palette.find': FoundTitle[]
  /** `figures`: where each stands in the text that the reader shows. */
  resolve: {
    citations: ResolvedCitation[]
    insights: { title: string; id: RecordId<'insight'> }[]
    figures: { id: RecordId<'figure'>; source: RecordId<'source'>; start: number; end: number }[]
  }
  /** In the order asked for, without those that lead nowhere. `pandoc` is the citation as it is written in a note. */
  references: { pandoc: string; quote: string | undefined; reference: string }[]
  backlinks: { id: RecordId<'insight'>; title: string; before: string; match: string; after: string }[]
  'audit.list': { counts: [FindingKind, number][]; rows: AuditRow[] }
  'figures.in-text': FiguresInText
  'figure.suggest': FigureSuggestion | undefined
  'metric.agreement': MetricAgreementAnswer
  'metric.named': (RecordId<'metric'> | null)[]
  'ledger.names': LedgerNames
  'metric.series': MetricSeries
  timeline: { items: TimelineItem[]; isComplete: boolean }
  'ledger.overview': LedgerOverview
  /** Of each block, in its order. */
  'figures.check': { blocks: FigureMark[][] }
  'evidence.balance': EvidenceBalance & { kin: ({ one: KinSource; other: KinSource } & Kinship)[] }
  'evidence.resting': { resting: RestingInsight[]; falling: RecordId<'insight'>[]; metrics: RestingMetric[] }
  /** `cited` and `found` are the words then and now. */
  'source.preview-text': {
    isSame: boolean
    highlights: { id: RecordId<'highlight'>; number: number; kind: HighlightState; cited: string; found?: string }[]
  }
  'history.versions': RecordVersion[]
  'history.version': AnyRecord
  'history.difference': RecordDifference
  'history.evidence': PastEvidence[]
  'history.timeline': PackedTimeline
  'history.size': HistorySize
  'history.loss': HistoryLoss
  'backups.list': BackupDescription[]
  'backups.make': { backup: BackupDescription; isNew: boolean; problems: string[] }
  'backups.compare': BackupComparison
  'backups.restore-beside': { folder: string }
  'damage.list': DamageItem[]
  'damage.bytes': DamageBytes
  'damage.settle': { key: string }
  /** `isHere`: this notebook has the starter in it, so that a reset makes sense. */
  'starter.read': { isHere: boolean; content: StarterContent }
  'clippers.list': ClipperState
  'clippers.pair': PairedClipper
  'clippers.revoke': ClipperState
  'saving.retry': SavingStatus
}

export function isQuestionName(name: string): name is QuestionName {
  return Object.hasOwn(questions, name)
}

// Which words of a record search looks at, apart from the long texts: best first, so that a record is listed under its best match.

import { nameOfEntity } from '../../core/ledger/entity-names.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { HeadOf } from '../../core/records/tables.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'

export const searchedTables = ['insights', 'sources', 'highlights', 'reports', 'entities', 'figures', 'metrics'] as const
export type SearchedTable = (typeof searchedTables)[number]

/** Titles first, then quotes, then what else a record says, then bodies. */
export const ranks = { title: 0, quote: 1, detail: 2, body: 3 } as const
type Rank = (typeof ranks)[keyof typeof ranks]

type SearchedField = {
  name: string
  text: string
  rank: Rank
  /** For quotes: where the text begins in the reading text. */
  offset?: number
}

export type SearchedRecord = {
  id: RecordId
  title: string
  updatedAt: string
  source?: RecordId<'source'>
  citekey?: string
  fields: SearchedField[]
}

const field = (name: string, rank: Rank, text: string): SearchedField => ({ name, text, rank })

/** Undefined for what lies in the trash, a highlight of a source that does included. */
export function searchedRecord(notebook: NotebookView, table: SearchedTable, head: HeadOf<SearchedTable>): SearchedRecord | undefined {
  if (head.removedAt !== undefined) return undefined
  switch (table) {
    case 'insights':
      return ofInsight(head as HeadOf<'insights'>)
    case 'sources':
      return ofSource(head as HeadOf<'sources'>)
    case 'highlights':
      return ofHighlight(notebook, head as HeadOf<'highlights'>)
    case 'reports':
      return ofReport(head as HeadOf<'reports'>)
    case 'entities':
      return ofEntity(head as HeadOf<'entities'>)
    case 'figures':
      return ofFigure(notebook, head as HeadOf<'figures'>)
    case 'metrics':
      return ofMetric(notebook, head as HeadOf<'metrics'>)
  }
}

function ofInsight({ id, title, topics, updatedAt }: HeadOf<'insights'>): SearchedRecord {
  return { id, title, updatedAt, fields: [field('title', ranks.title, title), ...topics.map((topic) => field('topics', ranks.detail, topic))] }
}

function ofSource({ id, title, titleTranslations, publisher, citekey, authors, url, updatedAt }: HeadOf<'sources'>): SearchedRecord {
  return {
    id,
    title,
    updatedAt,
    source: id,
    citekey,
    fields: [
      field('title', ranks.title, title),
      ...titleTranslations.map((translation) => field('titleTranslations', ranks.title, translation.title)),
      field('citekey', ranks.detail, citekey),
      field('publisher', ranks.detail, publisher),
      ...authors.map((author) => field('authors', ranks.detail, author)),
      field('url', ranks.detail, url),
    ],
  }
}

function ofHighlight(
  notebook: NotebookView,
  { id, source: sourceId, number, passage, comment, tags, updatedAt }: HeadOf<'highlights'>,
): SearchedRecord | undefined {
  const source = notebook.head('sources', sourceId)
  if (!source || source.removedAt !== undefined) return undefined
  return {
    id,
    title: `${source.citekey} h${number} · ${source.title}`,
    updatedAt,
    source: sourceId,
    fields: [
      { ...field('quote', ranks.quote, passage.exact), offset: passage.start },
      field('comment', ranks.quote, comment),
      ...tags.map((tag) => field('tags', ranks.detail, tag)),
    ],
  }
}

function ofReport({ id, title, subtitle, outline, updatedAt }: HeadOf<'reports'>): SearchedRecord {
  const parts = outline.flatMap((item) => {
    if (item.type === 'heading') return field('heading', ranks.detail, item.text)
    if (item.type === 'chart') return item.caption === '' ? [] : field('caption', ranks.detail, item.caption)
    return item.type === 'prose' ? field('prose', ranks.body, item.markdown) : []
  })
  return {
    id,
    title,
    updatedAt,
    fields: [field('title', ranks.title, title), field('subtitle', ranks.title, subtitle), ...parts.toSorted((one, other) => one.rank - other.rank)],
  }
}

function ofFigure(notebook: NotebookView, { id, source: sourceId, metric, passage, note, updatedAt }: HeadOf<'figures'>): SearchedRecord | undefined {
  const source = notebook.head('sources', sourceId)
  if (!source || source.removedAt !== undefined) return undefined
  const name = metric && notebook.head('metrics', metric)?.name
  return {
    id,
    title: [name, source.citekey].filter(Boolean).join(' · '),
    updatedAt,
    source: sourceId,
    fields: [{ ...field('quote', ranks.quote, passage.exact), offset: passage.start }, field('note', ranks.detail, note)],
  }
}

function ofMetric(notebook: NotebookView, { id, name, entity, note, updatedAt }: HeadOf<'metrics'>): SearchedRecord {
  return {
    id,
    title: [name, entity ? nameOfEntity(notebook, entity) : ''].filter(Boolean).join(' · '),
    updatedAt,
    fields: [field('name', ranks.title, name), field('note', ranks.detail, note)],
  }
}

function ofEntity({ id, names, note, updatedAt }: HeadOf<'entities'>): SearchedRecord {
  return {
    id,
    title: names[0]?.name ?? '',
    updatedAt,
    fields: [...names.map(({ name }) => field('names', ranks.title, name)), field('note', ranks.detail, note)],
  }
}

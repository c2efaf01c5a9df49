// A bibliography's item to a source: the fields that a source has, the rest kept as CSL-JSON, and a text that shows the reference and its abstract.

import { citationText } from '../../export/citation-text.ts'
import { languageTag } from '../../records/record-fields.ts'
import { citekeySchema, type sourceKinds } from '../../records/source.ts'
import { type ExcerptPart, makeExcerpt } from '../annotations/excerpt.ts'
import { cutTo, toLine, toUrl } from '../annotations/limits.ts'
import type { SourceItem } from '../import-item.ts'
import { type CslItem, partialDateOf, wordName } from './csl-item.ts'
import { normaliseDoi } from './doi.ts'
import { plainText } from './plain-text.ts'

type SourceKind = (typeof sourceKinds)[number]

const kinds = new Map<string, SourceKind>([
  ...(['book', 'chapter', 'entry-encyclopedia', 'entry-dictionary', 'entry', 'classic', 'collection'] as const).map(
    (type) => [type, 'book'] as const,
  ),
  ...(['article', 'article-journal', 'article-magazine', 'article-newspaper', 'paper-conference', 'review', 'review-book'] as const).map(
    (type) => [type, 'article'] as const,
  ),
  ...(['webpage', 'post', 'post-weblog'] as const).map((type) => [type, 'web page'] as const),
  ...(['report', 'thesis', 'standard', 'dataset'] as const).map((type) => [type, 'report'] as const),
  ...(['interview', 'speech', 'broadcast', 'hearing'] as const).map((type) => [type, 'transcript'] as const),
  ...(['pamphlet'] as const).map((type) => [type, 'brief'] as const),
])

const maxCslLength = 100_000

export function sourceOfCsl(item: CslItem): SourceItem {
  const title =
    toLine(plainText(item.title ?? item['title-short'] ?? '')) || toLine(item['container-title'] ?? '') || toLine(item.URL ?? '') || 'Untitled'
  const people = item.author?.length ? item.author : (item.editor ?? [])
  const authors = people
    .map((name) => toLine(plainText(wordName(name)), 500))
    .filter((name) => name !== '')
    .slice(0, 500)
  const kind = kinds.get(item.type) ?? 'other'
  const container = toLine(plainText(item['container-title'] ?? ''))
  const press = toLine(plainText(item.publisher ?? ''))
  const doi = normaliseDoi(item.DOI ?? '') || normaliseDoi(item.URL ?? '')
  const fields = {
    title,
    authors,
    publisher: kind === 'book' ? press || container : container || press,
    url: toUrl(item.URL ?? ''),
    published: partialDateOf(item.issued),
    accessed: partialDateOf(item.accessed),
    language: languageTag.safeParse((item.language ?? '').replaceAll('_', '-')).data ?? '',
    kind,
    ...(doi ? { doi } : {}),
    ...cslOf(item),
    ...wantedCitekey(item.id),
  }
  const parts: ExcerptPart[] = [{ remark: citationText({ ...fields, titleTranslations: [] }, { isWhole: true }) }]
  for (const remark of [detailsOf(item), plainText(item.abstract ?? ''), plainText(item.note ?? ''), plainText(item.annote ?? '')]) {
    if (remark.trim() !== '') parts.push({ remark })
  }
  const { markdown } = makeExcerpt(title, 'reference', parts)
  return {
    kind: 'source',
    origins: originsOf(item, doi, authors[0] ?? '', fields.published, title),
    fields,
    markdown,
    isExcerpt: true,
    highlights: [],
  }
}

function cslOf(item: CslItem): { csl?: string } {
  for (const kept of [item, { ...item, abstract: undefined }, { ...item, abstract: undefined, note: undefined, annote: undefined }]) {
    const csl = JSON.stringify(kept).toWellFormed()
    if (csl.length <= maxCslLength) return { csl }
  }
  return {}
}

function wantedCitekey(key: string): { wantedCitekey?: string } {
  const parsed = citekeySchema.safeParse(key.normalize('NFC'))
  return parsed.success ? { wantedCitekey: parsed.data } : {}
}

/** A key alone is no identity: two bibliographies can call two works `smith2020`. Who and when make it one, and survive a corrected title. */
function originsOf(item: CslItem, doi: string, author: string, published: string, title: string): string[] {
  const who = (author.split(',')[0] ?? '') || title
  const key = [item.id, who, published.slice(0, 4)].join('|').normalize('NFKC').toLowerCase()
  return [...(doi ? [`doi:${doi}`] : []), cutTo(`cite:${key}`, 4_000)]
}

/** What of the reference stands in no field of a source, as readers of references write it. */
function detailsOf(item: CslItem): string {
  const numbers = [item.volume ?? '', item.issue ? `(${item.issue})` : ''].join('')
  const inBook = item.type === 'chapter' ? item['container-title'] : undefined
  const parts = [
    inBook,
    item['collection-title'],
    numbers,
    item.page && `p. ${item.page}`,
    item.edition && `${item.edition} ed.`,
    item['publisher-place'],
  ]
  return parts
    .map((part) => plainText(part ?? '').trim())
    .filter((part) => part !== '')
    .join(', ')
}

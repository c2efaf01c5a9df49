// Annotations of web pages and files to sources: one per address, its quotes in order of place.

import { partialDate } from '../../records/record-fields.ts'
import { normaliseDoi } from '../bibliography/doi.ts'
import type { ImportedHighlight, SourceFields, SourceItem } from '../import-item.ts'
import { type ExcerptPart, makeExcerpt } from './excerpt.ts'
import { guessLanguage } from './guess-language.ts'
import { cutContext, cutTo, toLine, toUrl } from './limits.ts'
import type { ReadSelector } from './read-selector.ts'

export type PageAnnotation = Pick<ImportedHighlight, 'colour' | 'comment' | 'tags' | 'origins'> & {
  /** What the page is called: an address, a URN, any IRI. */
  page: string
  selector: ReadSelector | undefined
  /** When it was made, for those without a place. */
  created: string
}

export type PageFacts = { title: string; authors: string[]; language: string; doi: string; url?: string; publisher?: string; published?: string }

/** An address without what varies from visit to visit: its fragment, and the slash at its end. */
export function pageKey(page: string): string {
  return page.trim().replace(/#.*$/s, '').replace(/\/$/, '')
}

export function groupByPage(scheme: string, annotations: readonly PageAnnotation[], factsOf: (key: string) => PageFacts | undefined): SourceItem[] {
  return [...Map.groupBy(annotations, ({ page }) => pageKey(page))].map(([key, own]) => toItem(scheme, key, own, factsOf(key)))
}

function toItem(scheme: string, key: string, own: readonly PageAnnotation[], facts: PageFacts | undefined): SourceItem {
  const address = own[0]?.page ?? key
  const url = facts?.url || toUrl(address)
  const title = toLine(facts?.title ?? '') || toLine(address) || 'Untitled'
  const ordered = own
    .filter(({ selector }) => selector !== undefined)
    .toSorted((one, other) => (one.selector?.start ?? Number.MAX_SAFE_INTEGER) - (other.selector?.start ?? Number.MAX_SAFE_INTEGER))
  const remarks = own.filter(({ selector, comment }) => selector === undefined && comment !== '')
  const { markdown, quotes } = makeExcerpt(title, 'passages', [
    ...remarks.map(({ comment }): ExcerptPart => ({ remark: comment })),
    ...ordered.map(({ selector }): ExcerptPart => ({ quote: selector?.quote ?? '' })),
  ])
  const doi = facts?.doi || normaliseDoi(url)
  const fields: SourceFields = {
    title,
    url,
    kind: 'web page',
    authors: facts?.authors ?? [],
    language: facts?.language || guessLanguage(quotes.map(({ quote }) => quote).join(' ')),
    accessed: partialDate.safeParse(own.reduce((last, { created }) => (created > last ? created : last), '')).data ?? '',
    publisher: facts?.publisher ?? '',
    published: facts?.published ?? '',
    ...(doi ? { doi } : {}),
  }
  return {
    kind: 'source',
    origins: [cutTo(`${scheme}:${key}`, 4_000)],
    fields,
    markdown,
    isExcerpt: true,
    highlights: ordered.flatMap(({ selector, colour, comment, tags, origins }, position): ImportedHighlight[] => {
      const placed = quotes[position]
      if (!selector || !placed || placed.quote === '' || placed.quote.length > 100_000) return []
      const context = cutContext(selector.prefix, selector.suffix)
      return [{ ...placed, ...context, colour, comment: cutTo(comment, 100_000), tags, origins }]
    }),
  }
}

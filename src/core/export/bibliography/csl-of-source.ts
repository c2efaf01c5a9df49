// A source as CSL-JSON: what a bibliography once said of it, with what the notebook says of it now on top.

import { type CslItem, cslTextFields, partialDateOf, readName, toCslDate, wordName } from '../../import/bibliography/csl-item.ts'
import { plainText } from '../../import/bibliography/plain-text.ts'
import type { Source } from '../../records/source.ts'

const types: { readonly [Kind in Source['kind']]: string } = {
  article: 'article-journal',
  brief: 'pamphlet',
  filing: 'report',
  report: 'report',
  transcript: 'interview',
  book: 'book',
  'web page': 'webpage',
  note: 'manuscript',
  other: 'document',
}

/** Where the analyst changed nothing, the item is the one that came in, with the citekey as its id. */
export function cslOfSource(source: Source): CslItem {
  const held = readHeld(source.csl)
  const item: CslItem = held ?? { id: '', type: source.kind === 'article' && source.url !== '' && !source.doi ? 'article' : types[source.kind] }
  item.id = source.citekey
  if (plainText(item.title ?? '').trim() !== source.title) item.title = source.title
  const people = item.author?.length ? item.author : (item.editor ?? [])
  const isSame = people.map((name) => plainText(wordName(name)).trim()).join('\n') === source.authors.join('\n')
  if (!isSame) item.author = source.authors.map(readName)
  if (!held && source.publisher !== '') item[/^(?:article|webpage)/.test(item.type) ? 'container-title' : 'publisher'] = source.publisher
  if (source.url !== '') item.URL = source.url
  if (source.doi && source.doi !== item.DOI?.toLowerCase()) item.DOI = source.doi
  if (source.language !== '') item.language = source.language
  for (const [name, date] of [
    ['issued', source.published],
    ['accessed', source.accessed],
  ] as const) {
    if (partialDateOf(item[name]) === date) continue
    const written = toCslDate(date)
    if (written) item[name] = written
  }
  return item
}

/** It was written by an import, or came with a notebook from somewhere else: only what has CSL's shape is taken. */
function readHeld(csl: string | undefined): CslItem | undefined {
  if (!csl) return undefined
  try {
    const held = JSON.parse(csl) as CslItem
    if (typeof held !== 'object' || held === null || typeof held.type !== 'string') return undefined
    for (const name of cslTextFields) if (held[name] !== undefined && typeof held[name] !== 'string') delete held[name]
    for (const name of ['author', 'editor', 'translator'] as const) if (held[name] !== undefined && !Array.isArray(held[name])) delete held[name]
    return held
  } catch {
    return undefined
  }
}

// RIS: two letters, two spaces, a hyphen, a value; `TY` begins an entry and `ER` ends it.

import { counted } from '../annotations/limits.ts'
import type { Parsed, TextFormat } from '../import-item.ts'
import { type CslItem, type CslName, type CslTextField, readDateText, toCslDate } from './csl-item.ts'
import { sourceOfCsl } from './source-of-csl.ts'

export const risBibliography: TextFormat = {
  name: 'RIS bibliography',
  recognises: (_, head) => /^\ufeff?\s*TY {1,2}-/.test(head),
  parse: (_, text) => parseRis(text),
}

const types = new Map([
  ['JOUR', 'article-journal'],
  ['EJOUR', 'article-journal'],
  ['MGZN', 'article-magazine'],
  ['NEWS', 'article-newspaper'],
  ['BOOK', 'book'],
  ['EBOOK', 'book'],
  ['EDBOOK', 'book'],
  ['CHAP', 'chapter'],
  ['ECHAP', 'chapter'],
  ['CONF', 'paper-conference'],
  ['CPAPER', 'paper-conference'],
  ['RPRT', 'report'],
  ['GOVDOC', 'report'],
  ['THES', 'thesis'],
  ['ELEC', 'webpage'],
  ['WEB', 'webpage'],
  ['BLOG', 'post-weblog'],
  ['BILL', 'bill'],
  ['CASE', 'legal_case'],
  ['STAT', 'legislation'],
  ['PAT', 'patent'],
  ['DATA', 'dataset'],
  ['VIDEO', 'motion_picture'],
  ['SOUND', 'song'],
  ['STAND', 'standard'],
  ['ENCYC', 'entry-encyclopedia'],
  ['DICT', 'entry-dictionary'],
  ['UNPB', 'manuscript'],
  ['PCOMM', 'personal_communication'],
])

/** In order: of several tags that say the same the first that is there counts. */
const fields: [CslTextField, string[]][] = [
  ['title', ['TI', 'T1', 'CT', 'BT']],
  ['title-short', ['ST']],
  ['container-title', ['T2', 'JF', 'JO', 'BT', 'JA', 'J2', 'J1']],
  ['collection-title', ['T3']],
  ['publisher', ['PB']],
  ['publisher-place', ['CY', 'PP']],
  ['volume', ['VL']],
  ['issue', ['IS', 'CP']],
  ['edition', ['ET']],
  ['DOI', ['DO']],
  ['URL', ['UR', 'LK', 'L2']],
  ['abstract', ['AB', 'N2']],
  ['note', ['N1', 'RN']],
  ['language', ['LA']],
]

type Entry = Map<string, string[]>

export function parseRis(text: string): Parsed {
  const items: Parsed['items'] = []
  const notes: string[] = []
  let unended = 0
  for (const { entry, isEnded } of entriesOf(text)) {
    if (!isEnded) unended += 1
    items.push(sourceOfCsl(toCsl(entry)))
  }
  if (unended > 0) notes.push(`${counted(unended, 'entry', 'entries')} without an end: the file may have been cut off`)
  return { items, notes }
}

function* entriesOf(text: string): Generator<{ entry: Entry; isEnded: boolean }> {
  let entry: Entry | undefined
  let last: string | undefined
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [, tag, value = ''] = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/.exec(line.trimEnd()) ?? []
    if (tag === 'TY') {
      if (entry) yield { entry, isEnded: false }
      entry = new Map([['TY', [value.trim()]]])
      last = undefined
    } else if (tag === 'ER') {
      if (entry) yield { entry, isEnded: true }
      entry = undefined
    } else if (entry && tag) {
      const held = entry.get(tag)
      if (held) held.push(value.trim())
      else entry.set(tag, [value.trim()])
      last = tag
    } else if (entry && last && line.trim() !== '') {
      // Abstracts go on in lines without a tag.
      const held = entry.get(last) as string[]
      held[held.length - 1] += `\n${line.trim()}`
    }
  }
  if (entry) yield { entry, isEnded: false }
}

function toCsl(entry: Entry): CslItem {
  const type = types.get((entry.get('TY')?.[0] ?? '').toUpperCase()) ?? 'document'
  const item: CslItem = { id: first(entry, ['ID', 'LB']), type }
  for (const [name, tags] of fields) {
    const value = first(entry, tags)
    if (value !== '' && value !== item.title) item[name] = value
  }
  const [from, to] = [first(entry, ['SP']), first(entry, ['EP'])]
  if (from !== '') item.page = to !== '' && to !== from && !/[-–]/.test(from) ? `${from}–${to}` : from
  const serial = first(entry, ['SN'])
  if (serial !== '') item[/^\d{4}-?\d{3}[\dx]$/i.test(serial.trim()) ? 'ISSN' : 'ISBN'] = serial
  const keywords = entry.get('KW')?.filter((word) => word !== '') ?? []
  if (keywords.length > 0) item.keyword = keywords.join(', ')
  const authors = peopleOf(entry, ['AU', 'A1'])
  const editors = peopleOf(entry, ['ED', 'A2'])
  if (authors.length > 0) item.author = authors
  if (editors.length > 0) item.editor = editors
  const issued = toCslDate(longest(['DA', 'PY', 'Y1'].map((tag) => readDateText(first(entry, [tag])))))
  const accessed = toCslDate(readDateText(first(entry, ['Y2'])))
  if (issued) item.issued = issued
  if (accessed) item.accessed = accessed
  return item
}

function first(entry: Entry, tags: readonly string[]): string {
  return tags.map((tag) => entry.get(tag)?.find((value) => value !== '') ?? '').find((value) => value !== '') ?? ''
}

/** `DA` says the day where `PY` says the year. */
function longest(dates: readonly string[]): string {
  return dates.reduce((best, date) => (date.length > best.length ? date : best), '')
}

/** `Family, Given, Suffix`; several in one value are parted by semicolons. */
function peopleOf(entry: Entry, tags: readonly string[]): CslName[] {
  return tags
    .flatMap((tag) => entry.get(tag) ?? [])
    .flatMap((value) => value.split(/\s*;\s*/))
    .filter((name) => name !== '')
    .map((name): CslName => {
      const [family = '', given = '', suffix = ''] = name.split(/\s*[,，]\s*/)
      if (given === '') return { literal: family }
      return suffix === '' ? { family, given } : { family, given, suffix }
    })
}

// BibTeX and BibLaTeX. The syntax (strings, cross references, LaTeX accents, verbatim fields, names) is the library's; what its fields mean is here.

import { type Creator, type Entry, parse } from '@retorquere/bibtex-parser'
import { counted } from '../annotations/limits.ts'
import type { Parsed } from '../import-item.ts'
import { bibtexTypes } from './bibtex-types.ts'
import { type CslDate, type CslItem, type CslName, type CslTextField, readDateText, toCslDate } from './csl-item.ts'
import { sourceOfCsl } from './source-of-csl.ts'

/** What stands before the first is a comment, whatever is in it. */
const entryStart = /^[ \t\ufeff]*@[a-z]+\s*[{(]/im

export function parseBibtex(text: string): Parsed {
  const notes: string[] = []
  const first = entryStart.exec(text)
  if (!first) return { items: [], notes: ['this holds no entry of BibTeX'] }
  let read: ReturnType<typeof parse>
  try {
    // English titles are often in title case, which its option would lower; a title is quoted as it was given.
    read = parse(text.slice(first.index), { english: false, sentenceCase: false })
  } catch (error) {
    return { items: [], notes: [`this is no BibTeX: ${error instanceof Error ? error.message : String(error)}`] }
  }
  if (read.errors.length > 0) {
    const [problem] = read.errors
    notes.push(`${counted(read.errors.length, 'entry', 'entries')} broken: ${String(problem?.error).replace(/\s+/g, ' ').slice(0, 200)}`)
  }
  const entries = read.entries.filter(({ fields }) => Object.keys(fields).length > 0)
  return { items: entries.map((entry) => sourceOfCsl(toCsl(entry))), notes }
}

const fields: [CslTextField, string[]][] = [
  ['title-short', ['shorttitle']],
  ['container-title', ['journaltitle', 'journal', 'booktitle', 'maintitle', 'eventtitle']],
  ['collection-title', ['series']],
  ['publisher', ['publisher', 'institution', 'school', 'organization']],
  ['publisher-place', ['location', 'address']],
  ['volume', ['volume']],
  ['edition', ['edition']],
  ['chapter-number', ['chapter']],
  ['number-of-pages', ['pagetotal']],
  ['page', ['pages']],
  ['genre', ['type']],
  ['DOI', ['doi']],
  ['ISBN', ['isbn']],
  ['ISSN', ['issn']],
  ['PMID', ['pmid']],
  ['abstract', ['abstract']],
  ['note', ['note']],
  ['annote', ['annotation', 'annote']],
  ['keyword', ['keywords', 'keyword']],
]

const languages = new Map(
  Object.entries({
    english: 'en',
    american: 'en-US',
    british: 'en-GB',
    usenglish: 'en-US',
    ukenglish: 'en-GB',
    chinese: 'zh',
    'chinese-simplified': 'zh-Hans',
    'chinese-traditional': 'zh-Hant',
    japanese: 'ja',
    korean: 'ko',
    german: 'de',
    ngerman: 'de',
    french: 'fr',
    spanish: 'es',
    italian: 'it',
    portuguese: 'pt',
    russian: 'ru',
    dutch: 'nl',
    中文: 'zh',
    日本語: 'ja',
  }),
)

function toCsl({ key, type, fields: given }: Entry): CslItem {
  const values = new Map(Object.entries(given as { [name: string]: unknown }).map(([name, value]) => [name.toLowerCase(), value]))
  const text = (...names: string[]) => names.map((name) => textOf(values.get(name))).find((value) => value !== '') ?? ''
  const item: CslItem = { id: String(key ?? ''), type: bibtexTypes.get(String(type).toLowerCase()) ?? 'document' }
  const title = [text('title'), text('subtitle')].filter((part) => part !== '').join(': ')
  if (title !== '') item.title = title
  for (const [name, names] of fields) {
    const value = text(...names)
    if (value !== '' && !(name === 'container-title' && value === title)) item[name] = value
  }
  const number = text('number', 'issue')
  if (number !== '') item[item.type.startsWith('article') ? 'issue' : 'number'] = number
  const url = text('url') || /https?:\/\/\S+/.exec(text('howpublished'))?.[0] || arxivUrl(text('eprint'), text('eprinttype', 'archiveprefix'))
  if (url) item.URL = url
  const language = text('langid', 'language', 'hyphenation')
  if (language !== '') item.language = languages.get(language.toLowerCase()) ?? language
  for (const [name, names] of [
    ['author', ['author']],
    ['editor', ['editor']],
    ['translator', ['translator']],
  ] as const) {
    const people = names.flatMap((each) => peopleOf(values.get(each)))
    if (people.length > 0) item[name] = people
  }
  const issued = dateOf(text('date'), text('year'), text('month'), text('day'))
  const accessed = dateOf(text('urldate'), '', '', '')
  if (issued) item.issued = issued
  if (accessed) item.accessed = accessed
  return item
}

function textOf(value: unknown): string {
  const text = Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(', ') : typeof value === 'string' ? value : ''
  // The library writes \'\i as a dotless i with an accent over it.
  return text
    .replace(/\u0131(?=[\u0300-\u036f])/g, 'i')
    .normalize('NFC')
    .trim()
}

function peopleOf(value: unknown): CslName[] {
  if (!Array.isArray(value)) return []
  return (value as Creator[]).flatMap((creator): CslName[] => {
    const [family, given, particle, suffix] = [creator.lastName, creator.firstName, creator.prefix, creator.suffix].map(textOf)
    if (creator.name) return [{ literal: textOf(creator.name) }]
    if (!family || (family === 'others' && !given)) return []
    if (!given && !particle && !suffix) return [{ literal: family }]
    return [
      {
        family,
        ...(given ? { given } : {}),
        ...(particle ? { 'non-dropping-particle': particle } : {}),
        ...(suffix ? { suffix } : {}),
      },
    ]
  })
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function dateOf(date: string, year: string, month: string, day: string): CslDate | undefined {
  if (date !== '') return toCslDate(readDateText(date)) ?? { raw: date }
  if (year === '') return undefined
  const named = months.findIndex((name) => month.toLowerCase().startsWith(name)) + 1
  const number = named || (/^\d{1,2}$/.test(month) ? Number(month) : 0)
  const parts = [year, ...(number ? [String(number), ...(/^\d{1,2}$/.test(day) ? [day] : [])] : [])]
  return toCslDate(readDateText(parts.join('-'))) ?? { raw: year }
}

function arxivUrl(eprint: string, archive: string): string {
  return /^arxiv$/i.test(archive) && /^[\w.\-/]+$/.test(eprint) ? `https://arxiv.org/abs/${eprint}` : ''
}

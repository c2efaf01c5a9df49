// One item as an entry of BibLaTeX, in UTF-8: accents stay letters, only what TeX would take for a command is escaped.

import { bibtexTypes } from '../../import/bibliography/bibtex-types.ts'
import { type CslItem, type CslName, type CslTextField, partialDateOf } from '../../import/bibliography/csl-item.ts'
import { plainText } from '../../import/bibliography/plain-text.ts'

/** The first BibLaTeX type of each of CSL's. */
const types = new Map([...bibtexTypes].toReversed().map(([bibtex, csl]) => [csl, bibtex]))
types.set('chapter', 'incollection').set('book', 'book').set('thesis', 'thesis').set('report', 'report').set('webpage', 'online')
for (const type of ['article', 'article-magazine', 'article-newspaper']) types.set(type, 'article')
types.set('post-weblog', 'online').set('post', 'online').set('paper-conference', 'inproceedings')

const fields: [CslTextField, string][] = [
  ['title-short', 'shorttitle'],
  ['collection-title', 'series'],
  ['publisher-place', 'location'],
  ['volume', 'volume'],
  ['issue', 'number'],
  ['number', 'number'],
  ['page', 'pages'],
  ['edition', 'edition'],
  ['chapter-number', 'chapter'],
  ['number-of-pages', 'pagetotal'],
  ['genre', 'type'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['PMID', 'pmid'],
  ['keyword', 'keywords'],
  ['abstract', 'abstract'],
  ['note', 'note'],
  ['annote', 'annotation'],
]

export function bibtexEntry(item: CslItem): string {
  const type = types.get(item.type) ?? 'misc'
  const lines: string[] = []
  const add = (name: string, value: string | undefined) => {
    if (value) lines.push(`  ${name} = {${value}}`)
  }
  // In braces of its own, so that no style changes its letters: a title is quoted as it was given.
  if (item.title) add('title', `{${escapeTex(plainText(item.title))}}`)
  for (const role of ['author', 'editor', 'translator'] as const) add(role, item[role]?.map(writeName).join(' and '))
  add('date', partialDateOf(item.issued))
  if (item['container-title'])
    add(type === 'article' ? 'journaltitle' : type === 'online' ? 'organization' : 'booktitle', escapeTex(plainText(item['container-title'])))
  const hasOrganization = type === 'online' && item['container-title']
  if (item.publisher && !hasOrganization) add(type === 'report' || type === 'thesis' ? 'institution' : 'publisher', `{${escapeTex(item.publisher)}}`)
  for (const [name, field] of fields) if (item[name]) add(field, escapeTex(plainText(item[name])))
  // Verbatim fields: only what would end them is escaped, as addresses do it.
  add('doi', verbatim(item.DOI))
  add('url', verbatim(item.URL))
  add('urldate', partialDateOf(item.accessed))
  add('langid', item.language && escapeTex(item.language))
  return `@${type}{${item.id},\n${lines.join(',\n')}\n}\n`
}

function writeName({ family = '', given = '', suffix = '', literal = '', ...particles }: CslName): string {
  if (literal !== '' || given === '') return `{${escapeTex(literal || family)}}`
  const particle = [particles['dropping-particle'], particles['non-dropping-particle']].filter((part) => part).join(' ')
  const parts = [particle === '' ? family : `${particle} ${family}`, ...(suffix === '' ? [] : [suffix]), given]
  return parts.map(escapeName).join(', ')
}

/** `and` and commas part names; in braces they are letters. */
function escapeName(name: string): string {
  const text = escapeTex(name)
  return /,|\sand\s/i.test(text) ? `{${text}}` : text
}

const commands: { readonly [character: string]: string } = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escapeTex(text: string): string {
  return text
    .replace(/\s*\n\s*/g, '\n')
    .replace(/[\\{}~^]/g, (character) => commands[character] as string)
    .replace(/[&%$#_]/g, '\\$&')
}

function verbatim(address: string | undefined): string | undefined {
  return address?.replace(/[{}\\\s]/g, encodeURIComponent)
}

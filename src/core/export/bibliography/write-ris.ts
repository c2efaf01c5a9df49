// One item as an entry of RIS: lines end in CR LF, as its specification says, and a value is one line.

import { type CslItem, type CslName, partialDateOf, wordName } from '../../import/bibliography/csl-item.ts'
import { plainText } from '../../import/bibliography/plain-text.ts'

const types = new Map([
  ['article-journal', 'JOUR'],
  ['article', 'JOUR'],
  ['article-magazine', 'MGZN'],
  ['article-newspaper', 'NEWS'],
  ['book', 'BOOK'],
  ['chapter', 'CHAP'],
  ['paper-conference', 'CONF'],
  ['report', 'RPRT'],
  ['thesis', 'THES'],
  ['webpage', 'ELEC'],
  ['post-weblog', 'BLOG'],
  ['bill', 'BILL'],
  ['legal_case', 'CASE'],
  ['legislation', 'STAT'],
  ['patent', 'PAT'],
  ['dataset', 'DATA'],
  ['standard', 'STAND'],
  ['entry-encyclopedia', 'ENCYC'],
  ['manuscript', 'UNPB'],
])

export function risEntry(item: CslItem): string {
  const [startPage = '', endPage = ''] = (item.page ?? '').split(/\s*[-–—]+\s*/)
  const issued = partialDateOf(item.issued)
  const lines: [string, string | undefined][] = [
    ['TY', types.get(item.type) ?? 'GEN'],
    ['ID', item.id],
    ['TI', item.title],
    ['ST', item['title-short']],
    ...(item.author ?? []).map((name): [string, string] => ['AU', writeName(name)]),
    ...(item.editor ?? []).map((name): [string, string] => ['ED', writeName(name)]),
    ['PY', issued.slice(0, 4)],
    ['DA', issued.replaceAll('-', '/')],
    ['T2', item['container-title']],
    ['T3', item['collection-title']],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', startPage],
    ['EP', endPage],
    ['ET', item.edition],
    ['SN', item.ISBN ?? item.ISSN],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['Y2', partialDateOf(item.accessed).replaceAll('-', '/')],
    ['LA', item.language],
    ...(item.keyword ?? '').split(/\s*[,;]\s*/).map((word): [string, string] => ['KW', word]),
    ['AB', item.abstract],
    ['N1', item.note],
  ]
  const written = lines.flatMap(([tag, value]) => {
    const text = plainText(value ?? '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
    return text === '' ? [] : [`${tag}  - ${text}`]
  })
  return `${[...written, 'ER  - '].join('\r\n')}\r\n`
}

/** `Family, Given, Suffix`. */
function writeName(name: CslName): string {
  if (!name.suffix || !name.given) return wordName(name)
  return `${wordName({ ...name, suffix: '' })}, ${name.suffix}`
}

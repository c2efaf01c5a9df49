// Words a reference to a source: for footnotes, the list of sources and "copy as citation". Punctuation and the order of names follow the language.

import type { Source } from '../records/source.ts'

export type CitedSource = Pick<Source, 'authors' | 'title' | 'titleTranslations' | 'publisher' | 'published' | 'accessed' | 'url' | 'language'>

/** A URL is kept apart, so that whoever writes Markdown or HTML can make a link of it. */
export type CitationPart = { kind: 'text' | 'url'; text: string }

export type CitationWording = {
  /** A BCP 47 tag; the source's own language where it is not given. Other languages than Chinese and Japanese are worded as in English. */
  language?: string
  /** All authors and all translations of the title, for a list of sources; else at most three authors and one translation. */
  isWhole?: boolean
}

type Punctuation = {
  title: readonly [opening: string, closing: string]
  translation: readonly [opening: string, closing: string]
  afterAuthors: string
  comma: string
  end: string
  accessed: (date: string) => string
  names: (names: readonly string[]) => string
  others: (name: string) => string
}

// Single quotes and guillemets around titles: the double ones stand around what is quoted. Dates stay ISO, which no reader takes for another day.
const english: Punctuation = {
  title: ['‘', '’'],
  translation: [' [', ']'],
  afterAuthors: ', ',
  comma: ', ',
  end: '.',
  accessed: (date) => ` (accessed ${date})`,
  names: (names) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`),
  others: (name) => `${name} et al.`,
}
const chinese: Punctuation = {
  title: ['《', '》'],
  translation: ['（', '）'],
  afterAuthors: '：',
  comma: '，',
  end: '。',
  accessed: (date) => `（访问于${date}）`,
  names: (names) => names.join('、'),
  others: (name) => `${name}等`,
}
const japanese: Punctuation = {
  title: ['『', '』'],
  translation: ['（', '）'],
  afterAuthors: '',
  comma: '、',
  end: '。',
  accessed: (date) => `（${date}閲覧）`,
  names: (names) => names.join('・'),
  others: (name) => `${name}ほか`,
}

/** `en` of `en-GB`, in lower case. */
export function primaryLanguage(language: string): string {
  return (language.split('-')[0] ?? '').toLowerCase()
}

/** The whole reference as plain text, with its full stop. */
export function citationText(source: CitedSource, wording: CitationWording = {}): string {
  return citationParts(source, wording)
    .map(({ text }) => text)
    .join('')
}

/** The reference in pieces. What is not known is left out with its punctuation; line breaks in titles become spaces. */
export function citationParts(source: CitedSource, { language = source.language, isWhole = false }: CitationWording = {}): CitationPart[] {
  const primary = primaryLanguage(language)
  const marks = primary === 'zh' ? chinese : primary === 'ja' ? japanese : english
  const title = wordTitle(source, primary, isWhole, marks)
  const details = [title, oneLine(source.publisher), source.published].filter((detail) => detail !== '').join(marks.comma)
  const authors = wordAuthors(source.authors, isWhole, marks)
  const lead = authors + (authors !== '' && details !== '' ? marks.afterAuthors : '') + details
  const url = oneLine(source.url)
  const accessed = source.accessed === '' ? '' : marks.accessed(source.accessed)
  const parts: CitationPart[] = [
    { kind: 'text', text: lead + (lead !== '' && url !== '' ? marks.comma : '') },
    { kind: 'url', text: url },
    { kind: 'text', text: accessed },
  ]
  const known = parts.filter(({ text }) => text !== '')
  const last = known.at(-1)
  // “et al.” and titles of companies end in a full stop of their own.
  if (last && !(last.kind === 'text' && last.text.endsWith(marks.end))) known.push({ kind: 'text', text: marks.end })
  return known
}

/** White space as one line has it: single spaces, none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function wordTitle({ title, titleTranslations }: CitedSource, primary: string, isWhole: boolean, marks: Punctuation): string {
  const own = oneLine(title)
  const others = titleTranslations.filter((translation) => oneLine(translation.title) !== '' && oneLine(translation.title) !== own)
  const inLanguage = (wanted: string) => others.find((translation) => primaryLanguage(translation.language) === wanted)
  const chosen = isWhole ? others : [inLanguage(primary) ?? inLanguage('en') ?? others[0]]
  const translations = chosen.flatMap((translation) => (translation ? [oneLine(translation.title)] : []))
  const quoted = own === '' ? '' : marks.title[0] + own + marks.title[1]
  if (translations.length === 0) return quoted
  return quoted + marks.translation[0] + translations.join(marks === english ? '; ' : '；') + marks.translation[1]
}

function wordAuthors(authors: readonly string[], isWhole: boolean, marks: Punctuation): string {
  const names = authors.map(readingOrder).filter((name) => name !== '')
  const [first] = names
  return !isWhole && first !== undefined && names.length > 3 ? marks.others(first) : marks.names(names)
}

const inCjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・々\s]+$/u
/** After a comma these belong to the name as it stands (“Alphabet, Inc.”), they are nobody's given name. */
const nameSuffix =
  /^(?:inc|incorporated|ltd|limited|llc|llp|lp|plc|co|corp|company|corporation|gmbh|ag|sa|s\.a|nv|n\.v|bv|kk|k\.k|jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d)\.?$/i

/** “Son, Masayoshi” reads “Masayoshi Son”; “孫, 正義” keeps its order, as Chinese, Japanese and Korean names do in any language, and loses the comma. */
function readingOrder(name: string): string {
  const line = oneLine(name)
  const [family = '', given = '', ...more] = line.split(/\s*[,，]\s*/)
  if (family === '' || given === '' || more.length > 0 || nameSuffix.test(given)) return line
  if (inCjk.test(family) && inCjk.test(given)) return family + given
  return `${given} ${family}`
}

// Highlights of Readwise, Hypothesis and the Web Annotation Data Model: their words, comments, tags and places.

import { expect, test } from 'vitest'
import type { Parsed, SourceItem } from '../../../../src/core/import/import-item.ts'
import { otherFormatOf } from '../../../../src/core/import/other-formats.ts'
import { renderMarkdown } from '../../../../src/core/markdown/render-markdown.ts'

function read(name: string, text: string) {
  const format = otherFormatOf(name, text)
  const { items, notes } = (format?.parse(name, text) ?? { items: [], notes: [] }) as Parsed
  return { format: format?.name, sources: items as SourceItem[], notes }
}
const json = (value: unknown) => read('export.json', JSON.stringify(value))
const brief = ({ highlights }: SourceItem) => highlights.map(({ quote, comment, tags, colour }) => [quote, comment, tags, colour])

test('Readwise: quoted cells with line breaks, colours, tags, notes, books apart', () => {
  const csv =
    '\ufeffHighlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\r\n' +
    '"He said ""no"",\nthen left",The Title,"Smith, Jane; 山田, 太郎",B0X,my note,purple,"a, b",location,120,2021-01-02 03:04:05+00:00,doc\r\n' +
    'Earlier,The Title,"Smith, Jane; 山田, 太郎",B0X,,,,location,12,,\r\n' +
    '软银集团,另一本书,孙正义,,,blue,,page,3,,\r\n'
  const { format, sources } = read('anything.csv', csv)
  expect(format).toBe('Readwise highlights')
  expect(sources.map(({ fields }) => [fields.title, fields.authors, fields.kind])).toEqual([
    ['The Title', ['Smith, Jane', '山田, 太郎'], 'book'],
    ['另一本书', ['孙正义'], 'book'],
  ])
  expect(brief(sources[0] as SourceItem)).toEqual([
    ['Earlier', '', [], 'yellow'],
    ['He said "no",\nthen left', 'my note', ['a', 'b', 'doc'], 'pink'],
  ])
  expect(renderMarkdown(sources[1]?.markdown ?? '').readingText).toContain('软银集团\n\nPage 3')
})

const row = (id: string, more: object) => ({
  id,
  created: '2024-05-01T10:00:00.000000+00:00',
  user: 'acct:ada@hypothes.is',
  uri: 'https://example.com/post#top',
  text: '',
  tags: [],
  target: [{ source: 'https://example.com/post' }],
  document: { title: ['A post'] },
  ...more,
})
const quoteOf = (exact: string, start: number) => [
  { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 0, endContainer: '/p[1]', endOffset: 3 },
  { type: 'TextPositionSelector', start, end: start + exact.length },
  { type: 'TextQuoteSelector', exact, prefix: 'before ', suffix: ' after' },
]

test.each([
  ['search rows', (rows: object[]) => ({ total: rows.length, rows })],
  ['export file', (annotations: object[]) => ({ export_date: 'x', export_userid: 'y', client_version: 'z', annotations })],
  ['a bare list', (rows: object[]) => rows],
])('Hypothesis, %s: quotes in order, comments, tags, replies below what they answer, page notes in the text', (_, wrap) => {
  const { format, sources, notes } = json(
    wrap([
      row('b', { text: 'second', target: [{ source: 'https://example.com/post', selector: quoteOf('later words', 500) }] }),
      row('a', { text: 'first', tags: ['x'], target: [{ source: 'https://example.com/post', selector: quoteOf('early words', 20) }] }),
      row('r', { text: 'I disagree', references: ['a'] }),
      row('p', { text: 'about the page' }),
    ]),
  )
  expect(format).toBe('Hypothesis annotations')
  expect(sources).toHaveLength(1)
  expect(sources[0]?.fields).toMatchObject({ title: 'A post', url: 'https://example.com/post#top', accessed: '2024-05-01' })
  expect(brief(sources[0] as SourceItem)).toEqual([
    ['early words', 'first\n\nada: I disagree', ['x'], 'yellow'],
    ['later words', 'second', [], 'yellow'],
  ])
  expect(sources[0]?.highlights[0]).toMatchObject({ prefix: 'before ', suffix: ' after', origins: ['hypothesis:a'] })
  expect(sources[0]?.markdown).toContain('about the page')
  expect(notes).toEqual([])
})

const annotation = (more: object) => ({ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'http://example.org/anno1', type: 'Annotation', ...more })
const targetOf = (selector: unknown) => ({ source: 'http://example.org/page', selector })
const quoted = { type: 'TextQuoteSelector', exact: 'the words', prefix: 'p ', suffix: ' s' }
const one = annotation({
  body: [
    { type: 'TextualBody', value: 'why', purpose: 'commenting' },
    { type: 'TextualBody', value: 'tag', purpose: 'tagging' },
  ],
  target: targetOf(quoted),
})

test.each([
  ['alone', one],
  ['in a list', [one]],
  ['on a page', { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items: [one] }],
  [
    'in a collection',
    { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection', total: 1, first: { type: 'AnnotationPage', items: [one] } },
  ],
])('Web Annotation %s', (_, value) => {
  const { format, sources } = json(value)
  expect(format).toBe('Web Annotations')
  expect(sources.map(brief)).toEqual([[['the words', 'why', ['tag'], 'yellow']]])
  expect(sources[0]?.highlights[0]).toMatchObject({ prefix: 'p ', suffix: ' s', origins: ['w3c:http://example.org/anno1'] })
})

test.each<[string, unknown, string[]]>([
  ['a fragment refined by a quote', { type: 'FragmentSelector', value: 'sec2', refinedBy: quoted }, ['the words']],
  ['a quote refined by a quote', { ...quoted, exact: 'all the words here', refinedBy: { type: 'TextQuoteSelector', exact: 'words' } }, ['words']],
  ['a quote refined by a position', { ...quoted, exact: 'all the words', refinedBy: { type: 'TextPositionSelector', start: 4, end: 7 } }, ['the']],
  ['several of one passage', [{ type: 'CssSelector', value: 'p' }, { type: 'TextPositionSelector', start: 3, end: 12 }, quoted], ['the words']],
  [
    'a range alone',
    { type: 'RangeSelector', startSelector: { type: 'XPathSelector', value: '/p' }, endSelector: { type: 'XPathSelector', value: '/q' } },
    [],
  ],
])('selectors: %s', (_, selector, quotes) => {
  const { sources, notes } = json(annotation({ target: targetOf(selector) }))
  expect(sources.flatMap(({ highlights }) => highlights.map(({ quote }) => quote))).toEqual(quotes)
  if (quotes.length === 0) expect(notes).toEqual(['1 passages are given as RangeSelector, which cannot be found in a text: passed over'])
})

test('a quote in a quote keeps what is around it', () => {
  const { sources } = json(
    annotation({ target: targetOf({ ...quoted, exact: 'one two three', refinedBy: { type: 'TextQuoteSelector', exact: 'two' } }) }),
  )
  expect(sources[0]?.highlights[0]).toMatchObject({ quote: 'two', prefix: 'p one ', suffix: ' three s' })
})

// Kindle's clippings as Kindles write them in four languages, with notes, bookmarks, widened highlights and the publisher's limit.

import { expect, test } from 'vitest'
import { parseKindle } from '../../../../src/core/import/annotations/parse-kindle.ts'
import type { SourceItem } from '../../../../src/core/import/import-item.ts'
import { otherFormatOf } from '../../../../src/core/import/other-formats.ts'
import { renderMarkdown } from '../../../../src/core/markdown/render-markdown.ts'

const clippings = (...entries: [heading: string, about: string, text: string][]) =>
  entries.map(([heading, about, text]) => `\ufeff${heading}\r\n${about}\r\n\r\n${text}\r\n==========\r\n`).join('')
const sourcesOf = (text: string) => parseKindle(text).items as SourceItem[]

const headers: [language: string, highlight: string, note: string, bookmark: string][] = [
  [
    'English',
    '- Your Highlight on page 12 | Location 170-172 | Added on Monday, 1 January 2018 10:00:00',
    '- Your Note on page 12 | Location 172 | Added on Monday, January 1, 2018 10:00:05 AM',
    '- Your Bookmark on page 13 | Location 180 | Added on Monday, 1 January 2018 10:00:00',
  ],
  [
    'old English',
    '- Highlight Loc. 170-72 | Added on Monday, January 01, 2010, 10:00 AM',
    '- Note Loc. 172 | Added on Monday, January 01, 2010, 10:00 AM',
    '- Bookmark Loc. 180 | Added on Monday, January 01, 2010, 10:00 AM',
  ],
  [
    'Simplified Chinese',
    '- 您在位置 #170-172的标注 | 添加于 2018年1月1日星期一 上午10:00:00',
    '- 您在位置 #172 的笔记 | 添加于 2018年1月1日星期一 上午10:00:05',
    '- 您在位置 #180 的书签 | 添加于 2018年1月1日星期一 上午10:00:00',
  ],
  [
    'Simplified Chinese with pages',
    '- 您在第 12 页（位置 #170-172）的标注 | 添加于 2018年1月1日星期一 上午10:00:00',
    '- 您在第 12 页（位置 #172）的笔记 | 添加于 2018年1月1日星期一 上午10:00:05',
    '- 您在第 13 页（位置 #180）的书签 | 添加于 2018年1月1日星期一 上午10:00:00',
  ],
  [
    'Traditional Chinese',
    '- 您在位置 170-172 的醒目標示 | 新增於 2018年1月1日星期一 上午10:00:00',
    '- 您在位置 172 的筆記 | 新增於 2018年1月1日星期一 上午10:00:05',
    '- 您在位置 180 的書籤 | 新增於 2018年1月1日星期一 上午10:00:00',
  ],
  [
    'Japanese',
    '- 位置No. 170-172のハイライト |作成日: 2018年1月1日月曜日 10:00:00',
    '- 位置No. 172のメモ |作成日: 2018年1月1日月曜日 10:00:05',
    '- 位置No. 180のブックマーク |作成日: 2018年1月1日月曜日 10:00:00',
  ],
  [
    'Japanese with pages',
    '- 12ページ|位置No. 170-172のハイライト |作成日: 2018年1月1日月曜日 10:00:00',
    '- 12ページ|位置No. 172のメモ |作成日: 2018年1月1日月曜日 10:00:05',
    '- 13ページ|位置No. 180のブックマーク |作成日: 2018年1月1日月曜日 10:00:00',
  ],
]

test.each(headers)('%s headers: a highlight with its note, the bookmark passed over', (_, highlight, note, bookmark) => {
  const text = clippings(
    ['孫の本 (改訂版) (孫 正義)', highlight, 'そこにある言葉'],
    ['孫の本 (改訂版) (孫 正義)', note, 'my note'],
    ['孫の本 (改訂版) (孫 正義)', bookmark, ''],
  )
  expect(otherFormatOf('My Clippings.txt', text)?.name).toBe('Kindle clippings')
  const [source, ...others] = sourcesOf(text)
  expect(others).toEqual([])
  expect(source?.fields).toMatchObject({ title: '孫の本 (改訂版)', authors: ['孫 正義'], kind: 'book', language: 'ja' })
  expect(source?.highlights.map(({ quote, comment }) => [quote, comment])).toEqual([['そこにある言葉', 'my note']])
  expect(renderMarkdown(source?.markdown ?? '').readingText).toContain('Location 170–172')
  expect(parseKindle(text).notes).toEqual(['1 bookmark passed over: they hold no words'])
})

const at = (from: number, to: number) => `- Your Highlight on Location ${from}-${to} | Added on Monday, 1 January 2018 10:00:00`

test('a highlight that was widened takes the place of the one before, and is known by both names', () => {
  const [source] = sourcesOf(
    clippings(['B (A)', at(10, 12), 'It was the best of times'], ['B (A)', at(10, 14), 'It was the best of times, it was the worst of times']),
  )
  expect(source?.highlights.map(({ quote, origins }) => [quote, origins.length])).toEqual([
    ['It was the best of times, it was the worst of times', 2],
  ])
})

test('highlights that overlap become one, those that only stand side by side stay two', () => {
  const [source] = sourcesOf(
    clippings(
      ['B (A)', at(10, 12), 'one two three four five six'],
      ['B (A)', at(11, 13), 'three four five six seven eight'],
      ['B (A)', at(13, 14), 'Other words.'],
    ),
  )
  expect(source?.highlights.map(({ quote }) => quote)).toEqual(['one two three four five six seven eight', 'Other words.'])
})

test('each highlight is exact in the text that is made of them, in order of place, whatever is in it', () => {
  const quotes = [
    '* not a list',
    '1. not one either',
    '[link](http://x) <b> & `code` [@key#h1] [[note]]',
    '   spaces   ',
    '# no heading',
    '=====',
    '中文，“引号”。',
    'a | b',
  ]
  const text = clippings(
    ...quotes.map((quote, position): [string, string, string] => ['B (A)', at(1000 - position * 10, 1001 - position * 10), quote]),
  )
  const [source] = sourcesOf(text)
  const { readingText } = renderMarkdown(source?.markdown ?? '')
  expect(source?.highlights.map(({ quote }) => quote)).toEqual(quotes.map((quote) => quote.trim()).reverse())
  for (const { quote, start, end } of source?.highlights ?? []) expect(readingText.slice(start, end)).toBe(quote)
})

test('what has no words is said: the limit, entries that are none; a note without a highlight is kept in the text', () => {
  const text = `${clippings(['B (A)', at(1, 2), ' <You have reached the clipping limit for this item>'], ['B (A)', '- Your Note on Location 99 | Added on Monday', 'lonely note'])}garbage\n==========\n`
  const { items, notes } = parseKindle(text)
  expect(notes).toEqual(["1 highlight without words: Kindle leaves them out beyond the publisher's limit", '1 entry not understood'])
  expect((items[0] as SourceItem).markdown).toContain('lonely note')
})

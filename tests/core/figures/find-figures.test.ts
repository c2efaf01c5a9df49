// Figures as news, filings and results write them: each case is a text with its spans marked, then what each says.

import { describe, expect, test } from 'vitest'
import { findFigures } from '../../../src/core/figures/find-figures.ts'
import { type Case, englishCases } from './cases-en.ts'
import { japaneseCases } from './cases-ja.ts'
import { chineseCases } from './cases-zh.ts'
import { sayFigure, unmark, withoutDoubt, withPlainNumbers } from './say-figure.ts'
import { englishSentences } from './sentences-en.ts'
import { japaneseSentences } from './sentences-ja.ts'
import { chineseSentences } from './sentences-zh.ts'
import { englishWriters } from './writers-en.ts'
import { japaneseWriters } from './writers-ja.ts'
import { chineseWriters } from './writers-zh.ts'

const phrases: [string, readonly Case[]][] = [
  ['English', englishCases],
  ['Chinese', chineseCases],
  ['Japanese', japaneseCases],
]
const sentences: [string, readonly Case[]][] = [
  ['English', englishSentences],
  ['Chinese', chineseSentences],
  ['Japanese', japaneseSentences],
  ['English', englishWriters],
  ['Chinese', chineseWriters],
  ['Japanese', japaneseWriters],
]

describe.each(phrases)('%s phrases', (_, cases) => {
  test.each(cases)('%s', (marked, ...expected) => {
    const { text, spans } = unmark(marked)
    const found = findFigures(text)
    expect(found.map(sayFigure)).toEqual(expected.map(withPlainNumbers))
    expect(found.map((figure) => figure.text)).toEqual(spans)
    for (const { start, end, text: said } of found) expect(text.slice(start, end)).toBe(said)
  })
})

describe.each(sentences)('%s sentences', (_, cases) => {
  test.each(cases)('%s', (marked, ...expected) => {
    const { text, spans } = unmark(marked)
    const found = findFigures(text)
    expect(found.map(sayFigure).map(withoutDoubt)).toEqual(expected)
    expect(found.map((figure) => figure.text)).toEqual(spans)
  })
})

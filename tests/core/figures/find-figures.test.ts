// Figures in sentences as news, filings and results write them: each case is a text with its spans marked, then what each says.

import { describe, expect, test } from 'vitest'
import { findFigures } from '../../../src/core/figures/find-figures.ts'
import { type Case, englishCases } from './cases-en.ts'
import { japaneseCases } from './cases-ja.ts'
import { chineseCases } from './cases-zh.ts'
import { sayFigure, unmark, withPlainNumbers } from './say-figure.ts'

const tables: [string, readonly Case[]][] = [
  ['English', englishCases],
  ['Chinese', chineseCases],
  ['Japanese', japaneseCases],
]

describe.each(tables)('%s', (_, cases) => {
  test.each(cases)('%s', (marked, ...expected) => {
    const { text, spans } = unmark(marked)
    const found = findFigures(text)
    expect(found.map(sayFigure)).toEqual(expected.map(withPlainNumbers))
    expect(found.map((figure) => figure.text)).toEqual(spans)
    for (const { start, end, text: said } of found) expect(text.slice(start, end)).toBe(said)
  })
})

test.each([
  ['(in millions of yen)\n| | 2024 | 2025 |\n| Revenue | 1,234 | (56) |', ['JPY 1234000000 ?unit', 'JPY -56000000 ?unit']],
  ['（単位：百万円）\n売上高\t12,345\t△67\n', ['JPY 12345000000 ?unit', 'JPY -67000000 ?unit']],
  ['单位：万元\n| 营业收入 | 1,234.56 |', ['CNY 12345600 ?unit']],
  ['($ in thousands)\n| Net sales | 0.1 | 12% |', ['USD 100 ?unit']],
  ['He thinks in millions of ways. | 5 |', []],
])('a table takes its unit from its caption: %j', (text, expected) => {
  expect(
    findFigures(text)
      .filter(({ kind }) => kind === 'money')
      .map(sayFigure),
  ).toEqual(expected)
})

// What two figures say to each other, from how texts write them.

import { describe, expect, test } from 'vitest'
import { findExactFigures } from '../../../src/core/figures/find-figures.ts'
import { amountOf } from '../../../src/core/ledger/amount-of.ts'
import { compareFigures } from '../../../src/core/ledger/compare-figures.ts'
import type { ComparedFigure } from '../../../src/core/ledger/compared-figure.ts'
import type { FigureTime } from '../../../src/core/records/figure.ts'
import { pairs } from './figure-pairs.ts'

const rates = [
  { id: 'rate:jpy', base: 'USD', quote: 'JPY', rate: '155', date: '2025-11-14' },
  { id: 'rate:cny', base: 'USD', quote: 'CNY', rate: '711e-2', date: '2025-11-14' },
] as const

let count = 0
function read(words: string): ComparedFigure {
  const [, said = '', rest = ''] = /^((?:[#@]\S+ (?:\S*\d{4}\S* )?)*)(.*)$/s.exec(words.replace('#Example Corp', '#Example_Corp')) ?? []
  const [, publisher = '', published = ''] = /#(\S+) (\S+)/.exec(said) ?? []
  const [, time = ''] = /@(\S+)/.exec(said) ?? []
  const found = findExactFigures(rest, { language: languageOf(rest) })
  const figure = found.at(-1)
  if (!figure) throw new Error(`no figure in ${JSON.stringify(rest)}`)
  count += 1
  return {
    id: `figure:${count}`,
    amount: amountOf(figure, rest),
    written: figure.text,
    asOf: timeOf(time),
    basis: 'actual',
    source: `source:${count}`,
    publisher,
    published,
    revision: 0,
  }
}

function languageOf(words: string): 'en' | 'zh' | 'ja' {
  if (/[ぁ-んァ-ヺ円億]/.test(words)) return 'ja'
  return /[\u4e00-\u9fff]/.test(words) ? 'zh' : 'en'
}

function timeOf(said: string): FigureTime | undefined {
  if (said === '') return undefined
  const fiscal = /^FY(\d{4})(?:Q(\d))?$/.exec(said)
  if (fiscal) return { fiscal: { year: Number(fiscal[1]), ...(fiscal[2] ? { quarter: Number(fiscal[2]) } : {}) } }
  const [from = '', to = from] = said.split('/')
  return { from, to }
}

describe('two figures of one metric', () => {
  test('there are pairs of every class', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(150)
    expect(Object.keys(Object.groupBy(pairs, ([, , expected]) => expected))).toHaveLength(9)
  })

  test.each(pairs)('%s | %s: %s %s', (one, other, expected, factor) => {
    const [first, second] = [read(one), read(other)]
    const comparison = compareFigures(first, second, rates)
    expect(comparison).toMatchObject({ class: expected, ...(factor === undefined ? {} : { factor }) })
    // Whichever comes first.
    expect(compareFigures(second, first, rates)).toMatchObject({ class: expected, ...(factor === undefined ? {} : { factor }) })
  })
})

// Numbers in words, shares, and dates made at random, written in every language and found with the same value.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFigures } from '../../../src/core/figures/find-figures.ts'
import { chinese, financial, inEnglish, inNumerals, japanese, traditional } from './write-number.ts'

const below = (most: number) => fc.integer({ min: 2, max: most })
// As many short numbers as long ones.
const anySize = fc.oneof(below(99), below(9_999), below(9_999_999), below(999_999_999_999))
const runs = { numRuns: 200 }

describe('a number in words', () => {
  test.each([
    ['English', (number: number) => `It paid ${inEnglish(number)} US dollars for it.`, 'USD'],
    ['Chinese', (number: number) => `共支付${inNumerals(number, chinese)}美元，用于`, 'USD'],
    ['traditional Chinese', (number: number) => `共支付${inNumerals(number, traditional)}美元，用於`, 'USD'],
    ['大写', (number: number) => `合计人民币${inNumerals(number, financial)}元整`, 'CNY'],
    ['Japanese', (number: number) => `総額は${inNumerals(number, japanese)}円だった。`, 'JPY'],
  ])('in %s is the number', (_, write, currency) => {
    fc.assert(
      fc.property(anySize, (number) => {
        expect(findFigures(write(number)).map(({ value, currency: code }) => [value, code])).toEqual([[number, currency]])
      }),
      runs,
    )
  })
})

describe('a share', () => {
  const hundredths = fc.integer({ min: 1, max: 9_999 })
  test.each([
    ['%', (share: string) => `up ${share}% on the year`],
    [' percent', (share: string) => `about ${share} percent of it`],
    [' per cent', (share: string) => `${share} per cent of sales`],
    ['％', (share: string) => `同比增长${share}％，`],
    ['百分之', (share: string) => `下降百分之${share}。`],
    ['パーセント', (share: string) => `前年比${share}パーセント増`],
  ])('in %s is the share, with its precision', (_, write) => {
    fc.assert(
      fc.property(hundredths, (number) => {
        const figures = findFigures(write((number / 100).toFixed(2)))
        expect(figures.map(({ kind, value, precision }) => [kind, value, precision])).toEqual([['percent', number / 100, 0.005]])
      }),
      runs,
    )
  })

  test('in tenths is the share', () => {
    for (let tenth = 1; tenth < 10; tenth += 1) {
      for (const text of [`约${inNumerals(tenth, chinese)}成的员工`, `株式の${tenth}割を取得`, `全体の${inNumerals(tenth, japanese)}割が`])
        expect(findFigures(text).map(({ kind, value }) => [kind, value])).toEqual([['percent', tenth * 10]])
    }
  })
})

describe('a day', () => {
  const day = fc.date({ min: new Date('1985-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  const months = 'January February March April May June July August September October November December'.split(' ')
  test.each<[string, (year: number, month: number, date: number) => string]>([
    ['2025-11-14', (year, month, date) => `on ${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}.`],
    ['November 14, 2025', (year, month, date) => `on ${months[month - 1]} ${date}, ${year}, it`],
    ['14 November 2025', (year, month, date) => `on ${date} ${months[month - 1]} ${year} it`],
    ['Nov. 14, 2025', (year, month, date) => `dated ${(months[month - 1] as string).slice(0, 3)}. ${date}, ${year} and`],
    ['2025年11月14日', (year, month, date) => `于${year}年${month}月${date}日发布`],
    [
      '二〇二五年十一月十四日',
      (year, month, date) =>
        `${[...String(year)].map((digit) => japanese.digits[Number(digit)]).join('')}年${inNumerals(month, japanese)}月${inNumerals(date, japanese)}日に`,
    ],
    ['2025/11/14', (year, month, date) => `（${year}/${month}/${date}）`],
  ])('as in %s is the day', (example, write) => {
    fc.assert(
      fc.property(day, (random) => {
        const [year, month, date] = [random.getUTCFullYear(), random.getUTCMonth() + 1, random.getUTCDate()]
        // May has no short form with a point.
        if (example === 'Nov. 14, 2025' && month === 5) return
        const iso = random.toISOString().slice(0, 10)
        expect(findFigures(write(year, month, date)).map(({ kind, from, to }) => [kind, from, to])).toEqual([['date', iso, iso]])
      }),
      { numRuns: 100 },
    )
  })
})

test.each(['7', '亿', '('])('10,000,000 of %j end in seconds', (piece) => {
  const start = process.cpuUsage()
  expect(findFigures(piece.repeat(10_000_000))).toEqual([])
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(6)
})

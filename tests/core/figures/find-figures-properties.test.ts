// Amounts made at random, written in every language and style: found alone and in prose, with the very value back; and no input is slow or overlaps.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFigures } from '../../../src/core/figures/find-figures.ts'

type Style = { scale: number; write: (digits: string) => string; currency: string }
const styles: Style[] = [
  { scale: 9, currency: 'USD', write: (digits) => `US$${digits}bn` },
  { scale: 9, currency: 'USD', write: (digits) => `US$${digits} billion` },
  { scale: 6, currency: 'EUR', write: (digits) => `€${digits}m` },
  { scale: 6, currency: 'EUR', write: (digits) => `EUR ${digits} million` },
  { scale: 9, currency: 'JPY', write: (digits) => `JPY ${digits}bn` },
  { scale: 12, currency: 'JPY', write: (digits) => `${digits} trillion yen` },
  { scale: 3, currency: 'GBP', write: (digits) => `£${digits}k` },
  { scale: 7, currency: 'INR', write: (digits) => `₹${digits} crore` },
  { scale: 0, currency: 'USD', write: (digits) => `USD ${digits}` },
  { scale: 8, currency: 'USD', write: (digits) => `${digits}亿美元` },
  { scale: 4, currency: 'CNY', write: (digits) => `${digits}万元` },
  { scale: 12, currency: 'CNY', write: (digits) => `${digits}万亿元人民币` },
  { scale: 8, currency: 'TWD', write: (digits) => `新台幣${digits}億元` },
  { scale: 8, currency: 'HKD', write: (digits) => `${digits}億港元` },
  { scale: 8, currency: 'JPY', write: (digits) => `${digits}億円` },
  { scale: 6, currency: 'JPY', write: (digits) => `${digits}百万円` },
  { scale: 12, currency: 'JPY', write: (digits) => `${digits}兆円` },
  { scale: 8, currency: 'USD', write: (digits) => `${digits}億ドル` },
]
const proses: [string, string][] = [
  ['', ''],
  ['The company said it would pay ', ' for the unit, which it has wanted since long.'],
  ['Sales were ', ', the board said.'],
  ['公司表示将投资', '，用于新工厂。'],
  ['同社は', 'を投じると発表した。'],
  ['| Revenue | ', ' |'],
  ['The unit (', ') was sold.'],
]
const wide = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const digits = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom('plain', 'grouped', 'wide'))
  .map(([whole, places, form]) => {
    const plain = places === 0 ? `${whole}` : `${Math.floor(whole / 10 ** places)}.${`${whole % 10 ** places}`.padStart(places, '0')}`
    const [before = '', after] = plain.split('.')
    const grouped = before.replace(/\B(?=(\d{3})+$)/g, ',') + (after ? `.${after}` : '')
    return { plain, written: form === 'grouped' ? grouped : form === 'wide' ? wide(plain) : plain, places }
  })

describe('an amount written and found', () => {
  test('has its very value, currency, precision and span', () => {
    fc.assert(
      fc.property(digits, fc.constantFrom(...styles), fc.constantFrom(...proses), ({ plain, written, places }, style, [before, after]) => {
        const amount = style.write(written)
        const found = findFigures(before + amount + after).filter((figure) => figure.kind === 'money')
        const [figure] = found
        expect(found).toHaveLength(1)
        expect({ text: figure?.text, value: figure?.value, currency: figure?.currency, precision: figure?.precision }).toEqual({
          text: amount,
          value: Number(`${plain}e${style.scale}`),
          currency: style.currency,
          precision: Number(`5e${style.scale - places - 1}`),
        })
      }),
      { numRuns: 700 },
    )
  })

  test('is the same number in every language', () => {
    for (const text of [
      '58.3亿美元',
      'US$5.83 billion',
      '58億3000万ドル',
      'USD 5,830 million',
      '5.83bn US dollars',
      '５８.３億米ドル',
      '五十八亿三千万美元',
    ])
      expect(findFigures(text)[0]).toMatchObject({ value: 5_830_000_000, currency: 'USD' })
  })

  test('as a range has both ends in the scale of the second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 401, max: 999 }),
        fc.constantFrom(...styles),
        fc.constantFrom('-', '–', ' to ', '至', '〜'),
        (low, high, style, sign) => {
          const figure = findFigures(`: ${style.write(`${low}${sign}${high}`)}。`).find(({ kind }) => kind === 'money')
          expect([figure?.low, figure?.high]).toEqual([Number(`${low}e${style.scale}`), Number(`${high}e${style.scale}`)])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'$ ¥ 5 1,234 2025 亿 万 兆 円 年 月 % - ~ ( ) [ ] . , : / Q3 FY 一 百 千 十 分之 to and one hundred million half a May 第 bn m x 倍 % pp 約 超 以上 未満 ▲ \n 令和 上半年'.split(
      ' ',
    ),
    ' ',
    '３',
  )
  test('gives figures in order, none over another, each where it says', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        let end = 0
        for (const figure of findFigures(text, { now: '2025-11-30' })) {
          expect(figure.start).toBeGreaterThanOrEqual(end)
          expect(figure.end).toBeGreaterThan(figure.start)
          expect(text.slice(figure.start, figure.end)).toBe(figure.text)
          for (const number of [figure.value, figure.low, figure.high]) if (number !== undefined) expect(Number.isFinite(number)).toBe(true)
          end = figure.end
        }
      }),
      { numRuns: 700 },
    )
  })

  test.each(['7', '亿', '(', '$5-', '1,234,', '一', 'one hundred and ', '1.2.3.', '2025-', 'May 1, '])('of %j only ends in linear time', (piece) => {
    // Of this thread alone: a collector that works beside it for others would count too.
    const timeOf = (length: number) => {
      const text = piece.repeat(length / piece.length)
      const start = process.threadCpuUsage().user
      findFigures(text)
      return process.threadCpuUsage().user - start
    }
    timeOf(20_000)
    const short = Math.max(2_000, timeOf(20_000))
    // Eight times the text; quadratic time would be 64 times.
    expect(timeOf(160_000) / short).toBeLessThan(32)
  })
})

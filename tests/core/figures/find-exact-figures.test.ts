// Amounts as decimals: what the ledger compares and computes with.

import { expect, test } from 'vitest'
import { decimalOf, toText } from '../../../src/core/figures/decimal.ts'
import { findExactFigures, findFigures } from '../../../src/core/figures/find-figures.ts'

test.each([
  ['58.3亿美元', { value: '5830000000', precision: '5000000' }],
  ['US$5.83 billion', { value: '5830000000', precision: '5000000' }],
  ['58億3000万ドル', { value: '5830000000', precision: '5000' }],
  ['over $0.10', { low: '0.1', precision: '0.005' }],
  ['-0.05%', { value: '-0.05', precision: '0.005' }],
  ['€1.1bn to €1.25bn', { low: '1100000000', high: '1250000000', precision: '50000000' }],
  ['123,456,789,012,345,678.9 yen', { value: '123456789012345678.9', precision: '0.05' }],
  ['百分之三十点五', { value: '30.5', precision: '0.05' }],
  ['(in millions of yen)\n| 0.1 |', { value: '100000', precision: '50000' }],
  ['on 14 November 2025', {}],
])('%s', (text, exact) => {
  expect(findExactFigures(text).map((figure) => figure.exact)).toEqual([exact])
})

test('exact figures are the figures, and their texts read back as the same decimals', () => {
  const text = 'It sold 5.83 billion dollars of stock, two-thirds of it, at 0.00012 a share; 约3,400万元，2025年11月。'
  const exact = findExactFigures(text)
  expect(exact.map(({ exact: _, ...figure }) => figure)).toEqual(findFigures(text))
  for (const { exact: amounts } of exact) for (const amount of Object.values(amounts)) expect(toText(decimalOf(amount))).toBe(amount)
})

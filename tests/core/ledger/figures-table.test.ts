import { expect, test } from 'vitest'
import { csvTable, markdownTable } from '../../../src/core/ledger/figures-table.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-2+3', "'-2+3"],
  ['-5.83', '-5.83'],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['＝1', "'＝1"],
  ['58亿, "约"', '"58亿, ""约"""'],
  ['a=b', 'a=b'],
])('%j stands in CSV as %j', (cell, written) => {
  expect(csvTable([[cell, 'x']])).toBe(`\uFEFF${written},x\r\n`)
})

test('a cell of a Markdown table cannot end it or hold markup', () => {
  expect(markdownTable([['A'], ['a|b\n*c* <img>']])).toBe('| A |\n| --- |\n| a\\|b \\*c\\* \\<img\\> |\n')
})

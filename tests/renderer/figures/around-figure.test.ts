// The words around a figure in a list: whole ones, with a sign where they go on.

import { expect, test } from 'vitest'
import { passageAt } from '../../../src/core/records/passage.ts'
import { aroundFigure } from '../../../src/renderer/features/figures/around-figure.ts'

test.each([
  [
    'What it put into OpenAI now adds up to ',
    '$30 billion',
    ', and it pledged for now $22.5 billion more',
    '…put into OpenAI now adds up to ',
    ', and it pledged for now $22.5…',
  ],
  ['It disposed of the position for ', '$5.83 billion', '.', 'It disposed of the position for ', '.'],
  ['For ', '58.3亿美元', '。', 'For ', '。'],
  [
    '在公布季度业绩的电话会议上对分析师说明公司已经出售了全部股份并作价',
    '58.3亿美元',
    '。',
    '…公布季度业绩的电话会议上对分析师说明公司已经出售了全部股份并作价',
    '。',
  ],
  [
    'For ',
    '$1',
    '，这是它第二次从英伟达离场，随后公司宣布了更多的计划，共12345678元',
    'For ',
    '，这是它第二次从英伟达离场，随后公司宣布了更多的计划，共…',
  ],
  ['', '$1', ` ${'x'.repeat(60)}`, '', ` ${'x'.repeat(31)}…`],
])('%s%s%s', (prefix, figure, suffix, before, after) => {
  expect(aroundFigure(passageAt(prefix + figure + suffix, prefix.length, prefix.length + figure.length))).toEqual({ before, after })
})

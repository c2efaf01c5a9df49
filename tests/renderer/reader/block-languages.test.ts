import { describe, expect, it } from 'vitest'
import { languageOfBlock } from '../../../src/renderer/features/reader/block-languages.ts'

const cases: readonly [why: string, block: string, language: string, cjkSoFar: string, expected: string | undefined][] = [
  ['a Chinese paragraph in an English brief', '软银在十月出售了全部股份，市场对此反应不一。', 'en', '', 'zh'],
  ['a Japanese one', 'ソフトバンクグループは保有する全株式を売却した。', 'en', '', 'ja'],
  ['an English paragraph with a Chinese name', 'SoftBank (软银) sold its whole stake in October, and the lenders agreed.', 'en', '', undefined],
  ['an English quotation in a Chinese article', 'The lenders agreed to a bridge loan of $8.5 billion, and that is all.', 'zh', '', 'en'],
  ['a figure in a Chinese article', '$8.5 billion', 'zh', '', undefined],
  ['a heading in kanji alone in a Japanese article', '社債発行', 'ja', '', undefined],
  ['one below Japanese in an English brief', '社債発行', 'en', 'ja', 'ja'],
  [
    'a Chinese paragraph in a Japanese article',
    '软银集团表示，出售英伟达股份所得的资金将用于对人工智能的投资，交易于十月完成，没有保留任何股份。',
    'ja',
    '',
    'zh',
  ],
  ['Chinese in Chinese, whichever way it is written', '軟銀集團表示，出售輝達股份所得的資金將用於對人工智慧的投資。', 'zh', '', undefined],
  ['nothing', '', 'en', '', undefined],
  ['a text of which no language is known', 'すべての主張は原文の一節に基づく。', '', '', 'ja'],
]

describe('the language of a block', () => {
  it.each(cases)('%s', (_why, block, language, cjkSoFar, expected) => {
    expect(languageOfBlock(block, language, cjkSoFar)).toBe(expected)
  })
})

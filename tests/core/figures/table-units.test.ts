// Tables whose unit stands in a caption, a head or a row: as annual reports, 決算短信 and 财报 print them, in Markdown, with tabs and as plain text.

import { expect, test } from 'vitest'
import { findFigures } from '../../../src/core/figures/find-figures.ts'
import { sayFigure, withoutDoubt } from './say-figure.ts'

const cases: [text: string, ...amounts: string[]][] = [
  ['(in millions of yen)\n| | 2024 | 2025 |\n| Revenue | 1,234 | (56) |', 'JPY 1234000000', 'JPY -56000000'],
  ['（単位：百万円）\n売上高\t12,345\t△67\n', 'JPY 12345000000', 'JPY -67000000'],
  ['单位：万元\n| 营业收入 | 1,234.56 |', 'CNY 12345600'],
  ['单位：万元 币种：人民币\n\n项目        本期        上期\n营业收入    1,234.56    1,100.00\n', 'CNY 12345600', 'CNY 11000000'],
  ['($ in thousands)\n| Net sales | 0.1 | 12% |', 'USD 100', '12%'],
  ['(Amounts in thousands of U.S. dollars)\n\n| Total assets | $ 4,512 | $ 3,998 |\n', 'USD 4512000', 'USD 3998000'],
  [
    'In millions, except per share amounts\n\nNet sales 94,930 89,498\nDiluted EPS 0.97 1.46\n',
    'null 94930000000',
    'null 89498000000',
    'null 0.97 /share',
    'null 1.46 /share',
  ],
  ['| HK$ million | 2025 | 2024 |\n|---|---|---|\n| Turnover | 3,210.5 | 2,987.1 |', 'HKD 3210500000', 'HKD 2987100000'],
  ["| (RMB'000) | 2025 |\n|---|---|\n| Revenue | 8,765 |", 'CNY 8765000'],
  ['| 指标 | 金额（亿元） | 同比（%） |\n| --- | --- | --- |\n| 营业收入 | 1,309.04 | 6.32 |', 'CNY 130904000000', '6.32%'],
  ['| 項目 | 2025年3月期（百万円） | 増減率（％） |\n|---|---|---|\n| 営業利益 | 12,345 | △3.2 |', 'JPY 12345000000', '-3.2%'],
  [
    '| | FY2024 | FY2025 |\n|---|---|---|\n| Revenue ($m) | 512 | 634 |\n| Headcount | 1,200 | 1,350 |',
    'USD 512000000',
    'USD 634000000',
    '1200',
    '1350',
  ],
  ['（百万円）\n| 売上収益 | 7,243,752 |\n| 1株当たり利益（円） | 779.40 |', 'JPY 7243752000000', 'JPY 779.4 /share'],
  ['（単位：億円）\n売上高  5,830  4,912\n営業利益率  8.2%  6.9%\n', 'JPY 583000000000', 'JPY 491200000000', '8.2%', '6.9%'],
  ['| 车型 | 销量（万辆） |\n|---|---|\n| 轿车 | 12.5 |', '125000 辆'],
  [
    '(in € million)\n\n| Sales | 101 |\n\nThe market as a whole is expected to grow in the coming year, and the board has plans for it.\n\n| Rooms | 7 | 9 |',
    'EUR 101000000',
    '7',
    '9',
  ],
  ['He thinks in millions of ways. | 5 |', '5'],
  // A table of which only one line is left.
  ['In thousands, except per share: Total revenues $25,182 $23,004', 'USD 25182000', 'USD 23004000'],
  [
    '(In thousands, except per share data) Net income 1,204 988 Earnings per share $1.20 $1.05',
    'null 1204000',
    'null 988000',
    'USD 1.2 /share',
    'USD 1.05 /share',
  ],
  ['Amounts in millions of yen: Net sales 94,930 Operating profit 12,004', 'JPY 94930000000', 'JPY 12004000000'],
  ['(in millions) Gross margin 45.2 44.1 Revenue 1,204', '45.2', '44.1', 'null 1204000000'],
  ['单位：万元 营业收入 1,234', 'CNY 12340000'],
  ['(In millions) We sold 5 of them. It cost $12.', '5', 'USD 12'],
  ['The fee (up $5 million) was paid. | 7 |', 'USD 5000000', '7'],
]

test.each(cases)('%j', (text, ...amounts) => {
  const found = findFigures(text).filter(({ kind }) => kind !== 'date')
  expect(found.map(sayFigure).map(withoutDoubt)).toEqual(amounts)
})

test('what a caption gave is doubtful, what stands in the cell itself is not', () => {
  expect(findFigures('（単位：百万円）\n| 売上高 | 123 | 4億円 | 5% |').map(({ doubt }) => doubt)).toEqual(['unit', undefined, undefined])
})

// Finding figures: characters a second over mixed prose, the worst short inputs, and whether time grows with length alone.

import { findFigures } from '../../src/core/figures/find-figures.ts'
import { type Figure, median, msBelow, ratioAtLeast, ratioAtMost } from './figure.ts'

const prose = [
  'SoftBank Group said on Tuesday it had sold its entire stake in Nvidia for $5.83 billion in October as it looks to fund its commitments to OpenAI. ',
  'The company, which owns about 11 percent of the start-up, had said in April that it would invest up to $30bn, of which $22.5 billion depends on a restructuring. ',
  'Analysts were surprised by the timing of the sale, since the shares had risen by more than 40 per cent this year; they had expected the group to borrow instead. ',
  'Nothing in the filing suggests that the board had considered a wider sale of its listed holdings, and its chief financial officer declined to comment on the matter further. ',
  '软银集团周二表示，已于10月以58.3亿美元出售所持有的全部英伟达股份，所得资金将用于对人工智能企业的投资。公司管理层表示，此举与英伟达自身的经营情况无关，主要是为了筹措资金。',
  'ソフトバンクグループは11日、2025年4〜9月期の連結決算を発表した。純利益は前年同期比約2.9倍の2兆9240億円となった。投資先の評価益が大きく寄与したと説明している。\n',
].join('')
const worst: [name: string, piece: string][] = [
  ['digits', '7'],
  ['亿', '亿'],
  ['brackets', '('],
  ['numerals', '一'],
  ['grouped digits', '1,234,'],
  ['signs', '$-+¥'],
  ['prices', '$5-'],
  ['scales', '1亿2万'],
  ['words', 'one hundred and '],
  ['capitals', 'Aa 5 '],
  ['points', '1.2.3.'],
  ['dates', 'May 1, '],
  ['spaces', '5        '],
  ['hyphens', '2025-'],
  // The worst of 35,000 combinations of what the finder knows.
  ['digits and numerals', '5二'],
  ['digits and 至', '5至'],
  ['万一', '万一'],
  ['billions', '1兆'],
  ['numerals and a sign', '二€'],
  ['digits and 多', '多5'],
  ['digits and 元', '5元'],
]

export async function* measure(): AsyncGenerator<Figure> {
  const text = prose.repeat(Math.ceil(1_000_000 / prose.length))
  findFigures(text)
  const times = [1, 2, 3, 4, 5].map(() => msOf(text))
  yield ratioAtLeast('million characters of mixed prose in a second', text.length / 1000 / median(times), 5, { figures: findFigures(text).length })

  for (const [name, piece] of worst) {
    const short = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000)
    yield msBelow(`20,000 characters of ${name}`, median([clockOf(short), clockOf(short), clockOf(short), clockOf(short), clockOf(short)]), 50)
  }
  for (const [name, piece] of [
    ['mixed prose', prose],
    ['digits', '7'],
    ['亿', '亿'],
    ['brackets', '('],
  ] as const) {
    const long = piece.repeat(Math.ceil(5_000_000 / piece.length))
    const tenth = long.slice(0, 500_000)
    msOf(tenth)
    msOf(tenth)
    // Ten times the text may take ten times as long, and half as much again for caches and collections.
    yield ratioAtMost(
      `5,000,000 characters of ${name} to a tenth of them`,
      msOf(long) / Math.max(1, median([msOf(tenth), msOf(tenth), msOf(tenth)])),
      15,
    )
  }
}

/** Of the processor: what else the machine does must not count. */
function msOf(text: string): number {
  const start = process.cpuUsage()
  findFigures(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** What somebody waits. */
function clockOf(text: string): number {
  const start = performance.now()
  findFigures(text)
  return performance.now() - start
}

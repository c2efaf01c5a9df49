import { expect, test } from 'vitest'
import { timeWords } from '../../../src/core/ledger/amount-words.ts'
import { readTime } from '../../../src/core/ledger/read-time.ts'

const cases: [typed: string, words: string | undefined][] = [
  ['2025-11-14', '2025-11-14'],
  ['2025-10', '2025-10'],
  [' 2025 ', '2025'],
  ['FY2025', 'FY2025'],
  ['fy 2025 q3', 'FY2025 Q3'],
  ['2025-07-01 – 2025-09-30', '2025-07-01 – 2025-09-30'],
  ['2025-07 – 2025-09', '2025-07-01 – 2025-09-30'],
  ['Oct 2025', '2025-10'],
  ['14 November 2025', '2025-11-14'],
  ['2025年11月14日', '2025-11-14'],
  ['2025年10月', '2025-10'],
  ['２０２５-10', '2025-10'],
  ['2025-02-30', undefined],
  ['2025-09 – 2025-07', undefined],
  ['soon', undefined],
  ['', undefined],
  ['$5.83 billion', undefined],
]

test.each(cases)('%s is read as %s', (typed, words) => {
  const time = readTime(typed)
  expect(time && timeWords(time)).toBe(words)
  if (time) expect(readTime(timeWords(time))).toEqual(time)
})

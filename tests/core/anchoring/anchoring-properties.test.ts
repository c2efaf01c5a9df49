import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryPassages } from '../../../src/core/anchoring/carry-passages.ts'
import { findPassage, prepareText } from '../../../src/core/anchoring/find-passage.ts'
import { passageAt } from '../../../src/core/records/passage.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const pieces = [
  'the ',
  'deal',
  'deals ',
  '15',
  '150',
  ' %',
  '.',
  '\n',
  '\n\n',
  '\t',
  '软银',
  '投资',
  '三百',
  '，',
  '「',
  '」',
  '“',
  '”',
  '—',
  '--',
  '…',
  'ｿﾌﾄﾊﾞﾝｸ',
  'ＡＩ',
  'が',
  'か\u3099',
  'e\u0301',
  '👩‍👩‍👧',
  '🇯🇵',
  '🇨',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '한글',
  '\u1112\u1161',
  'ﷺ',
  '½',
  '²',
  '\ud83d',
  '\udc00',
  '\0',
  'ก\u0e33',
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

function bordersOf(whole: string): number[] {
  return [...Array.from(segmenter.segment(whole), ({ index }) => index), whole.length]
}

/** A text with the two ends of a passage in it, between graphemes. */
const textAndRange = text
  .filter((whole) => whole !== '')
  .chain((whole) => {
    const borders = bordersOf(whole)
    const index = fc.nat({ max: borders.length - 2 })
    return fc.tuple(fc.constant(whole), index, index).map(([, one, other]) => ({
      whole,
      start: borders[Math.min(one, other)] as number,
      end: borders[Math.max(one, other) + 1] as number,
    }))
  })

describe('whatever the text', () => {
  it('a passage of a text is exactly there in the same text', () => {
    fc.assert(
      fc.property(textAndRange, ({ whole, start, end }) => {
        expect(findPassage(whole, passageAt(whole, start, end))).toMatchObject({ kind: 'exact', start, end })
      }),
      { numRuns: 200, seed: 1 },
    )
  })

  it('offsets are in the text and between graphemes, and nothing throws', () => {
    fc.assert(
      fc.property(textAndRange, text, text, ({ whole, start, end }, inserted, other) => {
        const passage = passageAt(whole, start, end)
        for (const after of [other, whole.slice(0, start) + inserted + whole.slice(start), whole + other]) {
          const borders = new Set(bordersOf(after))
          for (const found of [
            findPassage(after, passage),
            findPassage(after, { exact: passage.exact }),
            ...carryPassages(whole, after, [passage]),
          ]) {
            if (found.kind === 'lost') continue
            expect([found.start, found.end].filter((offset) => !borders.has(offset))).toEqual([])
            expect(found.end).toBeGreaterThan(found.start)
            expect(found.score >= 0 && found.score <= 1).toBe(true)
          }
        }
      }),
      { numRuns: 80, seed: 2 },
    )
  })

  it('selectors of others, with stale or senseless offsets, do no harm', () => {
    for (const selector of [
      { exact: '', start: 0 },
      { exact: ' ', start: 99 },
      { exact: 'deal', start: 1e9, end: -5 },
      { exact: 'x'.repeat(5_000), prefix: 'deal', suffix: 'deal' },
      { exact: 'deal', prefix: 'd'.repeat(100_000), suffix: '' },
    ])
      expect(['exact', 'moved', 'changed', 'lost']).toContain(findPassage('a deal', selector).kind)
  })
})

describe('up to a million characters that repeat', () => {
  const million = 1_000_000
  const repeated: [name: string, unit: string, most: number][] = [
    ['ab', 'ab', million],
    ['one ideograph', '银', million / 2],
    ['words', 'the deal ', million / 2],
    ['marks on one letter', '\u0301\u0323', million / 2],
  ]
  it.each(repeated)('%s cost about four times what a quarter of them costs', (_name, unit, most) => {
    const cost = (length: number) => {
      const whole = `x${unit.repeat(length / unit.length)}`
      const middle = Math.floor(length / 2)
      const start = performance.now()
      const prepared = prepareText(whole)
      for (const size of [2, 40, 5_000]) {
        findPassage(prepared, passageAt(whole, middle, middle + size))
        findPassage(prepared, { ...passageAt(whole, middle, middle + size), exact: `${unit.repeat(size / 2)}z` })
      }
      carryPassages(whole, `${whole.slice(0, middle)}新${whole.slice(middle + 5)}`, [passageAt(whole, middle - 50, middle + 50)])
      return performance.now() - start
    }
    cost(most / 8)
    expect(cost(most)).toBeLessThan(6 * cost(most / 4) + 400)
  })
})

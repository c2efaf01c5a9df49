// Folding, and the way back from a folded place to the original.

import { describe, expect, test } from 'vitest'
import { foldingBoundary, foldText, originalRange } from '../../../src/core/finding/fold-text.ts'
import { findNeedle, makeNeedle, mayHold, type Needle } from '../../../src/core/finding/needle.ts'
import { makeRandom } from '../../core/queries/random-commands.ts'

const pieces = [
  'a',
  'Z',
  ' ',
  '\n',
  '软',
  '銀',
  'ソ',
  'が',
  'か\u3099',
  'カ\u3099',
  'ｶﾞ',
  'ﾊﾟ',
  'ｿﾌﾄ',
  'Ａ',
  '１',
  '㈱',
  '㍿',
  '㌔',
  '½',
  'ﬁ',
  'é',
  'e\u0301',
  'ế',
  'e\u0302\u0301',
  'İ',
  'ß',
  'Σ',
  'ς',
  '한',
  '\u1112\u1161\u11ab',
  '\u1112\u1161',
  'ﾡￂ',
  '😀',
  '𝐀',
  '𠮷',
  '豈',
  '⼈',
  '…',
  '“',
  '，',
  'ǅ',
  'ͅ',
  '\u0345',
  'α\u0345',
  '\u200d',
  '\ud800',
  '´',
  '¨',
  'ﷺ',
]

const needle = (query: string): Needle => makeNeedle(query) as Needle

describe('folding', () => {
  test.each([
    ['SoftBank', 'softbank'],
    ['ＳｏｆｔＢａｎｋ', 'softbank'],
    ['ｿﾌﾄﾊﾞﾝｸ', 'ソフトバンク'],
    ['㈱', '(株)'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ﬁnance', 'finance'],
    ['５８．３', '58.3'],
  ])('%s is found as %s', (written, folded) => expect(foldText(written)).toBe(folded))

  test.each(Array.from({ length: 200 }, (_, index) => index + 1))('a text cut at its boundaries folds to the same (seed %i)', (seed) => {
    const random = makeRandom(seed)
    const text = Array.from({ length: 1 + random.below(60) }, () => random.pick(pieces)).join('')
    let folded = ''
    for (let start = 0; start < text.length; ) {
      const end = foldingBoundary(text, Math.min(text.length, start + 1 + random.below(6)))
      folded += foldText(text.slice(start, end))
      start = end
    }
    expect(folded).toBe(foldText(text))
  })

  test.each(Array.from({ length: 200 }, (_, index) => index + 1))(
    'every folded range leads back to text that holds it, no longer than need be (seed %i)',
    (seed) => {
      const random = makeRandom(seed)
      const text = Array.from({ length: 1 + random.below(2_000) }, () => random.pick(pieces)).join('')
      const folded = foldText(text)
      for (let time = 0; time < 20; time += 1) {
        const start = random.below(folded.length)
        const end = Math.min(folded.length, start + 1 + random.below(6))
        const range = originalRange(text, start, end)
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(foldText(text.slice(range.start, range.end))).toContain(folded.slice(start, end))
        // What stands before and after it folds to what stands before and after: nothing more was taken in than whole characters.
        expect(foldText(text.slice(0, range.start)).length).toBeLessThanOrEqual(start)
        expect(foldText(text.slice(0, range.end)).length).toBeGreaterThanOrEqual(end)
      }
    },
  )
})

describe('finding', () => {
  test.each<[string, string, string | undefined]>([
    ['SoftBank sold', 'softbank', 'SoftBank'],
    ['软银集团', '银', '银'],
    ['软银集团', '软银', '软银'],
    ['𠮷野家', '𠮷', '𠮷'],
    ['全角ＡＩ投資', 'ai', 'ＡＩ'],
    ['ｿﾌﾄﾊﾞﾝｸ株', 'ソフトバンク', 'ｿﾌﾄﾊﾞﾝｸ'],
    ['㍿東京', '会社', '㍿'],
    ['(株)日本', '㈱', '(株)'],
    ['10³ km', '103', '10³'],
    ['Straße', 'STRASSE', undefined],
    ['が', 'か', undefined],
    ['か\u3099', 'が', 'か\u3099'],
    ['cafe\u0301s', 'CAFÉ', 'cafe\u0301'],
    ['İstanbul', 'i', 'İ'],
    ['ΟΔΟΣΑ', 'οδος', 'ΟΔΟΣ'],
    ['a.*b (c)', '.*b (', '.*b ('],
    ['豈', '豈', '豈'],
    ['⼈工', '人工', '⼈工'],
    ['nothing', 'needle', undefined],
  ])('in %s for %s', (text, query, match) => {
    const range = findNeedle(text, needle(query))
    expect(range && text.slice(range.start, range.end)).toBe(match)
  })

  test('blanks around a query do not count, and blanks alone are none', () => {
    expect(findNeedle('a b', needle(' a b　'))).toEqual({ start: 0, end: 3 })
    expect(makeNeedle(' 　\n')).toBeUndefined()
  })

  test('a text that is passed over never holds the needle: every character of Unicode that folds to an ideograph is known', () => {
    const missed: string[] = []
    for (let code = 0xa0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const written = String.fromCodePoint(code)
      const folded = foldText(written)
      if (folded === written || !/[\u3400-\u9fff]/.test(folded)) continue
      if (!mayHold(written, needle(folded.trim()))) missed.push(code.toString(16))
    }
    expect(missed).toEqual([])
  })

  test.each(Array.from({ length: 60 }, (_, index) => index + 1))(
    'finds all that a plain search of the folded text finds, in long texts too (seed %i)',
    (seed) => {
      const random = makeRandom(seed)
      const count = random.pick([10, 300, 90_000])
      const text = Array.from({ length: count }, () => random.pick(pieces)).join('')
      const folded = foldText(text)
      const start = random.below(folded.length)
      const query = random.pick([folded.slice(start, start + 1 + random.below(8)), 'needle', '软z'])
      if (query.trim() === '' || foldText(query).trim() !== query) return
      const found = findNeedle(text, needle(query))
      expect(found !== undefined).toBe(folded.includes(query))
      if (found) {
        expect(foldText(text.slice(found.start, found.end))).toContain(query)
        expect(foldText(text.slice(0, found.start)).length).toBeLessThanOrEqual(folded.indexOf(query))
      }
    },
  )

  test('every match of a text, one after the other', () => {
    const text = `${'软银 '.repeat(5)}${'x'.repeat(70_000)}软银`
    const found: number[] = []
    for (let range = findNeedle(text, needle('软银')); range; range = findNeedle(text, needle('软银'), range.end)) found.push(range.start)
    expect(found).toEqual([0, 3, 6, 9, 12, 70_015])
  })
})

// Finding in a text: every match where it stands, whatever its case and width, and the same as looking at each place by itself.

import { describe, expect, test } from 'vitest'
import { findAll, foldPiece } from '../../../src/core/finding/find-all.ts'
import { findNeedle, makeNeedle } from '../../../src/core/finding/needle.ts'
import { seededRandom } from '../commands/memory-notebook.ts'

const wordsOf = (text: string, query: string) => [...findAll(text, query)].flat().map(({ start, end }) => text.slice(start, end))

describe('what is found', () => {
  const cases: [text: string, query: string, found: string[]][] = [
    ['SoftBank and softbank', 'SOFTBANK', ['SoftBank', 'softbank']],
    ['ＡＩ and AI', 'ai', ['ＡＩ', 'AI']],
    ['ｿﾌﾄﾊﾞﾝｸ とソフトバンク', 'ソフトバンク', ['ｿﾌﾄﾊﾞﾝｸ', 'ソフトバンク']],
    ['软银与軟銀', '软银', ['软银']],
    ['㈱と株', '株', ['㈱', '株']],
    ['aaa', 'aa', ['aa']],
    ['😀a😀', '😀', ['😀', '😀']],
    ['ΟΔΟΣ οδος', 'οδος', ['ΟΔΟΣ', 'οδος']],
    ['2025 年', ' 年 ', ['年']],
    ['nothing', '', []],
    ['nothing', '   ', []],
    ['wait… really', '...', ['…']],
  ]
  test.each(cases)('in %j for %j', (text, query, found) => expect(wordsOf(text, query)).toEqual(found))

  test('across the border of two pieces, once', () => {
    for (let offset = 8_185; offset < 8_200; offset += 1) {
      const text = `${'x'.repeat(offset)}ＮＶＩＤＩＡ${'y'.repeat(30)}`
      expect([...findAll(text, 'nvidia')].flat()).toEqual([{ start: offset, end: offset + 6 }])
    }
  })

  test('half a million characters give some sixty pieces, so that a page can breathe between them', () => {
    const text = '软银集团 bought OpenAI shares… '.repeat(20_000)
    const pieces = [...findAll(text, 'openai')]
    expect(pieces.flat()).toHaveLength(20_000)
    expect(pieces.length).toBeGreaterThan(50)
  })
})

describe('seeded texts', () => {
  const characters = [...'aAbBáÁＡａ软银株㈱ｶﾞガがか\u3099…½ﬁ😀각\u1100\u1161\u11a8 \nςσΣİi\u0307']
  test.each(Array.from({ length: 60 }, (_, position) => position + 1))('are searched as by looking for one match after another (seed %i)', (seed) => {
    const random = seededRandom(seed)
    const make = (length: number) => Array.from({ length }, () => characters[random(characters.length)]).join('')
    const text = make(400)
    const { folded, startOf, endOf } = foldPiece(text)
    expect(startOf(0)).toBe(0)
    expect(endOf(folded.length - 1)).toBe(text.length)
    for (let unit = 1; unit < folded.length; unit += 1) expect(startOf(unit)).toBeGreaterThanOrEqual(startOf(unit - 1))
    const needle = make(1 + random(3))
    const one = makeNeedle(needle)
    const slow: { start: number; end: number }[] = []
    for (let range = one && findNeedle(text, one); one && range; range = findNeedle(text, one, range.end)) slow.push(range)
    expect([...findAll(text, needle)].flat()).toEqual(slow)
  })
})

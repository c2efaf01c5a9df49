// What the small schemas let in: ids, citekeys, dates, languages, and how titles meet.

import { describe, expect, test } from 'vitest'
import { findCitations } from '../../../src/core/markdown/find-citations.ts'
import { languageTag, moment, partialDate } from '../../../src/core/records/record-fields.ts'
import { idOf, kindOf } from '../../../src/core/records/record-id.ts'
import { citekeySchema } from '../../../src/core/records/source.ts'
import { isTableName, tableNames, tableOf, tableSchemas, titleKey } from '../../../src/core/records/tables.ts'

describe('citekeys', () => {
  const good = ['a', 'sina2025-exit', '新浪2025-软银', 'a:b.c+d/e-f', '_x_', '__proto__', 'ÅB', '1', 'a_-_b']
  test.each(good)('%s is one, and a citation of it reads back', (citekey) => {
    expect(citekeySchema.safeParse(citekey).success).toBe(true)
    for (const highlight of [1, 7, 120]) expect(findCitations(`x [@${citekey}#h${highlight}] y`)).toMatchObject([{ citekey, highlight }])
    expect(findCitations(`x [@${citekey}] y`)).toMatchObject([{ citekey }])
  })
  const bad = ['', '-a', 'a-', 'a--b', 'a.:b', 'a b', 'a#h1', 'a]', 'a;b', '@a', 'a\n', 'e\u0301', 'x'.repeat(101)]
  test.each(bad)('%j is none', (citekey) => expect(citekeySchema.safeParse(citekey).success).toBe(false))
})

describe('ids', () => {
  test.each(['insight:a', 'insight:__proto__', 'insight:软银', 'insight:😀', 'insight:a:b', `insight:${'x'.repeat(200)}`])('%s is one', (id) => {
    expect(idOf('insight').safeParse(id).success).toBe(true)
    expect(idOf('source').safeParse(id).success).toBe(false)
  })
  const bad = [
    '',
    'insight',
    'insight:',
    'insight: ',
    'insight:a b',
    'insight:a\u0000',
    'insight:a\u3000b',
    'insight:\udc00',
    'Insight:a',
    ' insight:a',
    7,
    null,
    undefined,
    {},
  ]
  test.each(bad)('%j is none', (id) => expect(idOf('insight').safeParse(id).success).toBe(false))

  test('every table’s ids lead to it', () => {
    for (const table of tableNames) {
      const kind = Object.entries({
        insights: 'insight',
        sources: 'source',
        texts: 'text',
        highlights: 'highlight',
        evidence: 'evidence',
        entities: 'entity',
        reports: 'report',
        figures: 'figure',
        metrics: 'metric',
        rates: 'rate',
      } as const).find(([name]) => name === table)?.[1]
      if (!kind) throw new Error(`this test does not know ${table}`)
      expect(tableOf(`${kind}:x`)).toBe(table)
      expect(kindOf(`${kind}:x:y`)).toBe(kind)
      expect(tableSchemas[table].shape.id.safeParse(`${kind}:x`).success).toBe(true)
    }
    for (const name of ['__proto__', 'constructor', 'toString', 'insight', '']) expect(isTableName(name)).toBe(false)
  })
})

test.each([
  ['', true],
  ['2025', true],
  ['2025-11', true],
  ['2025-11-14', true],
  ['0000-01-01', true],
  ['2025-13', false],
  ['2025-00', false],
  ['2025-11-32', false],
  ['2025-1-1', false],
  ['14.11.2025', false],
  ['2025-11-14T00:00', false],
  ['2025\n', false],
])('the date %j: %s', (date, isGood) => expect(partialDate.safeParse(date).success).toBe(isGood))

test.each([
  ['2025-11-14T02:27:00.000Z', true],
  ['+012025-11-14T02:27:00.000Z', true],
  ['2025-11-14T02:27:00Z', false],
  ['2025-11-14T02:27:00.000+01:00', false],
])('the moment %j: %s', (at, isGood) => expect(moment.safeParse(at).success).toBe(isGood))

test.each([
  ['', true],
  ['zh-Hant-TW', true],
  ['en', true],
  ['e', false],
  ['en_US', false],
  ['english language', false],
])('the language %j: %s', (tag, isGood) => expect(languageTag.safeParse(tag).success).toBe(isGood))

test.each([
  ['SoftBank', ' softbank '],
  ['ＳｏｆｔＢａｎｋ', 'softbank'],
  ['a  b', 'A\u3000B'],
  ['ｿﾌﾄﾊﾞﾝｸ', 'ソフトバンク'],
  ['Café', 'Cafe\u0301'],
])('%j and %j are one title to a wikilink', (one, other) => expect(titleKey(one)).toBe(titleKey(other)))

test('titles that differ stay apart', () => expect(new Set(['软银', '軟銀', 'a', 'ab', 'a b', ''].map(titleKey)).size).toBe(6))

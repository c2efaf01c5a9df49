// `--as-of` as people write it.

import { describe, expect, test } from 'vitest'
import { parseMoment } from '../../src/cli/parse-moment.ts'

const utc = (text: string) => ({ time: Date.parse(text) })

describe('a moment', () => {
  test.each([
    ['seq:0', { seq: 0 }],
    ['seq:4711', { seq: 4711 }],
    ['2025-11-14T18:00Z', utc('2025-11-14T18:00:59.999Z')],
    ['2025-11-14T18:00:30Z', utc('2025-11-14T18:00:30.999Z')],
    ['2025-11-14T18:00:30.5+09:00', utc('2025-11-14T09:00:30.500Z')],
    ['2025-11-14 18:00-0530', utc('2025-11-14T23:30:59.999Z')],
    // Without a zone it is what this machine's clock shows.
    ['2025-11-14', { time: new Date(2025, 10, 14, 23, 59, 59, 999).getTime() }],
    ['2024-02-29', { time: new Date(2024, 1, 29, 23, 59, 59, 999).getTime() }],
    ['2025-11-14T07:05', { time: new Date(2025, 10, 14, 7, 5, 59, 999).getTime() }],
  ])('%s', (text, moment) => expect(parseMoment(text)).toEqual(moment))

  test('as a start, its first instant is meant: what is forgotten before a day is not of that day', () => {
    expect(parseMoment('2025-11-14', 'start')).toEqual({ time: new Date(2025, 10, 14).getTime() })
    expect(parseMoment('2025-11-14T18:00Z', 'start')).toEqual(utc('2025-11-14T18:00:00.000Z'))
    expect(parseMoment('seq:3', 'start')).toEqual({ seq: 3 })
  })

  test.each([
    '',
    'yesterday',
    'seq:',
    'seq:-1',
    '2025-02-30',
    '2025-13-01',
    '2025-11-14T25:00',
    '2025-11-14T18:61',
    '14.11.2025',
    '2025-11-14T18:00 CET',
  ])('%j is none', (text) => expect(parseMoment(text)).toBeUndefined())
})

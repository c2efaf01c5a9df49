// Which states of a record are listed as versions.

import { expect, test } from 'vitest'
import { pickVersions } from '../../../src/core/history/pick-versions.ts'
import type { RecordVersion } from '../../../src/core/history/record-version.ts'

const start = Date.parse('2026-01-01T10:00:00.000Z')
const made = (minutes: number, seq: number, state: RecordVersion['state'] = 'there'): RecordVersion => ({
  seq,
  at: new Date(start + minutes * 60_000).toISOString(),
  actor: 'window-1',
  command: 'insight.revise',
  state,
  changed: ['body'],
  length: 0,
})
const seqsOf = (versions: readonly RecordVersion[]) => pickVersions(versions).map(({ seq }) => seq)

test('of an hour of autosaves every five seconds, no two neighbours are further apart than five minutes, and few are left', () => {
  const all = Array.from({ length: 720 }, (_, index) => made(index / 12, index + 1))
  const kept = pickVersions(all)
  expect(kept[0]?.seq).toBe(1)
  expect(kept.at(-1)?.seq).toBe(720)
  for (const [index, version] of kept.entries()) {
    const next = kept[index + 1]
    if (next) expect(Date.parse(next.at) - Date.parse(version.at)).toBeLessThanOrEqual(5 * 60_000)
  }
  expect(kept.length).toBeLessThan(15)
})

test.each<[string, RecordVersion[], number[]]>([
  ['none of nothing', [], []],
  ['a single one', [made(0, 1)], [1]],
  ['changes that lie far apart are all kept', [made(0, 1), made(60, 2), made(600, 3)], [1, 2, 3]],
  ['a burst keeps its beginning and its end', [made(0, 1), made(1, 2), made(2, 3), made(3, 4)], [1, 4]],
  [
    'a removal and a restoration within a minute are both there',
    [made(0, 1), made(0.2, 2), made(0.4, 3, 'in trash'), made(0.6, 4), made(0.8, 5)],
    [1, 2, 3, 4, 5],
  ],
  ['a clock that jumps back by years begins a step of its own', [made(0, 1), made(-5_000_000, 2), made(-4_999_999, 3), made(0, 4)], [1, 2, 3, 4]],
])('%s', (_name, versions, seqs) => expect(seqsOf(versions)).toEqual(seqs))

test('what a version that is left out had changed, the next one that is listed has changed', () => {
  const changed = (minutes: number, seq: number, fields: string[]): RecordVersion => ({ ...made(minutes, seq), changed: fields })
  const kept = pickVersions([changed(0, 1, []), changed(1, 2, ['title']), changed(2, 3, ['body']), changed(3, 4, ['body', 'status'])])
  expect(kept.map(({ seq, changed: fields }) => [seq, fields])).toEqual([
    [1, []],
    [4, ['title', 'body', 'status']],
  ])
})

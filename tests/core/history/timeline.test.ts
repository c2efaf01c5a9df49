// The line of all commits, packed and unpacked, and the steps along it, whatever the clock did.

import { expect, test } from 'vitest'
import { commitNotAfter, daysOf, momentOfCommit, packTimeline, stepByTime, unpackTimeline } from '../../../src/core/history/timeline.ts'

const hour = 3_600_000
const line = (...hours: number[]) => unpackTimeline(packTimeline(hours.map((each, index) => ({ seq: 5 + index, atMs: each * hour }))))

test('it comes back as it was; a commit that is missing or has no readable time has that of the one before', () => {
  const packed = packTimeline([
    { seq: 3, atMs: 100 },
    { seq: 4, atMs: Number.NaN },
    { seq: 7, atMs: 50 },
  ])
  expect(packed).toEqual({ firstSeq: 3, firstAtMs: 100, stepsMs: [0, 0, 0, -50] })
  const timeline = unpackTimeline(packed)
  expect([timeline.firstSeq, timeline.lastSeq]).toEqual([3, 7])
  expect([3, 4, 5, 6, 7, 99, 0].map((seq) => momentOfCommit(timeline, seq))).toEqual([100, 100, 100, 100, 50, 50, 100])
  expect(unpackTimeline(packTimeline([]))).toMatchObject({ firstSeq: 0, lastSeq: 0 })
})

test('a time means the last commit by its number, also where the clock ran backwards', () => {
  const timeline = line(10, 11, 2, 3, 12)
  expect(commitNotAfter(timeline, 11.5 * hour)).toBe(8)
  expect(commitNotAfter(timeline, 2 * hour)).toBe(7)
  expect(commitNotAfter(timeline, 0)).toBe(5)
  expect(commitNotAfter(timeline, 99 * hour)).toBe(9)
})

test('steps of an hour go on, whatever the clock did, and stop at the ends', () => {
  const timeline = line(10, 10.2, 10.4, 11.5, 2, 2.1, 4)
  expect(stepByTime(timeline, 5, 1, hour)).toBe(8)
  expect(stepByTime(timeline, 8, 1, hour)).toBe(9)
  expect(stepByTime(timeline, 9, 1, hour)).toBe(11)
  expect(stepByTime(timeline, 11, 1, hour)).toBe(11)
  expect(stepByTime(timeline, 8, -1, hour)).toBe(7)
  expect(stepByTime(timeline, 7, -1, hour)).toBe(5)
  expect(stepByTime(timeline, 5, -1, hour)).toBe(5)
})

test('days are stretches of commits in a row: a day that the clock came back to is another stretch', () => {
  const dayOf = (atMs: number) => `day ${Math.floor(atMs / hour / 24)}`
  expect(daysOf(line(1, 2, 30, 31, 32, 3), dayOf)).toEqual([
    { day: 'day 0', firstSeq: 5, count: 2 },
    { day: 'day 1', firstSeq: 7, count: 3 },
    { day: 'day 0', firstSeq: 10, count: 1 },
  ])
})

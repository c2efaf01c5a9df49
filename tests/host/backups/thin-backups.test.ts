// The rule of thinning: what stays of months of backups, and that no clock can take a good one away.

import { expect, test } from 'vitest'
import { backupsToThin, type ThinnedBackup } from '../../../src/host/backups/thin-backups.ts'

const hourMs = 3_600_000

/** As a program makes them: after each one, what the rule takes is gone. */
function live(times: readonly number[], reasonOf: (index: number) => ThinnedBackup['reason'] = () => 'automatic'): ThinnedBackup[] {
  let kept: ThinnedBackup[] = []
  for (const [index, timeMs] of times.entries()) {
    kept.push({ name: String(index), number: index + 1, at: new Date(timeMs).toISOString(), reason: reasonOf(index), damage: [] })
    const gone = new Set(backupsToThin(kept))
    kept = kept.filter(({ name }) => !gone.has(name))
  }
  return kept
}

const start = Date.parse('2026-01-01T00:30:00Z')
const hourly = (count: number, fromMs = start) => Array.from({ length: count }, (_, index) => fromMs + index * hourMs)

test('a hundred days of hourly backups leaves the last day by the hour, two weeks by the day, twelve weeks by the week', () => {
  const times = hourly(100 * 24)
  const kept = live(times)
  const ages = kept.map(({ at }) => ((times.at(-1) as number) - Date.parse(at)) / hourMs)
  for (let hour = 0; hour < 24; hour += 1) expect(ages).toContain(hour)
  for (let day = 1; day < 14; day += 1) expect(ages.some((age) => Math.abs(age - day * 24) < 24)).toBe(true)
  for (let week = 1; week < 12; week += 1) expect(ages.some((age) => Math.abs(age - week * 168) < 168)).toBe(true)
  expect(kept.length).toBeLessThan(80)
})

test.each([
  ['ahead', 30 * 365 * 24 * hourMs],
  ['back', -30 * 365 * 24 * hourMs],
])('a clock that jumps %s by decades and returns takes nothing away that would have stayed', (_, jumpMs) => {
  const before = hourly(30 * 24)
  const jumped = hourly(3, (before.at(-1) as number) + jumpMs)
  const steady = live(before)
  const names = new Set(live([...before, ...jumped, ...hourly(3, (before.at(-1) as number) + 4 * hourMs)]).map(({ name }) => name))
  // Six newer ones push at most six of each list out; the oldest week is only pushed out by another week.
  const lost = steady.filter(({ name }) => !names.has(name))
  expect(lost.length).toBeLessThanOrEqual(12)
  const oldest = Math.min(...steady.map(({ number }) => number))
  expect(lost.every(({ number }) => number > oldest + 24 || number === oldest)).toBe(true)
})

test('a machine whose clock begins in 1970 at every start still keeps states from long ago', () => {
  const times = Array.from({ length: 50 }, () => hourly(8, 0)).flat()
  const kept = live(times)
  expect(kept.some(({ number }) => number < times.length - 24 * 10)).toBe(true)
  expect(kept.length).toBeLessThan(120)
})

test('the newest of the whole ones stays, however many damaged ones come after it', () => {
  const whole = live(hourly(5))
  const damaged: ThinnedBackup[] = hourly(300, start + 10 * hourMs).map((timeMs, index) => ({
    ...{ name: `damaged ${index}`, number: 100 + index, at: new Date(timeMs).toISOString(), reason: 'automatic', damage: ['a body is damaged'] },
  }))
  const gone = backupsToThin([...whole, ...damaged])
  expect(gone.some((name) => !name.startsWith('damaged'))).toBe(false)
  expect(gone.length).toBeGreaterThan(200)
})

test('what was made by hand or before something stays longer than what the clock made', () => {
  const kept = live(hourly(30 * 24), (index) => (index === 200 ? 'before restore' : index === 100 ? 'asked' : 'automatic'))
  expect(kept.map(({ name }) => name)).toEqual(expect.arrayContaining(['100', '200']))
})

import { expect, test } from 'vitest'
import { layTimeline, panned, ticksOf, wholeView, zoomed } from '../../../src/core/charts/timeline-layout.ts'
import type { TimelineItem } from '../../../src/core/ledger/ledger-answers.ts'

const day = 86_400_000
const lanes = { facts: 4, insights: 2, sources: 2 }

function figure(index: number, from: string, to = from, title = '软银出售英伟达'): TimelineItem {
  return { kind: 'figure', id: `figure:f${index}`, from, to, title, detail: '58亿美元' }
}

const many = Array.from({ length: 2_000 }, (_, index) => {
  const date = new Date(Date.UTC(2015, 0, 1 + index * 2)).toISOString().slice(0, 10)
  return figure(index, date)
})

test('no item or label lies over another on its line, and nothing is lost: each is placed or counted', () => {
  for (const factor of [1, 3, 40, 400]) {
    const view = zoomed(wholeView(many), factor)
    const [facts] = layTimeline(many, view, 1_000, lanes)
    const shown = many.filter(({ from, to }) => Date.parse(to) + day >= view.from && Date.parse(from) <= view.to)
    const counted = facts!.clusters.reduce((sum, { count }) => sum + count, 0)
    expect(facts!.items.length + counted).toBe(shown.length)
    expect(facts!.laneCount).toBeLessThanOrEqual(4)
    for (let lane = 0; lane < 4; lane += 1) {
      const line = facts!.items.filter((placed) => placed.lane === lane)
      for (const [index, placed] of line.entries()) {
        const end = placed.left + placed.width + placed.labelWidth
        expect(end).toBeLessThanOrEqual(1_000.01 + placed.width)
        expect(line[index + 1]?.left ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(end)
      }
    }
  }
})

test('zooming into a cluster gives its items room', () => {
  const [facts] = layTimeline(many, wholeView(many), 1_000, lanes)
  const cluster = facts!.clusters[0]!
  const [near] = layTimeline(many, cluster.view, 1_000, lanes)
  expect(near!.items.length).toBeGreaterThan(10)
})

test('a zoom holds what lies under the pointer, and back is where it began', () => {
  const view = { from: 0, to: 1_000 * day }
  const near = zoomed(view, 2, 0.25)
  expect(near).toEqual({ from: 125 * day, to: 625 * day })
  expect(zoomed(near, 0.5, 0.25)).toEqual(view)
  expect(panned(near, 0.5)).toEqual({ from: 375 * day, to: 875 * day })
})

test.each([
  [3 * day, /^\d+ \w{3}$/],
  [60 * day, /^\d+ \w{3}$/],
  [700 * day, /^(?:\w{3}|\d{4})$/],
  [9_000 * day, /^\d{4}$/],
  [100_000 * day, /^\d{4}$/],
])('over %d ms ticks stand apart and on round dates', (length, label) => {
  const from = Date.UTC(2017, 4, 11)
  const ticks = ticksOf({ from, to: from + length }, 1_000)
  expect(ticks.length).toBeGreaterThan(1)
  for (const [index, tick] of ticks.entries()) {
    expect(tick.label).toMatch(label)
    const next = ticks[index + 1]
    if (next) expect(next.left - tick.left).toBeGreaterThan(55)
  }
})

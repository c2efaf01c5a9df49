// A chart without a window: a picture that other programs read, the same bytes each time, with what is contested told by shape.

import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import type { MetricSeries, SeriesPoint } from '../../../src/core/ledger/ledger-answers.ts'
import { drawMetricChart } from '../../../src/host/charts/draw-metric-chart.ts'

const point = (day: string, value: number, rest: Partial<SeriesPoint> = {}): SeriesPoint => ({
  from: day,
  to: day,
  isDated: true,
  isFiscal: false,
  value,
  low: value * 0.99,
  high: value * 1.01,
  state: 'agree',
  basis: 'actual',
  citekey: 'paper',
  written: String(value),
  ...rest,
})

const series = (points: SeriesPoint[], name = '软银 <sale> & "pledge"'): MetricSeries => ({ name, unit: 'USD', points, leftOut: 0 })

test('the same series gives the same bytes, well formed, with its name', async () => {
  const drawn = series([point('2024-01-31', 4e9), point('2025-10-31', 5.83e9, { state: 'contested' })])
  const svg = await drawMetricChart(drawn)
  expect(await drawMetricChart(drawn)).toBe(svg)
  expect(svg).toContain('<title>软银 &lt;sale&gt; &amp; &quot;pledge&quot;</title>')
  expect(svg).not.toMatch(/<style|<script|href=|zr\d|font:/)
  expect(new Resvg(svg).render().width).toBe(720)
})

test('what is contested and what bounds have shapes of their own', async () => {
  const plain = [point('2024-01-31', 4e9), point('2025-10-31', 5e9)]
  const shapes = async (points: SeriesPoint[]) => ((await drawMetricChart(series(points))).match(/<path/g) ?? []).length
  const contested = await drawMetricChart(series([plain[0]!, { ...plain[1]!, state: 'contested' }]))
  expect(contested.match(/#a52f28/g)?.length).toBeGreaterThan(1)
  expect(await drawMetricChart(series(plain))).not.toContain('#a52f28')
  // Three strokes of an arrow in place of three of an error bar; a point without either has none.
  const bare = await shapes([plain[0]!, { ...plain[1]!, low: 5e9, high: 5e9 }])
  expect(await shapes([plain[0]!, { ...plain[1]!, bound: 'low' }])).toBe(bare + 3)
  expect(await shapes(plain)).toBe(bare + 3)
})

test('the arrow of a bound at the edge is whole: nothing cuts it off', async () => {
  const bounded = await drawMetricChart(series([point('2024-01-31', 4e9), point('2025-10-31', 5e9, { bound: 'low' })]))
  // What is inside of a clipped group is drawn where the clip lets it: only the line between points is in one.
  const clipped = [...bounded.matchAll(/<g clip-path="[^"]*">([\s\S]*?)<\/g>/g)].map(([, inside = '']) => (inside.match(/<path/g) ?? []).length)
  expect(clipped.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1)
})

test('one point, none, years apart and amounts below zero are drawn as well', async () => {
  for (const points of [[], [point('2025-01-01', 7)], [point('1900-01-01', -5e12), point('2025-01-01', 3)], [point('2025-01-01', 0)]])
    expect(new Resvg(await drawMetricChart(series(points))).render().height).toBe(360)
})

// The charts of a report: drawn in the worker as without one, each once, under the names that its text has.

import { expect, test } from 'vitest'
import type { MetricSeries } from '../../../src/core/ledger/ledger-answers.ts'
import { drawCharts } from '../../../src/host/charts/draw-charts.ts'
import { drawMetricChart } from '../../../src/host/charts/draw-metric-chart.ts'
import { workerUrl } from '../../../src/host/worker-url.ts'

const seriesOf = (name: string): MetricSeries => ({
  name,
  unit: 'USD',
  leftOut: 0,
  points: [2024, 2025].map((year) => ({
    from: `${year}-01-01`,
    to: `${year}-01-01`,
    isDated: true,
    isFiscal: false,
    value: year,
    low: year,
    high: year,
    state: 'agree',
    basis: 'actual',
    citekey: 'paper',
    written: String(year),
  })),
})
const chartsOf = (...names: string[]) => names.map((name) => ({ file: `charts/${name}.svg`, series: seriesOf(name) }))

test('the worker draws what this thread draws, to the byte, in the order asked for', async () => {
  const drawn = await drawCharts(chartsOf('one', '二'), workerUrl)
  expect(drawn).toEqual([
    { file: 'charts/one.svg', svg: await drawMetricChart(seriesOf('one')) },
    { file: 'charts/二.svg', svg: await drawMetricChart(seriesOf('二')) },
  ])
  expect(await drawCharts(chartsOf('二', 'three', 'one'), workerUrl)).toEqual([
    drawn[1],
    { file: 'charts/three.svg', svg: await drawMetricChart(seriesOf('three')) },
    drawn[0],
  ])
})

test('a worker that does not come up costs nothing but time', async () => {
  const drawn = await drawCharts(chartsOf('four'), new URL('./no-such-worker.ts', import.meta.url))
  expect(drawn).toEqual([{ file: 'charts/four.svg', svg: await drawMetricChart(seriesOf('four')) }])
})

// A metric over time as an SVG file, without a window. ECharts is loaded on first use, from its one file: its three hundred modules take half
// a second to be found.

/// <reference path="./echarts-in-one-file.d.ts" />
import { finishSvg } from '../../core/charts/finish-svg.ts'
import { metricChartOption } from '../../core/charts/metric-chart.ts'
import { paperColours } from '../../core/charts/paper-colours.ts'
import type { MetricSeries } from '../../core/ledger/ledger-answers.ts'

/** For the worker. */
export type DrawingTask = { draw: readonly MetricSeries[] }

const size = { width: 720, height: 360 }

/** On paper's colours; the same series gives the same bytes. */
export async function drawMetricChart(series: MetricSeries): Promise<string> {
  const { init } = await import('echarts/dist/echarts.esm.min.mjs')
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  chart.setOption(metricChartOption(series, paperColours))
  const svg = finishSvg(chart.renderToSVGString(), series.name)
  chart.dispose()
  return svg
}

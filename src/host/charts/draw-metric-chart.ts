// A metric over time as an SVG file, without a window. ECharts is loaded on first use: half a megabyte that a host seldom needs.
// Part by part: the one file that it ships too is read seven times as fast, but makes code out of text (of maps), which no bundle of ours may.

import { finishSvg } from '../../core/charts/finish-svg.ts'
import { metricChartOption } from '../../core/charts/metric-chart.ts'
import { paperColours } from '../../core/charts/paper-colours.ts'
import type { MetricSeries } from '../../core/ledger/ledger-answers.ts'

/** For the worker. */
export type DrawingTask = { draw: readonly MetricSeries[] }

const size = { width: 720, height: 360 }

/** On paper's colours; the same series gives the same bytes. */
export async function drawMetricChart(series: MetricSeries): Promise<string> {
  const { CustomChart, LineChart, ScatterChart } = await import('echarts/charts')
  const { GridComponent } = await import('echarts/components')
  const { init, use } = await import('echarts/core')
  const { SVGRenderer } = await import('echarts/renderers')
  use([LineChart, ScatterChart, CustomChart, GridComponent, SVGRenderer])
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  chart.setOption(metricChartOption(series, paperColours))
  const svg = finishSvg(chart.renderToSVGString(), series.name)
  chart.dispose()
  return svg
}

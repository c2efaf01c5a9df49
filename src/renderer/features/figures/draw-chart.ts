// ECharts with the parts that the chart of a metric uses, in a window's element or on paper. Everything is drawn as SVG elements: no markup, no canvas.

import { useComputedColorScheme } from '@mantine/core'
import { CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useMemo } from 'react'
import { finishSvg } from '../../../core/charts/finish-svg.ts'
import { type ChartColours, metricChartOption } from '../../../core/charts/metric-chart.ts'
import { paperColours } from '../../../core/charts/paper-colours.ts'
import type { MetricSeries } from '../../../core/ledger/ledger-answers.ts'

use([LineChart, ScatterChart, CustomChart, GridComponent, SVGRenderer])

export function drawChart(element: HTMLElement) {
  return init(element, null, { renderer: 'svg' })
}

/** As an SVG file, as `footing chart` writes it. */
export function drawOnPaper(series: MetricSeries): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 720, height: 360 })
  chart.setOption(metricChartOption(series, paperColours))
  const svg = finishSvg(chart.renderToSVGString(), series.name)
  chart.dispose()
  return svg
}

/** Those of the theme, as they are now. */
export function useChartColours(): ChartColours {
  const scheme = useComputedColorScheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme is what the values follow
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement)
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
    return {
      ink: colour('ink'),
      dim: colour('dim'),
      line: colour('line'),
      paper: colour('paper'),
      accent: colour('accent'),
      contradicts: colour('contradicts'),
      warn: colour('warn'),
      font: colour('font-ui'),
      textSize: 11,
    }
  }, [scheme])
}

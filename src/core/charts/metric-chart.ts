// From a metric's series to what ECharts draws, in a window and without one alike. Plain data and two functions that draw; no ECharts in here.

import type { MetricSeries, SeriesPoint } from '../ledger/ledger-answers.ts'

/** The colours of the theme that a chart needs, and its type. `textSize` is in pixels of the drawing. */
export type ChartColours = {
  ink: string
  dim: string
  line: string
  paper: string
  accent: string
  contradicts: string
  warn: string
  font: string
  textSize: number
}

/** What custom series of ECharts hand to the function that draws one of their items. */
type DrawApi = { value: (dimension: number) => number; coord: (point: [number, number]) => [number, number] }
type Shape = { type: string; shape: object; style: object; silent: boolean }

const dayMs = 86_400_000

/** Where a point stands in time: in the middle of what it is of. */
export function momentOf({ from, to }: Pick<SeriesPoint, 'from' | 'to'>): number {
  return (Date.parse(`${from}T00:00:00Z`) + Date.parse(`${to}T00:00:00Z`)) / 2
}

/** How a point is drawn, so that nothing is told by colour alone: filled circles agree, triangles are contested, hollow ones are expected. */
export function symbolOf({ state, bound }: SeriesPoint): 'circle' | 'triangle' | 'diamond' | 'arrow' {
  if (state === 'contested' || state === 'scale-slip') return 'triangle'
  if (bound) return 'arrow'
  return state === 'not-comparable' || state === 'outdated' || state === 'restated' ? 'diamond' : 'circle'
}

function colourOf({ state }: SeriesPoint, colours: ChartColours): string {
  if (state === 'contested' || state === 'scale-slip') return colours.contradicts
  return state === 'not-comparable' || state === 'outdated' || state === 'restated' ? colours.dim : colours.accent
}

/** The option for `echarts.setOption`: a line through what stands, error bars, arrows for bounds, and a symbol for each point, in the order of the series. */
export function metricChartOption(series: MetricSeries, colours: ChartColours): Record<string, unknown> {
  const { points } = series
  const [first, last] = extentOf(points)
  const text = { color: colours.dim, fontFamily: colours.font, fontSize: colours.textSize }
  return {
    animation: false,
    backgroundColor: colours.paper,
    textStyle: { fontFamily: colours.font },
    grid: { left: 8, right: 20, top: 2 * colours.textSize, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'time',
      min: first - margin(first, last),
      max: last + margin(first, last),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { lineStyle: { color: colours.line } },
      splitLine: { show: false },
      axisLabel: { ...text, hideOverlap: true, formatter: (moment: number) => dayLabel(moment, last - first) },
    },
    yAxis: {
      type: 'value',
      scale: true,
      name: series.unit,
      nameTextStyle: { ...text, align: 'left' },
      axisLabel: { ...text, formatter: shortNumber },
      splitLine: { lineStyle: { color: colours.line } },
      splitNumber: 4,
    },
    series: [
      { type: 'line', symbol: 'none', silent: true, lineStyle: { color: colours.accent, width: 1.5, opacity: 0.55 }, data: standingLine(points) },
      {
        type: 'custom',
        silent: true,
        // The arrow of a bound at the edge points out of the axes.
        clip: false,
        encode: { x: 0, y: [1, 2, 3] },
        data: points.map((point) => [momentOf(point), point.value, point.low, point.high]),
        renderItem: (params: { dataIndex: number }, api: DrawApi) => {
          const point = points[params.dataIndex]
          return point && { type: 'group', silent: true, children: barsOf(point, api, colourOf(point, colours), colours) }
        },
      },
      {
        type: 'scatter',
        silent: true,
        clip: false,
        data: points.map((point) => {
          const colour = colourOf(point, colours)
          const symbol = symbolOf(point)
          return {
            value: [momentOf(point), point.value],
            symbol: symbol === 'arrow' ? 'rect' : symbol,
            symbolSize: symbol === 'arrow' ? [11, 3] : symbol === 'triangle' ? 12 : 10,
            itemStyle: { color: point.basis === 'actual' ? colour : colours.paper, borderColor: colour, borderWidth: 2 },
          }
        }),
      },
    ],
  }
}

/** The span of its digits as a bar with ends, the time that it is of as a thin line, and a bound as an arrow to where the rest lies. */
function barsOf(point: SeriesPoint, api: DrawApi, colour: string, colours: ChartColours): Shape[] {
  const [x, y] = api.coord([momentOf(point), point.value])
  const shapes: Shape[] = []
  const line = (x1: number, y1: number, x2: number, y2: number, style: object = {}) =>
    shapes.push({ type: 'line', silent: true, shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 1.5, ...style } })
  const [start] = api.coord([Date.parse(`${point.from}T00:00:00Z`), point.value])
  const [end] = api.coord([Date.parse(`${point.to}T00:00:00Z`) + dayMs, point.value])
  if (end - start > 14) line(start, y, end, y, { stroke: colours.dim, lineWidth: 1, opacity: 0.6, ...(point.isFiscal ? { lineDash: [3, 3] } : {}) })
  const [, bottom] = api.coord([momentOf(point), point.low])
  const [, top] = api.coord([momentOf(point), point.high])
  if (!point.bound && bottom - top > 3) {
    line(x, bottom, x, top)
    line(x - 4, top, x + 4, top)
    line(x - 4, bottom, x + 4, bottom)
  }
  if (point.bound) {
    const length = point.bound === 'low' ? -18 : 18
    line(x, y, x, y + length)
    line(x - 4, y + length * 0.72, x, y + length)
    line(x + 4, y + length * 0.72, x, y + length)
  }
  return shapes
}

/** Through actual figures that nobody contests, one for each time. */
function standingLine(points: readonly SeriesPoint[]): [number, number][] {
  const standing = new Map<number, number>()
  for (const point of points) if (symbolOf(point) === 'circle' && point.basis === 'actual') standing.set(momentOf(point), point.value)
  return [...standing]
}

function extentOf(points: readonly SeriesPoint[]): [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const point of points) {
    first = Math.min(first, Date.parse(`${point.from}T00:00:00Z`))
    last = Math.max(last, Date.parse(`${point.to}T00:00:00Z`))
  }
  return Number.isFinite(first) ? [first, last] : [0, dayMs]
}

/** Points do not stand on the edges; a single one stands in the middle of two months. */
function margin(first: number, last: number): number {
  return Math.max(30 * dayMs, (last - first) * 0.06)
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function dayLabel(moment: number, extent: number): string {
  const date = new Date(moment)
  const year = String(date.getUTCFullYear())
  if (extent > 5 * 365 * dayMs) return year
  const month = months[date.getUTCMonth()] ?? ''
  return extent > 120 * dayMs ? `${month} ${year}` : `${date.getUTCDate()} ${month} ${year}`
}

const scales: readonly [number, string][] = [
  [1e12, ' tn'],
  [1e9, ' bn'],
  [1e6, ' m'],
  [1e3, ' k'],
]

/** For an axis: 5,830,000,000 is `5.83 bn`. */
function shortNumber(value: number): string {
  const [scale, word] = scales.find(([least]) => Math.abs(value) >= least) ?? [1, '']
  return `${Number((value / scale).toPrecision(4))}${word}`.replace('-', '−')
}

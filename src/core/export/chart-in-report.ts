// A chart of a report: the file that its picture is, what it is called, and the figures whose passages it stands on.

import { agreementIn } from '../ledger/agreement-in.ts'
import type { MetricSeries } from '../ledger/ledger-answers.ts'
import { metricSeries } from '../ledger/metric-series.ts'
import { metricStanding } from '../ledger/metric-standing.ts'
import type { Figure } from '../records/figure.ts'
import type { Metric } from '../records/metric.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { oneLine } from './citation-text.ts'
import { contentMark } from './content-mark.ts'
import { exportFileName } from './export-file-name.ts'

/** `file` is relative to the exported text: `charts/nvidia-sale-1f3a9c02.svg`. Another series has another name, so that no report changes with a later one. */
export type ReportChart = { file: string; series: MetricSeries }

type DrawnChart = ReportChart & { caption: string; figures: Figure[]; problems: string[] }

/** Undefined where there is nothing to draw. */
export function chartInReport(view: NotebookView, metric: Metric, caption: string): DrawnChart | undefined {
  const series = metricSeries(view, metric)
  if (series.points.length === 0) return undefined
  const file = `charts/${exportFileName(metric.name).replace(/\.md$/, '')}-${contentMark(JSON.stringify(series))}.svg`
  return {
    file,
    series,
    caption: oneLine(caption) || oneLine(metric.name),
    figures: figuresBehind(view, metric, series),
    problems: problemsOf(series),
  }
}

/** Those that are drawn, in the order of time; of a formula's value those of its bases. */
function figuresBehind(view: NotebookView, metric: Metric, { points }: MetricSeries): Figure[] {
  const drawn = points.flatMap(({ figure }) => (figure ? (view.get('figures', figure) ?? []) : []))
  const hasDerived = points.some(({ figure }) => figure === undefined)
  const bases = hasDerived ? (metricStanding(view, metric).derived?.bases ?? []) : []
  return [...new Set([...drawn, ...bases.flatMap((base) => agreementIn(view, base.metric).figures)])]
}

function problemsOf({ name, points, leftOut }: MetricSeries): string[] {
  const contested = points.filter(({ state }) => state === 'contested' || state === 'scale-slip').length
  const chart = `the chart of ${oneLine(name)}`
  return [
    ...(contested > 0 ? [`${chart} shows ${contested} figures that contradict each other`] : []),
    ...(leftOut > 0 ? [`${chart} leaves out ${count(leftOut)} without a time, a value or an exchange rate`] : []),
  ]
}

const count = (figures: number) => (figures === 1 ? '1 figure' : `${figures} figures`)

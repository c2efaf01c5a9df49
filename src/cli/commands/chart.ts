// `footing chart`: a metric over time as an SVG file, to stdout or into a file that appears whole or not at all.

import type { Moment } from '../../core/history/moment.ts'
import { metricSeries } from '../../core/ledger/metric-series.ts'
import type { Metric } from '../../core/records/metric.ts'
import { titleKey } from '../../core/records/tables.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { drawMetricChart } from '../../host/charts/draw-metric-chart.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForReading } from '../open-folder.ts'
import { tell, write, writeJsonLine } from '../output.ts'
import { writeWhole } from '../write-whole.ts'

type Options = { out?: string; json?: boolean; asOf?: Moment }

/** With `--json`: the points that are drawn, and the SVG where no file was named. 1 where there is nothing to draw. */
export async function chart(folder: string, name: string, { out, json = false, asOf }: Options): Promise<number> {
  const notebook = await openForReading(folder, asOf)
  try {
    const series = metricSeries(notebook.view, findMetric(notebook.view, name))
    if (series.points.length === 0) {
      tell(`${series.name} has no figure with a value and a time: there is nothing to draw`)
      return exitCodes.problems
    }
    const svg = await drawMetricChart(series)
    const isToFile = out !== undefined && out !== '-'
    if (isToFile) await writeWhole(out, svg)
    if (json) await writeJsonLine({ ...series, ...(isToFile ? { out } : { svg }) })
    else if (!isToFile) await write(`${svg}\n`)
    if (series.leftOut > 0) tell(`${series.leftOut} figures are not drawn: no time, no value, or no exchange rate`)
    return exitCodes.done
  } finally {
    await notebook.close()
  }
}

/** By id, else by whole name, else by the start of a name that no other metric shares. */
function findMetric(view: NotebookView, name: string): Metric {
  const metrics = [...view.heads('metrics')].filter(({ removedAt }) => removedAt === undefined).sort((one, other) => (one.id < other.id ? -1 : 1))
  const byId = metrics.find(({ id }) => id === name)
  if (byId) return byId
  const key = titleKey(name)
  const exact = metrics.filter((each) => titleKey(each.name) === key)
  const found = exact.length > 0 ? exact : metrics.filter((each) => key !== '' && titleKey(each.name).startsWith(key))
  if (found.length === 1 && found[0]) return found[0]
  const choice = (found.length > 0 ? found : metrics).slice(0, 20).map((each) => `${each.name} (${each.id})`)
  if (found.length > 1) throw new CommandFailure(`several metrics are called like that: ${choice.join(', ')}`)
  throw new CommandFailure(metrics.length === 0 ? 'this notebook has no metric yet' : `there is no metric “${name}”: there are ${choice.join(', ')}`)
}

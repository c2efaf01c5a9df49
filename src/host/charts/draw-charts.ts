// The pictures of a report's charts, drawn in the host's worker and kept: a preview asks for them at every change of the report.

import type { ReportChart } from '../../core/export/chart-in-report.ts'
import { askWorker } from '../ask-worker.ts'
import { type DrawingTask, drawMetricChart } from './draw-metric-chart.ts'

/** Some 10 KB each. */
const mostKept = 200
/** By the series, to the letter. */
const kept = new Map<string, string>()

/** In the order given. Without a worker, or where it fails, they are drawn in this thread. */
export async function drawCharts(charts: readonly ReportChart[], workerUrl: URL | undefined, signal?: AbortSignal): Promise<DrawnFile[]> {
  const wanted = new Map(charts.map(({ series }) => [JSON.stringify(series), series]))
  const missing = [...wanted].filter(([key]) => !kept.has(key))
  if (missing.length > 0) {
    const draw = missing.map(([, series]) => series)
    const inThread = workerUrl && (await askWorker<string[]>(workerUrl, { draw } satisfies DrawingTask, signal))
    signal?.throwIfAborted()
    const drawn = inThread ?? (await Promise.all(draw.map(drawMetricChart)))
    for (const [position, [key]] of missing.entries()) kept.set(key, drawn[position] ?? '')
  }
  const files = charts.map(({ file, series }) => ({ file, svg: kept.get(JSON.stringify(series)) ?? '' }))
  for (const key of kept.keys()) {
    if (kept.size <= mostKept) break
    if (!wanted.has(key)) kept.delete(key)
  }
  return files
}

export type DrawnFile = { file: string; svg: string }

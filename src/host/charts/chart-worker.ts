// The worker that draws charts: to load ECharts and to draw with it would hold the windows up for a moment.

import { parentPort, workerData } from 'node:worker_threads'
import { type DrawingTask, drawMetricChart } from './draw-metric-chart.ts'

const { draw } = workerData as DrawingTask
const drawn: string[] = []
for (const series of draw) drawn.push(await drawMetricChart(series))
parentPort?.postMessage(drawn)

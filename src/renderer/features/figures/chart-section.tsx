// The course of a metric over time. What draws it comes in a part of its own, once a metric with more than one dated figure is shown.

import { lazy, Suspense, useRef } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { strings } from '../../strings/strings.ts'
import classes from './metric-detail.module.css'

const MetricChart = lazy(async () => ({ default: (await import('./metric-chart.tsx')).MetricChart }))

type ChartSectionProps = { metric: RecordId<'metric'>; onOpenFigure: (figure: RecordId<'figure'>) => void }

export function ChartSection({ metric, onOpenFigure }: ChartSectionProps) {
  const { value } = useAnswer('metric.series', { metric })
  const kept = useRef(value)
  if (value) kept.current = value
  const series = value ?? kept.current
  if (!series || series.points.length < 2) return null
  return (
    <section>
      <h4 className={classes.label}>{strings.figures.overTime}</h4>
      <Suspense fallback={<div className={classes.chartRoom} />}>
        <MetricChart metric={metric} series={series} onOpenFigure={onOpenFigure} />
      </Suspense>
      {series.leftOut > 0 && <p className={classes.note}>{strings.figures.leftOut(series.leftOut)}</p>}
    </section>
  )
}

// A metric drawn by ECharts, with a button over each of its points: the drawing is for the eye, the buttons are for pointer, keys and screen readers alike.

import { ActionIcon } from '@mantine/core'
import { IconDownload, IconFilePlus } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { metricChartOption, momentOf, symbolOf } from '../../../core/charts/metric-chart.ts'
import { exportFileName } from '../../../core/export/export-file-name.ts'
import type { MetricSeries, SeriesPoint } from '../../../core/ledger/ledger-answers.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useKeyProps } from '../../keys/aria-keys.ts'
import { useIsPast } from '../../notebook/past.ts'
import { strings } from '../../strings/strings.ts'
import { downloadFile } from '../../ui/download.ts'
import { ChartReportDialog } from '../../ui/report-dialog.tsx'
import { shownTime } from '../../ui/shown-time.ts'
import { drawChart, drawOnPaper, useChartColours } from './draw-chart.ts'
import classes from './metric-chart.module.css'

const words = strings.figures

type MetricChartProps = { metric: RecordId<'metric'>; series: MetricSeries; onOpenFigure: (figure: RecordId<'figure'>) => void }
type Place = { left: number; top: number }

export function MetricChart({ metric, series, onOpenFigure }: MetricChartProps) {
  const room = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof drawChart>>(undefined)
  const [places, setPlaces] = useState<readonly Place[]>([])
  const [active, setActive] = useState(0)
  const [told, setTold] = useState<number>()
  const colours = useChartColours()
  const option = useMemo(() => metricChartOption(series, colours), [series, colours])
  useLayoutEffect(() => {
    const { current } = room
    if (!current) return
    chart.current = drawChart(current)
    return () => chart.current?.dispose()
  }, [])
  useEffect(() => {
    const drawn = chart.current
    const { current } = room
    if (!drawn || !current) return
    const place = () => {
      // It goes with the layout, before the observer does.
      if (drawn.isDisposed()) return
      drawn.resize()
      setPlaces(series.points.map((point) => placeIn(drawn, point)))
    }
    drawn.setOption(option, true)
    place()
    const size = new ResizeObserver(place)
    size.observe(current)
    return () => size.disconnect()
  }, [option, series])

  const save = () => void downloadFile(exportFileName(series.name).replace(/\.md$/, '.svg'), drawOnPaper(series), 'image/svg+xml;charset=utf-8')
  useAction({ id: 'figures.save-chart', run: save })
  const saveKeys = useKeyProps('figures.save-chart', words.saveChart)
  const isPast = useIsPast()
  const [isChoosing, setIsChoosing] = useState(false)
  useAction({ id: 'figures.chart-to-report', run: () => setIsChoosing(true), isEnabled: () => !isPast })
  const reportKeys = useKeyProps('figures.chart-to-report', words.chartToReport)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const last = series.points.length - 1
    const next = { ArrowRight: active + 1, ArrowLeft: active - 1, Home: 0, End: last }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const index = Math.max(0, Math.min(last, next))
    setActive(index)
    event.currentTarget.querySelectorAll<HTMLElement>('[data-point]')[index]?.focus()
  }
  const shown = told === undefined ? undefined : series.points[told]
  const at = told === undefined ? undefined : places[told]
  return (
    <figure className={classes.chart}>
      <div ref={room} className={classes.drawing} aria-hidden="true" />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form */}
      <div role="group" aria-label={words.chartOf(series.name)} className={classes.points} onKeyDown={onKeyDown}>
        {series.points.map((point, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of the series is what a point is known by
            key={index}
            type="button"
            data-point=""
            className={classes.point}
            aria-label={sentenceOf(point, series)}
            aria-disabled={point.figure === undefined || undefined}
            tabIndex={index === Math.min(active, series.points.length - 1) ? 0 : -1}
            style={places[index]}
            onFocus={() => {
              setActive(index)
              setTold(index)
            }}
            onBlur={() => setTold(undefined)}
            onPointerEnter={() => setTold(index)}
            onPointerLeave={() => setTold(undefined)}
            onClick={() => point.figure && onOpenFigure(point.figure)}
          />
        ))}
      </div>
      {shown && at && (
        <div
          className={classes.told}
          style={{ left: at.left, top: at.top }}
          data-right={at.left > (room.current?.clientWidth ?? 0) / 2 || undefined}
          aria-hidden="true"
        >
          {sentenceOf(shown, series)}
        </div>
      )}
      <figcaption className={classes.legend}>
        <span className={classes.legendText}>{words.legend}</span>
        {!isPast && (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={words.chartToReport} {...reportKeys} onClick={() => setIsChoosing(true)}>
            <IconFilePlus size={15} />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={words.saveChart} {...saveKeys} onClick={save}>
          <IconDownload size={15} />
        </ActionIcon>
      </figcaption>
      {isChoosing && <ChartReportDialog metric={metric} name={series.name} onClose={() => setIsChoosing(false)} />}
    </figure>
  )
}

function placeIn(chart: ReturnType<typeof drawChart>, point: SeriesPoint): Place {
  const [left = 0, top = 0] =
    (chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [momentOf(point), point.value]) as unknown as number[] | undefined) ?? []
  return { left, top }
}

function sentenceOf(point: SeriesPoint, { unit }: MetricSeries): string {
  const time = point.isFiscal ? words.about(shownTime({ from: point.from, to: point.to })) : shownTime({ from: point.from, to: point.to })
  const value = point.written || `${point.value.toLocaleString('en')} ${unit}`
  const marks = [
    point.basis === 'actual' ? '' : words.bases[point.basis],
    point.bound ? words.boundMarks[point.bound] : '',
    point.isDated ? '' : words.dateOfSource,
    symbolOf(point) === 'circle' ? '' : words.states[point.state],
  ]
  return [time, value, point.citekey, ...marks].filter(Boolean).join(' · ')
}

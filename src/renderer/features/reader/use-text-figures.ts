// The figures of the text that is read, painted near the view: candidates come when the host has them, and nothing waits for them.

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { UnsafeHtml } from '../../../core/markdown/safe-html.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { clearPaint, type FigurePurpose, paint } from './paint-highlights.ts'
import type { ReadingRange } from './reading-positions.ts'
import { indexFrom, mergeFigures, type TextFigure } from './text-figures.ts'
import type { PaintedText } from './use-painted-text.ts'

/** Enough for a book; of more, those further on are painted as found until the analyst is there. */
const mostKept = 500
/** How far around the view figures are painted, in heights of the view: a wheel turns less between two frames. */
const margin = 1.5

export type TextFigures = {
  figures: readonly TextFigure[]
  isLoading: boolean
  current: TextFigure | undefined
  setCurrent: (figure: ReadingRange | undefined) => void
}

type Reading = {
  source: RecordId<'source'>
  text: RecordId<'text'>
  html: UnsafeHtml
  painted: PaintedText
  scroller: RefObject<HTMLElement | null>
}

export function useTextFigures({ source, text, html, painted, scroller }: Reading): TextFigures {
  const found = useAnswer('figures.in-text', { text }, { follow: false })
  const kept = useWatch('figures', { source, order: 'source' }, 0, mostKept)
  const figures = useMemo(() => mergeFigures(text, found.value?.figures ?? [], kept.rows), [text, found.value, kept.rows])
  const [place, setCurrent] = useState<ReadingRange>()
  const current = useMemo(
    () => place && (figures.find(({ start, end }) => start < place.end && end > place.start) ?? { start: place.start, end: place.end }),
    [figures, place],
  )
  usePaintedFigures({ figures, current, html, painted, scroller })
  return { figures, isLoading: found.isLoading || kept.isLoading, current, setCurrent }
}

type Painting = Pick<Reading, 'html' | 'painted' | 'scroller'> & { figures: readonly TextFigure[]; current: TextFigure | undefined }

function usePaintedFigures({ figures, current, html, painted, scroller }: Painting): void {
  const reader = useRef({})
  const done = useRef<ReadingRange>(undefined)
  const paintNear = useCallback(() => {
    const view = scroller.current?.getBoundingClientRect()
    if (!view || figures.length === 0) return
    const seen = painted.stretchBetween(view.top, view.bottom)
    if (done.current && done.current.start <= seen.start && done.current.end >= seen.end) return
    const near = painted.stretchBetween(view.top - margin * view.height, view.bottom + margin * view.height)
    done.current = near
    const ranges: Record<FigurePurpose, Range[]> = { figure: [], 'figure-kept': [], 'figure-contested': [] }
    for (let index = indexFrom(figures, near.start); index < figures.length; index += 1) {
      const figure = figures[index] as TextFigure
      if (figure.start > near.end) break
      const range = painted.rangeOf(figure)
      if (range) ranges[purposeOf(figure)].push(range)
    }
    for (const purpose of Object.keys(ranges) as FigurePurpose[]) paint(purpose, ranges[purpose], reader.current)
  }, [figures, painted, scroller])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other places
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    done.current = undefined
    for (const purpose of ['figure', 'figure-kept', 'figure-contested'] as const) paint(purpose, [], reader.current)
    let frame = 0
    const soon = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        paintNear()
      })
    }
    soon()
    element.addEventListener('scroll', soon, { passive: true })
    const size = new ResizeObserver(soon)
    size.observe(element)
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', soon)
      size.disconnect()
    }
  }, [paintNear, scroller, html])
  useEffect(() => {
    const range = current && painted.rangeOf(current)
    paint('figure-current', range ? [range] : [], reader.current)
  }, [current, painted])
  useEffect(() => {
    const { current: mine } = reader
    return () => clearPaint(mine)
  }, [])
}

function purposeOf({ row }: TextFigure): FigurePurpose {
  if (!row) return 'figure'
  return row.state === 'contested' || row.state === 'scale-slip' ? 'figure-contested' : 'figure-kept'
}

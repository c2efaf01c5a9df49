// The rendered text with its highlights painted: where passages stand in the page, and which highlight lies at a point.

import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { UnsafeHtml } from '../../../core/markdown/safe-html.ts'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import { highlightColours } from '../../../core/records/highlight.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { clearPaint, isPointOn, paint, paintedRangesAt } from './paint-highlights.ts'
import { mapReadingText, type ReadingMap, type ReadingRange, stretchBetween, toCaretOffset, toDomRange } from './reading-positions.ts'
import { type SelectedPassage, toSelectedPassage } from './selected-passage.ts'

export type PaintedText = {
  /** Where a stretch of the reading text stands in the page. */
  rangeOf: (passage: ReadingRange) => Range | undefined
  /** The highlights at a point of the window, the shortest first. */
  highlightsAt: (x: number, y: number) => RecordId<'highlight'>[]
  /** The offset in the reading text at a point of the window; undefined where no text lies there. */
  offsetAt: (x: number, y: number) => number | undefined
  /** Where the caret stands, or where a selection ends. */
  caretOffset: () => number | undefined
  /** About what of the reading text stands between two heights of the window. */
  stretchBetween: (top: number, bottom: number) => ReadingRange
  /** The passage that a DOM range means. */
  passageOf: (range: Range) => SelectedPassage | undefined
}

type Painting = {
  root: RefObject<HTMLElement | null>
  html: UnsafeHtml
  readingText: string
  /** Those that can be shown in this text. */
  highlights: readonly HighlightRow[]
  current: RecordId<'highlight'> | undefined
  pending: ReadingRange | undefined
}

export function usePaintedText({ root, html, readingText, highlights, current, pending }: Painting): PaintedText {
  const held = useRef<{ html: UnsafeHtml; map: ReadingMap }>(undefined)
  const mapOf = useCallback(() => {
    if (held.current?.html !== html) held.current = { html, map: root.current ? mapReadingText(root.current) : { leaves: [], nodes: [] } }
    return held.current.map
  }, [html, root])
  const painted = useRef(new Map<AbstractRange, HighlightRow>())

  useEffect(() => {
    painted.current = new Map()
    for (const colour of highlightColours) {
      const ranges: Range[] = []
      for (const highlight of highlights) {
        const range = highlight.colour === colour ? toDomRange(mapOf(), highlight.passage) : undefined
        if (!range) continue
        ranges.push(range)
        painted.current.set(range, highlight)
      }
      paint(colour, ranges, held)
    }
    const changed = highlights.filter(({ state, standing }) => state === 'changed' && !standing)
    paint(
      'changed',
      changed.flatMap(({ passage }) => toDomRange(mapOf(), passage) ?? []),
      held,
    )
  }, [highlights, mapOf])
  useEffect(() => {
    const shown = highlights.find(({ id }) => id === current)
    const range = shown && toDomRange(mapOf(), shown.passage)
    paint('current', range ? [range] : [], held)
  }, [highlights, current, mapOf])
  useEffect(() => {
    const range = pending && toDomRange(mapOf(), pending)
    paint('pending', range ? [range] : [], held)
  }, [pending, mapOf])
  useEffect(() => () => clearPaint(held), [])

  return useMemo(
    () => ({
      rangeOf: (passage) => toDomRange(mapOf(), passage),
      highlightsAt: (x, y) => {
        const ranges = paintedRangesAt(x, y) ?? rangesAtCaret(mapOf(), painted.current, x, y)
        const found = [...new Set(ranges.flatMap((range) => painted.current.get(range) ?? []))]
        return found.sort((one, other) => one.passage.exact.length - other.passage.exact.length).map(({ id }) => id)
      },
      offsetAt: (x, y) => {
        const caret = document.caretPositionFromPoint?.(x, y)
        return caret ? toCaretOffset(mapOf(), caret.offsetNode, caret.offset) : undefined
      },
      caretOffset: () => {
        const selection = document.getSelection()
        if (!selection?.focusNode || !root.current?.contains(selection.focusNode)) return undefined
        return toCaretOffset(mapOf(), selection.focusNode, selection.focusOffset)
      },
      stretchBetween: (top, bottom) => stretchBetween(mapOf(), top, bottom),
      passageOf: (range) => toSelectedPassage(mapOf(), range, readingText),
    }),
    [mapOf, readingText, root],
  )
}

/** For browsers without `highlightsFromPoint`. */
function rangesAtCaret(map: ReadingMap, painted: ReadonlyMap<AbstractRange, HighlightRow>, x: number, y: number): AbstractRange[] {
  const caret = document.caretPositionFromPoint?.(x, y)
  const offset = caret ? toCaretOffset(map, caret.offsetNode, caret.offset) : undefined
  if (offset === undefined) return []
  return [...painted].flatMap(([range, { passage }]) =>
    passage.start <= offset && offset <= passage.end && range instanceof Range && isPointOn(range, x, y) ? [range] : [],
  )
}

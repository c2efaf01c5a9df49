// The side notes that are near the view, and how far down the column their passages stand.

import { type RefObject, useEffect, useState } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { hasNote } from './has-note.ts'
import { readingRangeInView } from './notes-in-view.ts'
import type { PaintedText } from './use-painted-text.ts'

export type MarginNote = { row: HighlightRow; wanted: number }

type Margin = {
  words: RefObject<HTMLElement | null>
  scroller: RefObject<HTMLElement | null>
  column: RefObject<HTMLElement | null>
  painted: PaintedText
  /** Those of this text, in its order. */
  highlights: readonly HighlightRow[]
  /** It has a note even where it has nothing to say yet. */
  current: RecordId<'highlight'> | undefined
  isOn: boolean
}

export function useMarginNotes({ words, scroller, column, painted, highlights, current, isOn }: Margin): readonly MarginNote[] {
  const [notes, setNotes] = useState<readonly MarginNote[]>([])
  useEffect(() => {
    const [text, view, frameOf] = [words.current, scroller.current, column.current]
    if (!isOn || !text || !view || !frameOf) {
      setNotes([])
      return
    }
    let frame = 0
    const look = () => {
      frame = 0
      const { start, end } = readingRangeInView(text, view.getBoundingClientRect())
      const { top } = frameOf.getBoundingClientRect()
      const near = highlights.flatMap((row) => {
        if (row.passage.end <= start || row.passage.start >= end || !(row.id === current || hasNote(row))) return []
        const rect = painted.rangeOf({ start: row.passage.start, end: row.passage.start + 1 })?.getBoundingClientRect()
        return rect ? [{ row, wanted: Math.round(rect.top - top) }] : []
      })
      setNotes((shown) => (isSame(shown, near) ? shown : near))
    }
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look)
    }
    look()
    view.addEventListener('scroll', lookSoon, { passive: true })
    // Another width or size of text moves every passage, and so does what is laid out as it comes near.
    const growth = new ResizeObserver(lookSoon)
    growth.observe(text)
    return () => {
      cancelAnimationFrame(frame)
      view.removeEventListener('scroll', lookSoon)
      growth.disconnect()
    }
  }, [words, scroller, column, painted, highlights, current, isOn])
  return notes
}

function isSame(one: readonly MarginNote[], other: readonly MarginNote[]): boolean {
  return one.length === other.length && one.every(({ row, wanted }, index) => row === other[index]!.row && wanted === other[index]!.wanted)
}

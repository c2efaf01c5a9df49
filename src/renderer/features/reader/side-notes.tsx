// What was said about the passages stands beside them: in the margin where there is one, else below.

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { UnsafeHtml } from '../../../core/markdown/safe-html.ts'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { MarginNotes } from './margin-notes.tsx'
import { NotesBelow } from './notes-below.tsx'
import type { SideNoteProps } from './side-note.tsx'
import { useMarginNotes } from './use-margin-notes.ts'
import { useNotesShown } from './use-notes-shown.ts'
import type { PaintedText } from './use-painted-text.ts'

export type NotesPlace = 'margin' | 'below' | 'nowhere'

/** A reader as wide as this has a margin beside its text, as reader-view.module.css gives it one. */
const marginFromPx = 740

/** The list of highlights says the same, so beside it there are none. */
export function useNotesPlace(scroller: RefObject<HTMLElement | null>, isListOpen: boolean): NotesPlace {
  const areShown = useNotesShown((state) => state.areShown)
  const [isWide, setIsWide] = useState(false)
  useEffect(() => {
    if (!scroller.current) return
    const growth = new ResizeObserver(([entry]) => setIsWide((entry?.contentRect.width ?? 0) >= marginFromPx))
    growth.observe(scroller.current)
    return () => growth.disconnect()
  }, [scroller])
  if (!areShown || isListOpen) return 'nowhere'
  return isWide ? 'margin' : 'below'
}

type SideNotesProps = Omit<SideNoteProps, 'row' | 'isCurrent' | 'isStop'> & {
  place: NotesPlace
  words: RefObject<HTMLElement | null>
  scroller: RefObject<HTMLElement | null>
  column: RefObject<HTMLElement | null>
  html: UnsafeHtml
  painted: PaintedText
  highlights: readonly HighlightRow[]
  current: RecordId<'highlight'> | undefined
}

export function SideNotes({ place, words, scroller, column, html, painted, highlights, current, ...given }: SideNotesProps) {
  const latest = useRef(given)
  latest.current = given
  // The same functions for as long as it is shown: a step from one passage to the next leaves the other notes alone.
  const [on] = useState<typeof given>(() => ({
    onFocus: (row) => latest.current.onFocus(row),
    onDetails: (row) => latest.current.onDetails(row),
    onOpenInsight: (id) => latest.current.onOpenInsight(id),
  }))
  const notes = useMarginNotes({ words, scroller, column, painted, highlights, current, isOn: place === 'margin' })
  if (place === 'margin') return <MarginNotes words={words} notes={notes} current={current} {...on} />
  return place === 'below' && <NotesBelow words={words} html={html} painted={painted} highlights={highlights} current={current} {...on} />
}

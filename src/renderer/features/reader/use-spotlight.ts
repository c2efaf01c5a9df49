// A passage asked for from elsewhere: a citation, a search hit, a piece of evidence. Each asking is answered once, as soon as it can be.

import { type RefObject, useEffect, useRef } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { flashPassage, revealPassage } from './reveal-passage.ts'
import type { PaintedText } from './use-painted-text.ts'

/** `nonce` tells one asking from the next for the same passage. */
export type Spotlight = { highlight?: RecordId<'highlight'>; start?: number; end?: number; nonce: number }

type Lit = {
  spotlight: Spotlight | undefined
  highlights: readonly HighlightRow[]
  painted: PaintedText
  scroller: RefObject<HTMLElement | null>
  onHighlight: (highlight: HighlightRow) => void
}

export function useSpotlight({ spotlight, highlights, painted, scroller, onHighlight }: Lit): void {
  const answered = useRef<number>(undefined)
  useEffect(() => {
    if (!spotlight || answered.current === spotlight.nonce || !scroller.current) return
    const { highlight, start, end, nonce } = spotlight
    const row = highlights.find(({ id }) => id === highlight)
    const range = start === undefined || end === undefined ? undefined : painted.rangeOf({ start, end })
    if (row) onHighlight(row)
    else if (range) {
      revealPassage(scroller.current, range)
      flashPassage(range)
    } else return
    answered.current = nonce
  }, [spotlight, highlights, painted, scroller, onHighlight])
}

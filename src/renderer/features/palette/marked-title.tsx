// A title with the letters marked that fit what was typed.

import { type ReactNode, useMemo } from 'react'
import { fitTitle, prepareTyped } from '../../../core/finding/fit-title.ts'
import { foldText, originalRange } from '../../../core/finding/fold-text.ts'
import classes from './palette.module.css'

export function MarkedTitle({ title, typed }: { title: string; typed: string }) {
  const pieces = useMemo(() => markPieces(title, typed), [title, typed])
  return <>{pieces}</>
}

function markPieces(title: string, typed: string): ReactNode[] {
  const pieces: ReactNode[] = []
  let from = 0
  for (const { start, end } of typed === '' ? [] : (fitTitle(foldText(title), prepareTyped(typed))?.ranges ?? [])) {
    const range = originalRange(title, start, end)
    // Two letters of the folding can be one of the title.
    if (range.end <= from) continue
    pieces.push(title.slice(from, range.start))
    pieces.push(
      <mark key={range.start} className={classes.mark}>
        {title.slice(Math.max(from, range.start), range.end)}
      </mark>,
    )
    from = range.end
  }
  return [...pieces, title.slice(from)]
}

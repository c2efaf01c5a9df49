// What the analyst said about one passage, and what rests on it: a note beside the text, edited where it stands.

import { memo, type ReactNode, useEffect, useId, useState } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useIsPast } from '../../notebook/past.ts'
import { strings } from '../../strings/strings.ts'
import { StanceCounts } from '../../ui/stance-chip.tsx'
import { ColourSample } from './colour-swatches.tsx'
import { problemOf } from './has-note.ts'
import { HighlightComment } from './highlight-comment.tsx'
import classes from './side-note.module.css'
import { keepsSelection } from './use-text-selection.ts'

export type SideNoteProps = {
  row: HighlightRow
  isCurrent: boolean
  /** Tab comes to one note of a text, and to what is in the current one; J and K go from each to the next. */
  isStop: boolean
  /** The focus reached it, or the pointer went down on it. */
  onFocus: (row: HighlightRow) => void
  onDetails: (row: HighlightRow) => void
  onOpenInsight: (id: RecordId<'insight'>) => void
}

/** Of a note that is not the current one. */
const shownInsights = 2

export const SideNote = memo(function SideNote({ row, isCurrent, isStop, onFocus, onDetails, onOpenInsight }: SideNoteProps) {
  const { id, number, colour, comment, evidence, insights } = row
  const described = useId()
  const problem = problemOf(row)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the focus of what is in it makes it the current one
    <div
      className={classes.note}
      data-side-notes=""
      data-colour={colour}
      data-current={isCurrent || undefined}
      onFocus={() => onFocus(row)}
      {...keepsSelection}
    >
      <button
        type="button"
        className={classes.head}
        data-side-note={id}
        tabIndex={isStop ? 0 : -1}
        aria-current={isCurrent || undefined}
        aria-describedby={comment ? described : undefined}
        title={strings.reader.details(number)}
        onClick={() => onDetails(row)}
      >
        <strong>{strings.reader.name(number)}</strong>
        <ColourSample colour={colour} />
        <StanceCounts counts={evidence} />
        {problem && <span className={classes.problem}>{problem}</span>}
      </button>
      <NoteComment row={row} isCurrent={isCurrent} described={described} />
      {(isCurrent ? insights : insights.slice(0, shownInsights)).map(({ id: insight, title }) => (
        <button
          key={insight}
          type="button"
          data-opens
          tabIndex={isCurrent ? 0 : -1}
          className={classes.insight}
          aria-label={strings.reader.openInsight(title)}
          onClick={() => onOpenInsight(insight)}
        >
          → {title || strings.reader.untitledInsight}
        </button>
      ))}
      {!isCurrent && insights.length > shownInsights && (
        <button
          type="button"
          className={classes.more}
          tabIndex={-1}
          // Once the note is the current one all of them are there, and this button is not: it must not have the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={({ currentTarget }) => currentTarget.parentElement?.querySelector<HTMLElement>('[data-side-note]')?.focus()}
        >
          {strings.reader.moreInsights(insights.length - shownInsights)}
        </button>
      )}
    </div>
  )
})

function NoteComment({ row, isCurrent, described }: { row: HighlightRow; isCurrent: boolean; described: string }) {
  const isPast = useIsPast()
  const [isEditing, setIsEditing] = useState(false)
  useEffect(() => {
    if (!isCurrent) setIsEditing(false)
  }, [isCurrent])
  if (isEditing) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the field in it
      <div
        className={classes.field}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.stopPropagation()
          event.currentTarget.parentElement?.querySelector<HTMLElement>('[data-side-note]')?.focus()
          setIsEditing(false)
        }}
      >
        <HighlightComment highlight={row} startsHere />
      </div>
    )
  }
  const words: ReactNode = row.comment || (isCurrent && !isPast && strings.reader.addComment)
  if (!words) return null
  if (isPast) {
    return (
      <p id={described} className={classes.comment}>
        {words}
      </p>
    )
  }
  return (
    <button
      type="button"
      id={described}
      className={classes.comment}
      tabIndex={isCurrent ? 0 : -1}
      data-empty={row.comment === '' || undefined}
      title={strings.reader.editComment}
      onClick={() => setIsEditing(true)}
    >
      {words}
    </button>
  )
}

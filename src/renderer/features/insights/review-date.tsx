// When an insight has to be looked at again: in some months, at a date that is as precise as it is known, or never.

import { type KeyboardEvent, useRef, useState } from 'react'
import { isPast } from '../../../core/records/is-past.ts'
import { partialDate } from '../../../core/records/record-fields.ts'
import { useAction } from '../../keys/actions.ts'
import { useDraftState } from '../../notebook/draft-hooks.ts'
import { strings } from '../../strings/strings.ts'
import { showPartialDate } from '../../ui/partial-date.ts'
import { ChipSelect } from './chip-select.tsx'
import classes from './insight-pane.module.css'
import type { InsightDraft } from './open-insight.tsx'

const words = strings.insights
const steps = [1, 3, 6, 12]
const other = 'other'

export function ReviewDate({ draft }: { draft: InsightDraft }) {
  const reviewBy = useDraftState(draft, (state) => state.content?.reviewBy ?? '')
  const [isTyping, setIsTyping] = useState(false)
  const chip = useRef<HTMLSpanElement>(null)
  useAction({
    id: 'insight.review-date',
    run: () => {
      const select = chip.current?.querySelector('select')
      select?.focus()
      select?.showPicker?.()
    },
  })
  const today = new Date().toISOString().slice(0, 10)
  if (isTyping)
    return (
      <OtherDate
        given={reviewBy}
        onDone={(date) => {
          setIsTyping(false)
          if (date !== undefined) draft.edit('reviewBy', date)
        }}
      />
    )
  const isDue = reviewBy !== '' && isPast(reviewBy, today)
  const shown = showPartialDate(reviewBy)
  const ahead = steps.map((months) => [months, inMonths(months)] as const).filter(([, date]) => date !== reviewBy)
  return (
    <span ref={chip}>
      <ChipSelect
        label={words.reviewBy}
        value={reviewBy}
        tone={isDue ? 'warn' : 'plain'}
        options={[
          [reviewBy, reviewBy === '' ? words.noReview : isDue ? words.reviewDue(shown) : words.reviewOn(shown)],
          ...ahead.map(([months, date]) => [date, words.reviewIn(months, showPartialDate(date))] as const),
          [other, words.otherDate],
          ...(reviewBy === '' ? [] : [['', words.removeReview] as const]),
        ]}
        onChange={(value) => (value === other ? setIsTyping(true) : draft.edit('reviewBy', value))}
      />
    </span>
  )
}

/** `onDone` without a date leaves it as it was. */
function OtherDate({ given, onDone }: { given: string; onDone: (date?: string) => void }) {
  const [written, setWritten] = useState(given)
  const date = written.trim()
  const isDate = partialDate.safeParse(date).success
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onDone()
    else if (isDate) onDone(date)
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it takes the place of the control that asked for it
      autoFocus
      className={classes.reviewDate}
      aria-label={words.reviewDate}
      placeholder="2026-03-31"
      title={words.reviewDate}
      aria-invalid={!isDate}
      value={written}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => onDone(isDate ? date : undefined)}
    />
  )
}

/** The last day of February stands for the days that it has not. */
function inMonths(months: number): string {
  const then = new Date()
  const day = then.getUTCDate()
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() + months)
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(day, last))
  return then.toISOString().slice(0, 10)
}

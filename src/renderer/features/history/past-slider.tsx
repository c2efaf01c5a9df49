// The line of all changes as a slider: days are marked above it, and the keys go by changes, hours and days.

import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { daysOf, momentOfCommit, type Timeline } from '../../../core/history/timeline.ts'
import { strings } from '../../strings/strings.ts'
import { showDay } from '../../ui/shown-moment.tsx'
import classes from './past-bar.module.css'
import { exactly } from './when.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** While the thumb is dragged, a moment is read only where it rests. */
const restMs = 120
const mostLabels = 8

type PastSliderProps = {
  timeline: Timeline
  asked: number
  onChange: (seq: number) => void
  onStep: (direction: -1 | 1, distanceMs: number) => void
}

export function PastSlider({ timeline, asked, onChange, onStep }: PastSliderProps) {
  const { firstSeq, lastSeq } = timeline
  const [dragged, setDragged] = useState<number>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const days = useMemo(() => daysOf(timeline, (atMs) => showDay(new Date(atMs))), [timeline])
  const total = lastSeq - firstSeq + 1
  // Days as wide as what was done on them: the line is one of changes, and a year in which nothing happened takes no room.
  const marks = days.map(({ day, firstSeq: from, count }, index) => ({
    day,
    left: `${((from - firstSeq) / total) * 100}%`,
    width: `${(count / total) * 100}%`,
    isOdd: index % 2 === 1,
    isLabelled: count / total > 1 / mostLabels,
    key: from,
  }))
  const value = dragged ?? asked
  const move = (seq: number) => {
    setDragged(seq)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setDragged(undefined)
      onChange(seq)
    }, restMs)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = /^(ArrowLeft|ArrowDown|PageDown)$/.test(event.key) ? -1 : /^(ArrowRight|ArrowUp|PageUp)$/.test(event.key) ? 1 : undefined
    if (direction === undefined || event.altKey || event.metaKey) return
    event.preventDefault()
    onStep(direction, event.key.startsWith('Page') || event.ctrlKey ? dayMs : event.shiftKey ? hourMs : 0)
  }
  return (
    <div className={classes.slider}>
      <div className={classes.days} aria-hidden="true">
        {marks.map(({ day, left, width, isOdd, isLabelled, key }) => (
          <span key={key} className={classes.day} data-odd={isOdd || undefined} style={{ left, width }} title={day}>
            {isLabelled && day}
          </span>
        ))}
      </div>
      <input
        type="range"
        className={classes.range}
        min={firstSeq}
        max={Math.max(lastSeq, firstSeq)}
        step={1}
        value={value}
        aria-label={strings.history.slider}
        aria-valuetext={strings.history.sliderValue(value, exactly(momentOfCommit(timeline, value)))}
        aria-keyshortcuts="ArrowLeft ArrowRight Shift+ArrowLeft Shift+ArrowRight PageUp PageDown Home End"
        onChange={(event) => move(Number(event.currentTarget.value))}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

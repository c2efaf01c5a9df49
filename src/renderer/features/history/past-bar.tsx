// The bar above a window that looks at the past: which moment it is, plainly, and the ways to another one and back to now.

import { ActionIcon, Button, Loader } from '@mantine/core'
import {
  IconChevronLeft,
  IconChevronRight,
  IconChevronsLeft,
  IconChevronsRight,
  IconHistory,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { momentOfCommit, stepByTime } from '../../../core/history/timeline.ts'
import { useAction } from '../../keys/actions.ts'
import { goToChange, goToTime, leavePast, usePast } from '../../notebook/past.ts'
import { strings } from '../../strings/strings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import classes from './past-bar.module.css'
import { PastSlider } from './past-slider.tsx'
import { exactly, howLongAgo } from './when.ts'

const words = strings.history
const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Shorter than this nobody wonders whether anything happens. */
const showBusyAfterMs = 500

const steps = [
  { label: words.steps.dayBack, Icon: IconPlayerSkipBack, direction: -1, distanceMs: dayMs },
  { label: words.steps.hourBack, Icon: IconChevronsLeft, direction: -1, distanceMs: hourMs },
  { label: words.steps.back, Icon: IconChevronLeft, direction: -1, distanceMs: 0 },
  { label: words.steps.forth, Icon: IconChevronRight, direction: 1, distanceMs: 0 },
  { label: words.steps.hourForth, Icon: IconChevronsRight, direction: 1, distanceMs: hourMs },
  { label: words.steps.dayForth, Icon: IconPlayerSkipForward, direction: 1, distanceMs: dayMs },
] as const

export function PastBar() {
  const { timeline, shown, asked, problem } = usePast()
  const isBusy = useLate(shown !== asked, showBusyAfterMs)
  const step = (direction: -1 | 1, distanceMs = 0) => {
    if (timeline) void goToChange(stepByTime(timeline, asked, direction, distanceMs))
  }
  useAction({ id: 'past.leave', run: leavePast })
  useAction({ id: 'past.earlier', run: () => step(-1) })
  useAction({ id: 'past.later', run: () => step(1) })
  if (!timeline) return null
  const at = momentOfCommit(timeline, asked)
  const isAtEnd = { [-1]: asked <= timeline.firstSeq, 1: asked >= timeline.lastSeq }
  return (
    <section className={classes.bar} aria-label={words.past} data-region="past">
      <div className={classes.words}>
        <IconHistory size={18} aria-hidden="true" />
        <strong>{words.asItWas}</strong>
        <time dateTime={new Date(at).toISOString()} className={classes.moment}>
          {exactly(at)}
        </time>
        <span className={classes.dim}>
          {howLongAgo(at)} · {words.changeOf(asked, timeline.lastSeq)} · {words.readOnly}
        </span>
        <span role="status" className={classes.busy}>
          {isBusy && (
            <>
              <Loader size={13} /> {words.opening}
            </>
          )}
          {problem?.message}
        </span>
        <span className={classes.grow} />
        <MomentField atMs={at} />
        <Button size="compact-sm" onClick={leavePast} rightSection={<ActionKey action="past.leave" />}>
          {words.leave}
        </Button>
      </div>
      <div className={classes.line}>
        {steps.slice(0, 3).map((each) => (
          <StepButton key={each.label} {...each} isAtEnd={isAtEnd[each.direction]} onStep={step} />
        ))}
        <PastSlider timeline={timeline} asked={asked} onChange={(seq) => void goToChange(seq)} onStep={step} />
        {steps.slice(3).map((each) => (
          <StepButton key={each.label} {...each} isAtEnd={isAtEnd[each.direction]} onStep={step} />
        ))}
      </div>
    </section>
  )
}

type StepButtonProps = (typeof steps)[number] & { isAtEnd: boolean; onStep: (direction: -1 | 1, distanceMs: number) => void }

function StepButton({ label, Icon, direction, distanceMs, isAtEnd, onStep }: StepButtonProps) {
  // Disabled in words alone: the focus stays on a button that is pressed down to the end.
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      aria-disabled={isAtEnd || undefined}
      onClick={() => !isAtEnd && onStep(direction, distanceMs)}
    >
      <Icon size={16} />
    </ActionIcon>
  )
}

/** Goes there when the moment is whole and the field is left or Enter is pressed: half a date is no moment. */
function MomentField({ atMs }: { atMs: number }) {
  const [typed, setTyped] = useState<string>()
  const go = () => {
    const timeMs = typed === undefined ? Number.NaN : new Date(`${typed}:59.999`).getTime()
    if (!Number.isNaN(timeMs)) goToTime(timeMs)
    setTyped(undefined)
  }
  return (
    <input
      type="datetime-local"
      className={classes.field}
      aria-label={words.dateField}
      title={words.dateField}
      value={typed ?? localMinute(atMs)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={go}
      onKeyDown={(event) => event.key === 'Enter' && go()}
    />
  )
}

/** As the field wants it: this machine's clock, to the minute. */
function localMinute(atMs: number): string {
  const moment = new Date(atMs)
  if (Number.isNaN(moment.getTime())) return ''
  return new Date(atMs - moment.getTimezoneOffset() * 60_000).toISOString().replace(/:\d\d\.\d+Z$/, '')
}

function useLate(isOn: boolean, afterMs: number): boolean {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    if (!isOn) return setIsLate(false)
    const timer = setTimeout(() => setIsLate(true), afterMs)
    return () => clearTimeout(timer)
  }, [isOn, afterMs])
  return isLate
}

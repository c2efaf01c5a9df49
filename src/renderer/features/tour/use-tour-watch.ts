// Looks again and again at the window while the tour runs: where the thing is that the step points at, and whether the step is done.

import { useEffect, useRef, useState } from 'react'
import { type Baseline, type Facts, openInsight, type TourStep, takeBaseline } from './tour-steps.ts'

/** A flash, the shortest thing that is waited for, is longer than this. */
const lookEveryMs = 120

export type Seen = { target: HTMLElement | undefined; isWay: boolean }

/** Half a dozen selectors eight times a second, and only while the tour runs: less than an observer of the whole page would cost while typing. */
export function useTourWatch(step: TourStep | undefined, facts: Facts | undefined, onDone: () => void): Seen {
  const [seen, setSeen] = useState<Seen>({ target: undefined, isWay: false })
  const latest = useRef({ facts, onDone })
  latest.current = { facts, onDone }
  useEffect(() => {
    if (!step) return
    let before: Baseline | undefined
    const look = () => {
      const { facts: now, onDone: done } = latest.current
      if (!now) return
      if (!before || before.insight !== openInsight()) before = takeBaseline({ ...now, ...(before ? { highlights: before.highlights } : {}) })
      if (step.isDone(before, now)) {
        done()
        return
      }
      const found = step.find()
      const target = found ?? step.findWay()
      setSeen((was) => (was.target === target && was.isWay === !found ? was : { target, isWay: !found }))
    }
    look()
    const timer = setInterval(look, lookEveryMs)
    return () => clearInterval(timer)
  }, [step])
  return seen
}

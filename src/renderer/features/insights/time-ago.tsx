// How long ago something was, kept true as time goes by; the moment itself on hover.

import { useEffect, useReducer } from 'react'
import { strings } from '../../strings/strings.ts'
import { nameWhole, showDay } from '../../ui/shown-moment.tsx'

const minuteMs = 60_000

/** `at` is ISO 8601; `render` puts the words into their sentence. */
export function TimeAgo({ at, render }: { at: string; render: (ago: string) => string }) {
  const [, tick] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const timer = setInterval(tick, minuteMs / 2)
    return () => clearInterval(timer)
  }, [])
  return (
    <time dateTime={at} onPointerEnter={nameWhole}>
      {render(showAgo(new Date(at), new Date()))}
    </time>
  )
}

export function showAgo(moment: Date, now: Date): string {
  const words = strings.moments
  const minutes = Math.floor((now.getTime() - moment.getTime()) / minuteMs)
  if (minutes < 1) return words.justNow
  if (minutes < 60) return words.minutesAgo(minutes)
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return words.hoursAgo(hours)
  const days = Math.floor(hours / 24)
  if (days < 7) return days === 1 ? words.yesterday : words.daysAgo(days)
  return showDay(moment)
}

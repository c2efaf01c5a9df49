// How long ago something was, kept true as time goes by; the moment itself on hover.

import { useEffect, useReducer } from 'react'

const minuteMs = 60_000
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** `at` is ISO 8601; `render` puts the words into their sentence. */
export function TimeAgo({ at, render }: { at: string; render: (ago: string) => string }) {
  const [, tick] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const timer = setInterval(tick, minuteMs / 2)
    return () => clearInterval(timer)
  }, [])
  return (
    <time dateTime={at} title={at}>
      {render(showAgo(new Date(at), new Date()))}
    </time>
  )
}

export function showAgo(moment: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - moment.getTime()) / minuteMs)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ago`
  const days = Math.floor(hours / 24)
  if (days < 7) return days === 1 ? 'yesterday' : `${days} days ago`
  return date.format(moment)
}

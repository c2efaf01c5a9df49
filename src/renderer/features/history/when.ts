// Moments in words: exact to the minute, and how long ago that is.

import { languageTag, strings } from '../../strings/strings.ts'
import { showDay } from '../../ui/shown-moment.tsx'

const relative = new Intl.RelativeTimeFormat(languageTag, { numeric: 'auto' })

const units = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

export function exactly(at: string | number): string {
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return String(at)
  return `${showDay(moment)}, ${strings.moments.timeOfDay(moment.getHours(), moment.getMinutes())}`
}

export function howLongAgo(at: string | number, nowMs = Date.now()): string {
  const passedMs = new Date(at).getTime() - nowMs
  for (const [unit, ms] of units) if (Math.abs(passedMs) >= ms) return relative.format(Math.trunc(passedMs / ms), unit)
  return strings.moments.justNow
}

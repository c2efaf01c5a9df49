// Moments in words: exact to the minute, and how long ago that is.

import { strings } from '../../strings/strings.ts'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

const units = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

export function exactly(at: string | number): string {
  const moment = new Date(at)
  return Number.isNaN(moment.getTime()) ? String(at) : day.format(moment)
}

export function howLongAgo(at: string | number, nowMs = Date.now()): string {
  const passedMs = new Date(at).getTime() - nowMs
  for (const [unit, ms] of units) if (Math.abs(passedMs) >= ms) return relative.format(Math.trunc(passedMs / ms), unit)
  return strings.history.justNow
}

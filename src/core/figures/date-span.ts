// Days, months, quarters and years as spans of ISO days, both ends inclusive.

import type { DateParts, Doubt } from './figure.ts'

export type DateRead = {
  start: number
  end: number
  from?: string
  to?: string
  fiscal?: { year: number; quarter?: number }
  parts?: DateParts
  doubt?: Doubt
}

export type Span = { from: string; to: string }

/** The months `first` to `last` (1–12) of a year. */
export function monthsOf(year: number, first: number, last = first): Span | undefined {
  if (first < 1 || last > 12 || first > last || year < 1000) return undefined
  return { from: iso(year, first, 1), to: iso(year, last, lastDay(year, last)) }
}

export function dayOf(year: number, month: number, day: number): Span | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month) || year < 1000) return undefined
  const date = iso(year, month, day)
  return { from: date, to: date }
}

/** The `count` months that end with this month's day: "quarter ended 30 September 2025", "52 weeks" are not among them. */
export function monthsUntil(year: number, month: number, day: number, count: number): Span | undefined {
  if (!dayOf(year, month, day)) return undefined
  const isMonthEnd = day === lastDay(year, month)
  const first = year * 12 + (month - 1) - count + (isMonthEnd ? 1 : 0)
  const [firstYear, firstMonth] = [Math.floor(first / 12), (first % 12) + 1]
  const firstDay = isMonthEnd ? 1 : Math.min(day + 1, lastDay(firstYear, firstMonth))
  return { from: iso(firstYear, firstMonth, firstDay), to: iso(year, month, day) }
}

/** 25 is 2025, 99 is 1999. */
export function fullYear(year: string | undefined): number | undefined {
  if (!year) return undefined
  const number = Number(year)
  return year.length > 2 ? number : number + (number > 60 ? 1900 : 2000)
}

/** The year that puts a date without one nearest to today; undefined where today is not known. */
export function nearestYear(now: string | undefined, month: number): number | undefined {
  const match = now ? /^(\d{4})-(\d{2})/.exec(now) : null
  if (!match) return undefined
  const distance = month - Number(match[2])
  return Number(match[1]) + (distance > 6 ? -1 : distance < -6 ? 1 : 0)
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

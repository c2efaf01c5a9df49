// A time as the analyst types it: `2025-11-14`, `2025-10`, `2025`, `FY2025 Q3`, `2025-07-01 – 2025-09-30`, or as a text would have it (Oct 2025, 2025年第三季度).

import { findFigures } from '../figures/find-figures.ts'
import type { FigureTime } from '../records/figure.ts'
import { finderLanguage } from './figure-at.ts'
import { daysOfPartial } from './metric-series.ts'

const partial = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

/** Undefined where it is no time. `now` is an ISO day: dates without a year are of the year that lies nearest. */
export function readTime(typed: string, now?: string): FigureTime | undefined {
  const text = typed.normalize('NFKC').trim()
  const ends = text.split(/\s*(?:–|—|\.\.|\sto\s|至|〜|~)\s*/u).map((end) => (partial.test(end) && isRealDay(end) ? daysOfPartial(end) : undefined))
  const [first, last] = [ends[0], ends.at(-1)]
  if (first && last && ends.length <= 2) return first.from <= last.to ? { from: first.from, to: last.to } : undefined
  const fiscal = /^FY\s?(\d{4})(?:\s?Q([1-4]))?$/i.exec(text)
  if (fiscal) return { fiscal: { year: Number(fiscal[1]), ...(fiscal[2] ? { quarter: Number(fiscal[2]) } : {}) } }
  const found = findFigures(text, { language: finderLanguage('', text), now }).find(({ kind }) => kind === 'date')
  if (!found || found.end - found.start < text.length / 2) return undefined
  if (found.fiscal) return { fiscal: found.fiscal }
  return found.from !== undefined && found.to !== undefined && found.from <= found.to ? { from: found.from, to: found.to } : undefined
}

/** 30 February is no day. */
function isRealDay(date: string): boolean {
  return date.length < 10 || new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
}

// Makes one period of two dates with "to" between them: April 1 to June 30, 2025; 2025年4月1日～2026年3月31日.

import { type DateRead, dayOf, monthsOf } from './date-span.ts'
import { matchAt, patternAt } from './match-at.ts'

const sign = patternAt('[ \\u202f]?[-~—至][ \\u202f]?(?=[\\dA-Z令])')
const and = patternAt(' and (?=[\\dA-Z])')
const word = patternAt('[ \\u202f](?:to|through|until)[ \\u202f](?=[\\dA-Z])|から|到|起至')

/** Words join days only: "from 2020 to 2024" compares two years as often as it spans them. */
export function joinDates(text: string, first: DateRead, readDate: (at: number) => DateRead | undefined): DateRead {
  if (first.fiscal) return first
  const signed = matchAt(sign, text, first.end)
  const isBetween = text.startsWith(' and ', first.end) && /between $/i.test(text.slice(Math.max(0, first.start - 8), first.start))
  const match = signed ?? matchAt(isBetween ? and : word, text, first.end)
  if (!match) return first
  const next = first.end + match[0].length
  const second = readDate(next)
  if (!second || second.start !== next || second.fiscal) return first
  if (!signed && !(isDay(first) && isDay(second))) return first
  const isFirstSaid = first.from !== undefined && first.doubt !== 'year'
  const isSecondSaid = second.to !== undefined && second.doubt !== 'year'
  const from = isFirstSaid ? first.from : isSecondSaid ? nearBy(first, second.to as string, -1)?.from : undefined
  const to = isSecondSaid ? second.to : isFirstSaid ? nearBy(second, first.from as string, 1)?.to : undefined
  if (!isFirstSaid && !isSecondSaid && first.parts?.month && second.parts?.month && first.parts.month <= second.parts.month) {
    const span = first.from && second.to ? { from: first.from, to: second.to } : undefined
    return { start: first.start, end: second.end, ...span, parts: first.parts, doubt: 'year' }
  }
  if (!from || !to || from >= to) return first
  return { start: first.start, end: second.end, from, to }
}

function isDay({ from, to, parts }: DateRead): boolean {
  return parts?.day !== undefined || (from !== undefined && from === to)
}

/** A date without a year, in the year of the other end or the one beside it. */
function nearBy({ parts }: DateRead, other: string, step: 1 | -1) {
  if (!parts?.month) return undefined
  const [year, month] = [Number(other.slice(0, 4)), Number(other.slice(5, 7))]
  const own = (step < 0 ? parts.month > month : parts.month < month) ? year + step : year
  return parts.day ? dayOf(own, parts.month, parts.day) : monthsOf(own, parts.month)
}

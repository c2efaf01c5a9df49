// Whether two figures are of the same time.

import type { FigureTime } from '../records/figure.ts'

/**
 * `same`: the same days, the same fiscal period, or a day within a span of a month or less, as "in October" is said of a day of it.
 * `unsaid`: one of the two says no time, which speaks neither for nor against. `near`: a day within a longer span (in 2025; on 14 November 2025), or a
 * fiscal year that may or may not be these days: the same if the values agree. `other`: everything else, a quarter within its year included.
 */
export type TimeRelation = 'same' | 'unsaid' | 'near' | 'other'

const monthDays = 31

export function compareTimes(one: FigureTime | undefined, other: FigureTime | undefined): TimeRelation {
  if (!one || !other) return 'unsaid'
  if ('fiscal' in one && 'fiscal' in other) return sameFiscal(one.fiscal, other.fiscal) ? 'same' : 'other'
  if ('fiscal' in one) return relateFiscal(one, other as Span)
  if ('fiscal' in other) return relateFiscal(other, one)
  if (one.from === other.from && one.to === other.to) return 'same'
  const [inner, outer] = isWithin(one, other) ? [one, other] : isWithin(other, one) ? [other, one] : []
  if (!inner || !outer || inner.from !== inner.to) return 'other'
  return daysBetween(outer.from, outer.to) < monthDays ? 'same' : 'near'
}

type Span = Exclude<FigureTime, { fiscal: unknown }>
type Fiscal = Extract<FigureTime, { fiscal: unknown }>

function sameFiscal(one: Fiscal['fiscal'], other: Fiscal['fiscal']): boolean {
  return one.year === other.year && one.quarter === other.quarter
}

/** Fiscal 2025 can begin in January 2024 (it is named after the year in which it ends) and end in December 2026 (after the one in which it begins). */
function relateFiscal({ fiscal }: Fiscal, { from, to }: Span): TimeRelation {
  const isPossible = from >= `${fiscal.year - 1}-01-01` && to <= `${fiscal.year + 1}-12-31`
  const days = daysBetween(from, to)
  const isLongAsIt = fiscal.quarter === undefined ? days > 330 && days < 380 : days > 80 && days < 100
  return isPossible && (isLongAsIt || days === 0) ? 'near' : 'other'
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** A text that orders times: by when they end, then the shorter first. Of a fiscal year its name stands for its end. */
export function timeKey(time: FigureTime | undefined): string {
  if (!time) return ''
  if ('fiscal' in time)
    return `${time.fiscal.year}-${time.fiscal.quarter === undefined ? '12-31' : `${String(time.fiscal.quarter * 3).padStart(2, '0')}-31`} fiscal${time.fiscal.quarter ?? ''}`
  return `${time.to} ${time.from}`
}

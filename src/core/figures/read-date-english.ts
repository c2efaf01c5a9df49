// Reads English dates, periods and fiscal years, and dates in digits.

import { type DateRead, dayOf, fullYear, monthsOf, monthsUntil, nearestYear } from './date-span.ts'
import { matchAt, patternAt } from './match-at.ts'
import { months } from './words-en-numbers.ts'

export const monthNames =
  '(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b(?:\\.(?=[ \\u202f,-]{0,2}\\d))?)'
const month = `(${monthNames})`
const s = '[ \\u202f]'
const day = '(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.,:]\\d|%)'
const year = '((?:19|20)\\d{2})(?!\\d|,\\d|\\.\\d|%)'
const shortYear = "'?((?:19|20)\\d{2}|\\d{2})(?![\\d%]|[.,]\\d)"

const monthDay = patternAt(`${month}${s}${day}(?:,?${s}${year})?`)
const daysOfMonth = patternAt(`${month}${s}(\\d{1,2})-(\\d{1,2})(?!\\d|[.,:]\\d|%|-)(?:,?${s}${year})?`)
const daysBeforeMonth = patternAt(`(\\d{1,2})-(\\d{1,2})${s}${month}(?:,?${s}${year})?`)
const monthRange = patternAt(`${month}${s}?(?:-|–|to|through|and)${s}?${month},?${s}${year}`)
// "for January to March": without a year, as "4-6月" is.
const monthSpan = patternAt(`${month}${s}?(?:-|–|to|through)${s}?${month}(?![ \\u202f,]{0,2}\\d)`)
// "the September quarter", as Australian and Indian companies report.
const partToMonth = patternAt(`${month}${s}(quarter|half)(?:,?${s}(?:of${s})?${year})?(?![A-Za-z])`)
const monthAlone = patternAt(`${month}(?![ \\u202f-]?\\d)`)
const monthYear = patternAt(`${month}(?:,|${s}of)?${s}${year}`)
const dayMonth = patternAt(`(\\d{1,2})(?:st|nd|rd|th)?${s}(?:of${s})?${month}(?:,?${s}${year})?`)
const isoDate = patternAt(
  '((?:19|20)\\d{2})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d])(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?',
)
const isoMonth = patternAt('((?:19|20)\\d{2})[-/](0[1-9]|1[0-2])(?![\\d-/])')
const slashed = patternAt('(\\d{1,2})([/.])(\\d{1,2})\\2((?:19|20)\\d{2})(?!\\d)')
const decade = patternAt("((?:19|20)\\d)0'?s\\b")
const yearRange = patternAt('((?:19|20)\\d{2})[-–/]((?:19|20)\\d{2}|\\d{2})(?![\\d%]|[-–/.,]\\d)')
const yearAndPart = patternAt('((?:19|20)\\d{2}|\\d{2})[ \\u202f]?(?:Q([1-4])|H([12]))(?![A-Za-z0-9])')
const bareYear = patternAt(`${year}(?![A-Za-z$€£¥'/号號室座栋棟]|:\\d|-\\d)`)
const monthsOfYear = patternAt("([369]|12)M[ \\u202f']?((?:19|20)\\d{2}|\\d{2})(?!\\d|[.,]\\d|%)")
// A month alone counts only behind one of these: May and March are words, June and April are names.
const monthLead =
  /(?:^|[^A-Za-z])(?:in|since|until|till|by|from|during|through|for|of|over|before|after|last|this|next|early|late|mid|to|between|and)[ -]$/i
const fiscalYear = patternAt(
  `(?:FY|fiscal(?:${s}year)?|financial${s}year)[ \\u202f-]?${shortYear}(?:[/-](\\d{2}(?:\\d{2})?)(?!\\d))?(?:${s}?(?:Q([1-4])|(first|second|third|fourth)${s}quarter))?`,
  'i',
)
const quarter = patternAt(
  `(?:Q([1-4])|([1-4])Q|(first|second|third|fourth|1st|2nd|3rd|4th)[ \\u202f-]quarter|(?:the${s})?quarter${s}([1-4]))(?![A-Za-z0-9&](?!Y|\\d))(?:,?${s}?(?:of${s}|in${s})?(FY|fiscal(?:${s}year)?)?[ \\u202f]?${shortYear})?`,
  'i',
)
const half = patternAt(
  `(?:H([12])|([12])H|(first|second)[ \\u202f-]half)(?![A-Za-z&])(?:,?${s}?(?:of${s}|in${s})?(?:the${s}year${s})?(FY|fiscal(?:${s}year)?)?[ \\u202f]?${shortYear})?`,
  'i',
)
const ended = patternAt(
  `(?:(?:first|second|third|fourth)${s})?(?:fiscal${s})?(quarter|year|half(?:-year)?|three${s}months|six${s}months|nine${s}months|twelve${s}months|12${s}months|nine-month${s}period|six-month${s}period|three-month${s}period|month)${s}(?:that${s})?(?:ended|ending|to)${s}(?:on${s})?`,
  'i',
)
// What says that four digits behind it are a year.
const yearLead =
  /(?:^|[^A-Za-z])(?:in|since|by|until|till|of|from|during|through|year|before|after|to|and|for|mid|early|late|end|than|between|around|calendar|versus|vs\.?|throughout|or|spring|summer|autumn|fall|winter|ended|circa|\()[ -]?$/i
const ordinals: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, '1st': 1, '2nd': 2, '3rd': 3, '4th': 4 }
const monthCounts: Record<string, number> = { quarter: 3, year: 12, half: 6, three: 3, six: 6, nine: 9, twelve: 12, '12': 12, month: 1 }

export function readDateEnglish(text: string, at: number, now: string | undefined): DateRead | undefined {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57 ? readDigitDate(text, at, now) : readWordDate(text, at, now)
}

function readDigitDate(text: string, at: number, now: string | undefined): DateRead | undefined {
  // Most numbers are followed by nothing that a date goes on with.
  const length = /^\d{1,5}/.exec(text.slice(at, at + 5))?.[0].length ?? 0
  if (length === 3 || length > 4 || (length < 3 && !/[ \u202fsnrtQqHh/.M-]/.test(text.charAt(at + length)))) return undefined
  // Behind a space a day, a quarter and a half go on with a word.
  if (length < 3 && /[ \u202f]/.test(text.charAt(at + length)) && !/[A-Za-z]/.test(text.charAt(at + length + 1))) return undefined
  let match = matchAt(isoDate, text, at)
  if (match) return dated(at, match[0], dayOf(Number(match[1]), Number(match[3]), Number(match[4])))
  match = matchAt(slashed, text, at)
  if (match) return readSlashed(match, at)
  match = matchAt(dayMonth, text, at)
  if (match) return dayOfMonth(at, match[0], match[2] as string, Number(match[1]), match[3], now)
  match = matchAt(daysBeforeMonth, text, at)
  if (match) return daysIn(at, match[0], match[3] as string, Number(match[1]), Number(match[2]), match[4], now)
  match = matchAt(yearAndPart, text, at)
  if (match) return partOfYear(at, match)
  match = matchAt(monthsOfYear, text, at)
  if (match) return dated(at, match[0], monthsOf(fullYear(match[2]) as number, 1, Number(match[1])))
  match = matchAt(quarter, text, at)
  if (match) return quarterOf(at, match)
  match = matchAt(half, text, at)
  if (match?.[5]) return halfOf(at, match)
  if (!/^(?:19|20)/.test(text.slice(at, at + 2))) return undefined
  match = matchAt(decade, text, at)
  if (match) return { start: at, end: at + match[0].length, from: `${match[1]}0-01-01`, to: `${match[1]}9-12-31` }
  match = matchAt(isoMonth, text, at)
  if (match) return dated(at, match[0], monthsOf(Number(match[1]), Number(match[2])))
  match = matchAt(yearRange, text, at)
  if (match) return readYearRange(match, at)
  match = matchAt(bareYear, text, at)
  if (!match) return undefined
  const isSaid = yearLead.test(text.slice(Math.max(0, at - 12), at))
  const read: DateRead = { start: at, end: at + match[0].length, ...monthsOf(Number(match[1]), 1, 12), parts: { year: Number(match[1]) } }
  return isSaid ? read : { ...read, doubt: 'year' }
}

function readWordDate(text: string, at: number, now: string | undefined): DateRead | undefined {
  let match = matchAt(monthRange, text, at)
  if (match) return dated(at, match[0], monthsOf(Number(match[3]), monthOf(match[1]), monthOf(match[2])))
  match = matchAt(daysOfMonth, text, at)
  if (match) return daysIn(at, match[0], match[1] as string, Number(match[2]), Number(match[3]), match[4], now)
  match = matchAt(monthDay, text, at)
  if (match) return dayOfMonth(at, match[0], match[1] as string, Number(match[2]), match[3], now)
  match = matchAt(monthYear, text, at)
  if (match) return dated(at, match[0], monthsOf(Number(match[2]), monthOf(match[1])))
  match = matchAt(fiscalYear, text, at)
  if (match) {
    const named = fullYear(match[1]) as number
    const last = match[2] ? fullYear(match[2]) : undefined
    const number = match[3] ? Number(match[3]) : ordinals[(match[4] ?? '').toLowerCase()]
    const fiscal = number ? { year: last ?? named, quarter: number } : { year: last ?? named }
    return { start: at, end: at + match[0].length, fiscal }
  }
  match = matchAt(ended, text, at)
  if (match) return readEnded(text, at, match, now)
  match = matchAt(quarter, text, at)
  if (match) return quarterOf(at, match)
  match = matchAt(half, text, at)
  if (match) return halfOf(at, match)
  match = matchAt(partToMonth, text, at)
  if (match) return partUntilMonth(at, match, now)
  match = matchAt(monthSpan, text, at)
  if (match && monthLead.test(text.slice(Math.max(0, at - 9), at))) {
    const [first, last] = [monthOf(match[1]), monthOf(match[2])]
    const likely = nearestYear(now, first)
    return {
      start: at,
      end: at + match[0].length,
      ...(likely && first < last ? monthsOf(likely, first, last) : undefined),
      parts: { month: first },
      doubt: 'year',
    }
  }
  match = matchAt(monthAlone, text, at)
  // The Fourth of July is a day of every year.
  if (match && /(?:Fourth|4th) of $/.test(text.slice(Math.max(0, at - 10), at))) return undefined
  return match && monthLead.test(text.slice(Math.max(0, at - 9), at)) ? loneMonth(at, match[0], now) : undefined
}

function quarterOf(at: number, match: RegExpExecArray): DateRead {
  const number = Number(match[1] ?? match[2] ?? match[4] ?? ordinals[(match[3] ?? '').toLowerCase()])
  const named = fullYear(match[6])
  const read = { start: at, end: at + match[0].length, parts: named ? { year: named, quarter: number } : { quarter: number } }
  return named ? { ...read, fiscal: { year: named, quarter: number } } : { ...read, doubt: 'year' }
}

function halfOf(at: number, match: RegExpExecArray): DateRead {
  const number = Number(match[1] ?? match[2] ?? ordinals[(match[3] ?? '').toLowerCase()])
  const named = fullYear(match[5])
  const read = { start: at, end: at + match[0].length, parts: named ? { year: named, half: number } : { half: number } }
  if (!named) return { ...read, doubt: 'year' }
  return match[4] ? { ...read, fiscal: { year: named } } : { ...read, ...monthsOf(named, number * 6 - 5, number * 6) }
}

function readEnded(text: string, at: number, match: RegExpExecArray, now: string | undefined): DateRead | undefined {
  const next = at + match[0].length
  const last = readDateEnglish(text, next, now)
  if (last?.start !== next) return undefined
  if (!last.to) return last.parts?.month ? { ...last, start: at } : undefined
  const count = monthCounts[(match[1] as string).toLowerCase().split(/[ -]/)[0] as string] ?? 12
  const [lastYear, lastMonth, lastOfDays] = last.to.split('-').map(Number) as [number, number, number]
  return { ...last, start: at, ...monthsUntil(lastYear, lastMonth, lastOfDays, count) }
}

function partUntilMonth(at: number, match: RegExpExecArray, now: string | undefined): DateRead {
  const number = monthOf(match[1])
  const year = match[3] ? Number(match[3]) : nearestYear(now, number)
  const [, last] = year ? (monthsOf(year, number)?.to ?? '').split(/-(?=\d\d$)/) : []
  const span = year && last ? monthsUntil(year, number, Number(last), match[2] === 'half' ? 6 : 3) : undefined
  const read = { start: at, end: at + match[0].length, ...span }
  return match[3] ? read : { ...read, parts: { month: number }, doubt: 'year' }
}

function readYearRange(match: RegExpExecArray, at: number): DateRead | undefined {
  const first = match[1] as string
  const second = match[2] as string
  const last = second.length === 2 ? Number(first.slice(0, 2) + second) : Number(second)
  if (last <= Number(first)) return undefined
  return { start: at, end: at + match[0].length, from: `${first}-01-01`, to: `${last}-12-31` }
}

/** 03/04/2025 is March in America and April elsewhere; dots are the European order. */
function readSlashed(match: RegExpExecArray, at: number): DateRead | undefined {
  const [first, second, named] = [Number(match[1]), Number(match[3]), Number(match[4])]
  const isDayFirst = match[2] === '.' || first > 12
  const read = dated(at, match[0], isDayFirst ? dayOf(named, second, first) : dayOf(named, first, second))
  return read && match[2] === '/' && first <= 12 && second <= 12 && first !== second ? { ...read, doubt: 'reading' } : read
}

function dayOfMonth(
  at: number,
  said: string,
  name: string,
  number: number,
  named: string | undefined,
  now: string | undefined,
): DateRead | undefined {
  const monthNumber = monthOf(name)
  if (named) return dated(at, said, dayOf(Number(named), monthNumber, number))
  if (number < 1 || number > 31) return undefined
  const likely = nearestYear(now, monthNumber)
  const span = likely === undefined ? undefined : dayOf(likely, monthNumber, number)
  return { start: at, end: at + said.length, ...span, parts: { month: monthNumber, day: number }, doubt: 'year' }
}

/** 2025Q3, 25H1. */
function partOfYear(at: number, match: RegExpExecArray): DateRead {
  const named = fullYear(match[1]) as number
  const read = { start: at, end: at + match[0].length }
  if (match[2]) return { ...read, parts: { year: named, quarter: Number(match[2]) }, fiscal: { year: named, quarter: Number(match[2]) } }
  const number = Number(match[3])
  return { ...read, parts: { year: named, half: number }, ...monthsOf(named, number * 6 - 5, number * 6) }
}

function loneMonth(at: number, said: string, now: string | undefined): DateRead {
  const number = monthOf(said)
  const likely = nearestYear(now, number)
  return { start: at, end: at + said.length, ...(likely ? monthsOf(likely, number) : undefined), parts: { month: number }, doubt: 'year' }
}

/** November 10–14, 2025. */
function daysIn(
  at: number,
  said: string,
  name: string,
  first: number,
  last: number,
  named: string | undefined,
  now: string | undefined,
): DateRead | undefined {
  const month = monthOf(name)
  const year = named ? Number(named) : nearestYear(now, month)
  if (first >= last || last > 31) return undefined
  if (!year) return { start: at, end: at + said.length, parts: { month, day: first }, doubt: 'year' }
  const [from, to] = [dayOf(year, month, first)?.from, dayOf(year, month, last)?.to]
  if (!from || !to) return undefined
  return named
    ? { start: at, end: at + said.length, from, to }
    : { start: at, end: at + said.length, from, to, parts: { month, day: first }, doubt: 'year' }
}

function dated(at: number, said: string, span: { from: string; to: string } | undefined): DateRead | undefined {
  return span && { start: at, end: at + said.length, ...span }
}

function monthOf(name: string | undefined): number {
  const start = (name ?? '').slice(0, 3).toLowerCase()
  return months.findIndex((full) => full.startsWith(start)) + 1
}

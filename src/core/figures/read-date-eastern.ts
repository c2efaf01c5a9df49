// Reads Chinese and Japanese dates, periods and fiscal years (folded characters).

import { type DateRead, dayOf, fullYear, monthsOf, monthsUntil, nearestYear } from './date-span.ts'
import { matchAt, patternAt } from './match-at.ts'
import type { CurrencySetting } from './settle-currency.ts'
import { numerals } from './words-eastern-numbers.ts'

const s = '[ \\u202f]?'
const small = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const yearStart = patternAt(
  `(?:((?:19|20)\\d{2})|([〇零一二][〇零一二三四五六七八九]{3})|(令和|平成|昭和)${s}(\\d{1,2}|元|[一二三四五六七八九十]{1,3}))${s}年`,
)
// 26年3月期, 24年末: two digits are a year where a part of one follows, or a word that is said of years only.
const shortYear = patternAt(
  `([1-4]\\d)${s}年(?=${s}(?:\\d{1,2}(?:[-~至到]\\d{1,2})?${s}月|度|第?[1-4一二三四]?(?:季度|四半期)|[1-4]Q|Q[1-4]|H[12]|[上下]半|[末底初](?!级)|[春夏秋冬](?!闘)|以降|までに|前半|後半|半ば|全年|归母|营收|净利))`,
)
const shortYearInJapanese = patternAt(
  `(2\\d|3[0-5])年(?=に(?!1度|一度|わた|及|1回)|の(?!歴史|実績|経験|伝統|節目|キャリア|付き合い|契約|国債|間|長)|比|は(?!かか)|まで|、)`,
)
// 115年5月5日 of the Republic, as Taiwan counts.
const republicYear = patternAt('(?:民国|民國)?(1[01]\\d)年(?=[ \\u202f]?\\d{1,2}[ \\u202f]?月)')
const yearsInJapanese = patternAt('(2\\d|3[0-5])[~-](2\\d|3[0-5])年(?![間间来半以余])')
const yearsInChinese = patternAt('(2[0-9]|3[0-5])[-~–至](2[0-9]|3[0-5])年(?=[归營营净淨收E的公利每]|EPS|PE|预计|業|业)')
const yearInChinese = patternAt('(2[3-9]|3[0-5])年(?!间|間|来|期)')
const beforeYear = /(?:对应|對應|预计|預計|预期|給予|给予|调整)$/
const spanLead = /(?:约|过去|今后|今後|过ぎ|わずか|最長|最大|計|延べ|この|ここ|ほぼ|創業|設立|築|在任|勤続|創立|開業|操業|満期|期間|间|わたり|年|第)$/
const fiscalYear = patternAt(`((?:19|20)\\d{2}|\\d{2})(?:[/-](\\d{2,4}))?${s}(?:财政年度|财年|会计年度|会計年度|財年|財政年度)`)
const decade = patternAt('(?:(?:(1[89]|20)世纪|上(?:个)?世纪)?(?:(\\d)0|([一二三四五六七八九])十)年代|((?:19|20)\\d)0年代)')
// 築25年
const daysOfMonth = patternAt(`${s}(\\d{1,2})${s}月${s}(\\d{1,2})日?[-~—至到、・](\\d{1,2})${s}日`)
const yearRange = patternAt('((?:19|20)\\d{2})年?[-–—~至到]((?:19|20)\\d{2})年')
const quarter = patternAt(`${s}(?:第?${s}([1-4一二三四])${s}(?:季度|财季|財季|季(?!节)|四半期)|Q([1-4])|([1-4])Q)`)
const half = patternAt(`${s}(?:の)?(?:(上|下)半年|(上|下)半期|(上|下)期|(前|後)半|半年(?:度|报))`)
const threeQuarters = patternAt(`${s}(?:前三季度?|1[-~–至]9月)`)
const monthRange = patternAt(`${s}${small}月?[-~–—至到]${small}月(?:期|份)?(?!\\d)`)
const monthEnd = patternAt(`${s}(\\d{1,2})${s}月期`)
const monthDay = patternAt(`${s}${small}${s}月${s}(\\d{1,2}|[一二三四五六七八九十]{1,3})${s}(?:日|号(?!楼|线))(?![间間元])`)
const month = patternAt(`${s}${small}${s}月(?!间|度数|刊|额|額|薪)(?:份|末|底|期(?![間间限货権权刊]))?`)
const eras: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925 }
// What makes 年度 or a quarter one of a numbered year that has come before.
const isDigit = /[\d]/

export function readDateEastern(text: string, at: number, now: string | undefined, setting: CurrencySetting): DateRead | undefined {
  if (!/[年月季四Q半期]/.test(text.slice(at, at + 12))) return undefined
  // 5年 and 3年間 are no dates: a year has two digits at least.
  if (text[at + 1] === '年' && /\d/.test(text.charAt(at)) && !/\d/.test(text.charAt(at - 1))) return undefined
  const range = matchAt(yearRange, text, at)
  if (range && Number(range[2]) > Number(range[1]))
    return { start: at, end: at + range[0].length, from: `${range[1]}-01-01`, to: `${range[2]}-12-31` }
  const ten = matchAt(decade, text, at)
  if (ten) return readDecade(at, ten)
  const fiscal = matchAt(fiscalYear, text, at)
  if (fiscal) return readFiscal(text, at, fiscal)
  const match = matchAt(yearStart, text, at) ?? matchAt(shortYear, text, at)
  const short = match || !setting.isJapanese || spanLead.test(text.slice(Math.max(0, at - 2), at)) ? null : matchAt(shortYearInJapanese, text, at)
  if (short)
    return {
      ...readInYear(text, at, at + short[0].length, fullYear(short[1]) as number, setting),
      start: at,
      end: at + short[0].length,
      doubt: 'year',
    }
  const spanned = !match && setting.isJapanese ? matchAt(yearsInJapanese, text, at) : null
  if (
    spanned &&
    Number(spanned[2]) > Number(spanned[1]) &&
    Number(spanned[2]) - Number(spanned[1]) < 6 &&
    !spanLead.test(text.slice(Math.max(0, at - 2), at))
  )
    return { start: at, end: at + spanned[0].length, from: `20${spanned[1]}-01-01`, to: `20${spanned[2]}-12-31`, doubt: 'year' }
  if (!match && setting.isChinese) {
    const republic = setting.yuan ? matchAt(republicYear, text, at) : null
    if (republic) return readInYear(text, at, at + republic[0].length, 1911 + Number(republic[1]), setting)
    const years = matchAt(yearsInChinese, text, at)
    if (years && Number(years[2]) > Number(years[1]))
      return { start: at, end: at + years[0].length, from: `20${years[1]}-01-01`, to: `20${years[2]}-12-31`, doubt: 'year' }
    const year = beforeYear.test(text.slice(Math.max(0, at - 2), at)) ? matchAt(yearInChinese, text, at) : null
    if (year) return { start: at, end: at + year[0].length, ...monthsOf(2000 + Number(year[1]), 1, 12), doubt: 'year' }
  }
  if (!match) return readWithoutYear(text, at, now)
  const said = match[1] ?? (match[2] ? [...match[2]].map((character) => numerals[character]).join('') : undefined)
  const year = said ? (fullYear(said) as number) : (eras[match[3] as string] as number) + numberOf(match[4] as string)
  return readInYear(text, at, at + match[0].length, year, setting)
}

/** 2000年代, 20世纪90年代; 80年代 is of a century that is not said. */
function readDecade(at: number, match: RegExpExecArray): DateRead {
  const century = match[1] ? Number(match[1]) - 1 : undefined
  const start = match[4] ? `${match[4]}0` : `${century ?? 19}${match[2] ?? numerals[match[3] as string]}0`
  const read = { start: at, end: at + match[0].length, from: `${start}-01-01`, to: `${start.slice(0, 3)}9-12-31` }
  return match[4] || century || match[0].startsWith('上') ? read : { ...read, doubt: 'year' }
}

/** 2024财年, 24财年第三季度. Whose year it is is not said, so it has no days. */
function readFiscal(text: string, start: number, match: RegExpExecArray): DateRead {
  const end = start + match[0].length
  const year = fullYear(match[2] ? match[2].slice(-2) : match[1]) as number
  const part = matchAt(quarter, text, end)
  if (!part) return { start, end, fiscal: { year } }
  const number = numberOf((part[1] ?? part[2] ?? part[3]) as string)
  return { start, end: end + part[0].length, fiscal: { year, quarter: number }, parts: { year, quarter: number } }
}

function readInYear(text: string, start: number, at: number, year: number, { isChinese }: CurrencySetting): DateRead | undefined {
  let end = at
  const isFiscal = text[end] === '度'
  if (isFiscal) end += 1
  const quarterMatch = matchAt(quarter, text, end)
  if (quarterMatch) {
    const number = numberOf((quarterMatch[1] ?? quarterMatch[2] ?? quarterMatch[3]) as string)
    const read: DateRead = { start, end: end + quarterMatch[0].length, fiscal: { year, quarter: number }, parts: { year, quarter: number } }
    // Chinese companies close their books with the calendar year, by law (会计法).
    return isChinese ? { ...read, ...monthsOf(year, number * 3 - 2, number * 3) } : read
  }
  const halfMatch = matchAt(half, text, end)
  if (halfMatch) {
    const number = /下|後/.test(halfMatch[0]) ? 2 : 1
    const read: DateRead = { start, end: end + halfMatch[0].length, parts: { year, half: number } }
    return isFiscal && !isChinese ? { ...read, fiscal: { year } } : { ...read, ...monthsOf(year, number * 6 - 5, number * 6) }
  }
  if (isFiscal) {
    const read: DateRead = { start, end, fiscal: { year } }
    return isChinese ? { ...read, ...monthsOf(year, 1, 12) } : read
  }
  let match = matchAt(threeQuarters, text, at)
  if (match) return { start, end: at + match[0].length, ...monthsOf(year, 1, 9) }
  match = matchAt(monthRange, text, at)
  const span = match && monthsOf(year, numberOf(match[1] as string), numberOf(match[2] as string))
  if (match && span) return { start, end: at + match[0].length, ...span }
  match = matchAt(monthEnd, text, at)
  if (match) {
    const ofYear = matchAt(quarter, text, at + match[0].length)
    if (ofYear) {
      const number = numberOf((ofYear[1] ?? ofYear[2] ?? ofYear[3]) as string)
      return { start, end: at + match[0].length + ofYear[0].length, fiscal: { year, quarter: number }, parts: { year, quarter: number } }
    }
    const last = monthsOf(year, Number(match[1]))
    return last && { start, end: at + match[0].length, ...monthsUntil(year, Number(match[1]), Number(last.to.slice(8)), 12), fiscal: { year } }
  }
  match = matchAt(daysOfMonth, text, at)
  const [firstDay, lastDay] = match ? [dayOf(year, Number(match[1]), Number(match[2])), dayOf(year, Number(match[1]), Number(match[3]))] : []
  if (match && firstDay && lastDay && lastDay.to > firstDay.from) return { start, end: at + match[0].length, from: firstDay.from, to: lastDay.to }
  match = matchAt(monthDay, text, at)
  const day = match && dayOf(year, numberOf(match[1] as string), numberOf(match[2] as string))
  if (match && day) return { start, end: at + match[0].length, ...day }
  match = matchAt(month, text, at)
  const whole = match && monthsOf(year, numberOf(match[1] as string))
  if (match && whole) {
    const isEnd = /[末底]$/.test(match[0])
    return { start, end: at + match[0].length, from: isEnd ? whole.to : whole.from, to: whole.to }
  }
  if (/[末底]/.test(text[at] ?? '')) return { start, end: at + 1, from: `${year}-12-31`, to: `${year}-12-31` }
  return { start, end: at, ...monthsOf(year, 1, 12), parts: { year } }
}

function readWithoutYear(text: string, at: number, now: string | undefined): DateRead | undefined {
  if (text[at] === '上' || text[at] === '下' || text[at] === '前') {
    const match = matchAt(half, text, at) ?? matchAt(threeQuarters, text, at)
    return match && !/期$/.test(match[0]) && !/^[前後]半/.test(match[0])
      ? { start: at, end: at + match[0].length, parts: { half: match[0][0] === '下' ? 2 : 1 }, doubt: 'year' }
      : undefined
  }
  let match = matchAt(quarter, text, at)
  // 连续3季 are three of them.
  if (match && /^[1-4]季/.test(match[0]) && /(?:连续|連續|連続|连|連|近|过去|未来|共|每|第?前)$/.test(text.slice(Math.max(0, at - 2), at)))
    return undefined
  if (match && !isDigit.test(text[at - 1] ?? '') && text[at + match[0].length] !== '报')
    return { start: at, end: at + match[0].length, parts: { quarter: numberOf((match[1] ?? match[2] ?? match[3]) as string) }, doubt: 'year' }
  if (text[at] === '第') return undefined
  match = matchAt(daysOfMonth, text, at)
  if (match) {
    const [number, first, last] = [Number(match[1]), Number(match[2]), Number(match[3])]
    const likely = nearestYear(now, number)
    const [from, to] = likely ? [dayOf(likely, number, first)?.from, dayOf(likely, number, last)?.to] : []
    if (number < 1 || number > 12 || first >= last || last > 31) return undefined
    return { start: at, end: at + match[0].length, ...(from && to ? { from, to } : undefined), parts: { month: number, day: first }, doubt: 'year' }
  }
  match = matchAt(monthDay, text, at)
  if (match) {
    const [number, day] = [numberOf(match[1] as string), numberOf(match[2] as string)]
    const likely = nearestYear(now, number)
    if (number < 1 || number > 12 || day < 1 || day > 31) return undefined
    return {
      start: at,
      end: at + match[0].length,
      ...(likely ? dayOf(likely, number, day) : undefined),
      parts: { month: number, day },
      doubt: 'year',
    }
  }
  match = matchAt(monthRange, text, at) ?? matchAt(month, text, at)
  const [first, last] = [numberOf(match?.[1] ?? '0'), numberOf(match?.[2] ?? match?.[1] ?? '0')]
  if (!match || first < 1 || last > 12 || last < 1 || first > 12) return undefined
  // 11月〜1月期 goes over the new year.
  if (last < first && !match[0].endsWith('期')) return undefined
  const likely = nearestYear(now, first)
  return {
    start: at,
    end: at + match[0].length,
    ...(likely && first <= last ? monthsOf(likely, first, last) : undefined),
    parts: { month: first },
    doubt: 'year',
  }
}

function numberOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said)
  if (said === '元') return 1
  const [before, after] = said.split('十')
  if (after === undefined) return numerals[said] ?? 0
  return (before ? (numerals[before] ?? 0) : 1) * 10 + (after ? (numerals[after] ?? 0) : 0)
}

// Scans a text for every figure, in English, Chinese and Japanese, mixed as they come, and keeps exact decimals. Costs time linear in the text's length.

import { applyTableUnits } from './apply-table-units.ts'
import type { DateRead } from './date-span.ts'
import type { FindOptions, ScannedFigure } from './figure.ts'
import { foldCharacters } from './fold-characters.ts'
import { isFigure } from './is-figure.ts'
import { joinDates } from './join-dates.ts'
import { joinRange } from './join-range.ts'
import { lendInLists, lendPer } from './lend-in-lists.ts'
import { endOfWord, isIndex, isInName, skipToken } from './look-alikes.ts'
import { amountFigure, fractionFigure, rangeFigure } from './make-figure.ts'
import { type Amount, type Reading, readAmount } from './read-amount.ts'
import { findCurrencyLead } from './read-currency.ts'
import { readDateEastern } from './read-date-eastern.ts'
import { readDateEnglish } from './read-date-english.ts'
import { readDigits } from './read-digits.ts'
import { readFraction } from './read-fraction.ts'
import { type Qualifiers, readLeading, readTrailing } from './read-qualifiers.ts'
import { readSign } from './read-sign.ts'
import { settingOf } from './settle-currency.ts'
import { skipMarked } from './skip-marked.ts'
import { endOfNoise, endOfRun } from './skip-noise.ts'
import { anchorSource, longestMatch } from './where-figures-begin.ts'

const eastern = /[\u3005-\u9fff]/

export function scanFigures(original: string, { language, now }: FindOptions): ScannedFigure[] {
  const text = foldCharacters(original)
  const reading: Reading = { text, original, setting: settingOf(original, language) }
  const hasEastern = eastern.test(text)
  const figures: ScannedFigure[] = []
  const anchors = new RegExp(anchorSource, 'g')
  let floor = 0
  for (let match = anchors.exec(text); match; match = anchors.exec(text)) {
    const at = match.index
    const marked = Math.max(endOfNoise(text, at), skipMarked(text, at))
    if (marked > at) {
      anchors.lastIndex = marked
      continue
    }
    const found = match[0].startsWith('http') ? undefined : readAt(reading, at, floor, now, hasEastern)
    if (found === undefined) {
      // Whatever was not understood is left as a whole: half of a name or of a long number is never an amount.
      const end = at + match[0].length
      anchors.lastIndex = Math.max(
        match[0].length < longestMatch ? end : endOfRun(text, end),
        match[0].startsWith('http') ? 0 : skipRejected(text, at),
      )
      continue
    }
    for (const figure of found) {
      figures.push(figure)
      floor = figure.end
    }
    anchors.lastIndex = Math.max(floor, at + 1)
  }
  lendInLists(figures, text)
  lendPer(figures, text)
  applyTableUnits(figures, text, reading.setting)
  return figures
}

function readAt(reading: Reading, anchor: number, floor: number, now: string | undefined, hasEastern: boolean): ScannedFigure[] | undefined {
  const { text, setting } = reading
  const isDigit = text.charCodeAt(anchor) >= 48 && text.charCodeAt(anchor) <= 57
  // .58 of "$.58".
  const at = isDigit && anchor > floor && text[anchor - 1] === '.' && !/[\w).%]/.test(text[anchor - 2] ?? '') ? anchor - 1 : anchor
  const leadAt = isDigit || text.charCodeAt(at) >= 0x3000 || text.charCodeAt(at - 1) < 0x80 ? findCurrencyLead(text, at) : -1
  const lead = leadAt >= floor ? leadAt : -1
  if (lead === -1) {
    if (isDigit && isInName(text, at)) return undefined
    const listed = isDigit ? readSlashList(reading, at) : undefined
    if (listed) return listed
    const readDate = (from: number) =>
      (hasEastern ? readDateEastern(text, from, now, setting) : undefined) ??
      (text.charCodeAt(from) < 0x3000 ? readDateEnglish(text, from, now) : undefined)
    const date = readDate(at)
    // "(Smith et al., 2019)" says where it was written.
    if (date && date.end - date.start === 4 && isCitedYear(text, at)) return undefined
    // "Russell 2000" is no year, ASU 2023-07 no month.
    if (date && date.end - date.start === 4 && isIndex(text, at)) return undefined
    if (date && date.end - date.start === 7 && text[at + 4] === '-' && numberedByYear.test(text.slice(Math.max(0, at - 10), at))) return undefined
    if (date && !isAmountInstead(reading, date)) return [dateFigure(joinDates(text, date, readDate))]
    const fraction = readFraction(text, at)
    if (fraction) return [fractionFigure(text, at, floor, fraction)]
  }
  const start = lead === -1 ? at : lead
  const amount = reading.ahead?.start === start ? reading.ahead.amount : readAmount(reading, start)
  if (!amount) return undefined
  // 1株当たり and 每10股 are "per share", no amount of shares; so is 1バレル=58ドル.
  if (isForOne(text, amount.end) || (amount.kind === 'count' && isPer(text, amount))) return undefined
  const joined = joinRange(reading, amount)
  const first = joined ? joined.low : amount
  if (!joined && isDigit && lead === -1 && (amount.kind === 'number' || amount.kind === 'count') && skipToken(text, at) > amount.end) return undefined
  if (!isFigure(text, first, joined !== undefined)) return undefined
  const signed = readSign(reading, first, floor)
  const leading = readLeading(text, signed.start, floor, signed.kind === 'percent')
  if (!joined) return [amountFigure(signed, leading, readTrailing(text, signed.end, signed.start))]
  const trailing = readTrailing(text, joined.high.end)
  if (joined.isRange) return [rangeFigure(signed, joined.high, leading, trailing)]
  return [amountFigure(signed, leading, { ...perOf(trailing) }), amountFigure(joined.high, perOf(leading), trailing)]
}

const citedYear = /(?:et al\.,?|[(;] ?[A-Z][\w'’-]+(?: (?:and|&) [A-Z][\w'’-]+)?,) $/

function isCitedYear(text: string, at: number): boolean {
  // (2025)沪01民初123号
  if (text[at + 4] === ')' && /^\)[\u4e00-\u9fff]{1,3}\d{1,4}[\u4e00-\u9fff]/.test(text.slice(at + 4, at + 13))) return true
  return /^\d{4}(?:[a-z]?[;)]|, pp?\.)/.test(text.slice(at, at + 8)) && citedYear.test(text.slice(Math.max(0, at - 50), at))
}

const numberedByYear = /(?:(?<![A-Z])(?!YTD|LTM)[A-Z]{2,5}|No\.|Notice|Circular|Bulletin|Paper|Update) $/

/** Four digits are a year, unless what follows makes them money, a share or a scale. */
function isAmountInstead(reading: Reading, date: DateRead): boolean {
  if (date.parts?.year === undefined || date.parts.quarter || date.parts.half || date.end - date.start !== 4) return false
  const amount = readAmount(reading, date.start)
  if (!amount || amount.kind === 'number') return amount !== undefined && amount.scale > 0
  const isLikelyYear = date.parts.year >= 1980 && date.parts.year <= 2040 && (date.doubt === undefined || date.parts.year % 100 !== 0)
  return amount.kind !== 'count' || !isLikelyYear
}

const slashList = /\d{1,6}(?:\.\d{1,4})?(?:\/\d{1,6}(?:\.\d{1,4})?){1,5}/y

/** 12.3/15.6/19.8亿元: three amounts, if the last is money, a share, points or a multiple. */
function readSlashList(reading: Reading, at: number): ScannedFigure[] | undefined {
  slashList.lastIndex = at
  const match = slashList.exec(reading.text)
  if (!match) return undefined
  const last = at + match[0].lastIndexOf('/') + 1
  const amount = readAmount(reading, last)
  if (!amount || amount.kind === 'number' || amount.kind === 'count' || amount.kind === 'date') return undefined
  const found: ScannedFigure[] = []
  let start = at
  for (const digits of match[0].split('/').slice(0, -1)) {
    const number = readDigits(reading.text, start)
    if (!number || number.end !== start + digits.length) return undefined
    found.push({ start, end: number.end, kind: 'number', value: number.value, precision: { mantissa: 5n, exponent: number.step - 1 } })
    start += digits.length + 1
  }
  return [...found, amountFigure(amount, {}, readTrailing(reading.text, amount.end))]
}

/** 1株当たり, 100万BTU当たり. */
function isForOne(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const mayBe = code >= 0x3000 ? (code >= 0x30a1 && code <= 0x30fc) || '当あに'.includes(text.charAt(at)) : code >= 65 && code <= 122
  if (!mayBe) return false
  return /^(?:[A-Za-z]{1,6}|[ァ-ヺー]{1,8})?(?:当たり|あたり|につき|当り)/.test(text.slice(at, at + 11))
}

function isPer(text: string, { start, end, unit }: Amount): boolean {
  if (text[start - 1] === '每' && /^(?:股|份|张|手|套|吨|桶|人|户|台|辆|平方米|克|克拉|盎司|万股)$/.test(unit ?? '')) return true
  if (text[start] !== '1' || !/^[ァ-ヺ株口隻機台本枚個棟户戸室人平頭头匹件袋瓶箱杯冊套辆桶吨斤克升]/.test(text[start + 1] ?? '')) return false
  if (text[end - 1] === '株' && /^(?:利益|配当|純利|純資|益)/.test(text.slice(end, end + 2))) return true
  return text[end] === '=' || /^(?:平均|约)?\d/.test(text.slice(end, end + 3))
}

function dateFigure({ start, end, ...said }: DateRead): ScannedFigure {
  return { start, end, kind: 'date', ...said }
}

function perOf({ per }: Qualifiers): Qualifiers {
  return per === undefined ? {} : { per }
}

const easternRun = /第?[〇零一二三四五六七八九十百千两廿]{1,400}|第\d{0,400}(?:[条項项号款节章]?(?:の\d{1,3}){0,3}){0,1}|[上下前]./y

function skipRejected(text: string, at: number): number {
  const token = skipToken(text, at)
  easternRun.lastIndex = at
  const run = easternRun.exec(text)
  const runEnd = run ? at + run[0].length : -1
  return Math.max(
    token,
    run && run[0].length >= longestMatch ? endOfRun(text, runEnd) : runEnd,
    /[\dA-Za-z]/.test(text[at] ?? '') ? endOfWord(text, at) : -1,
  )
}

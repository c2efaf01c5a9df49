// Reads one amount forwards from its first character: sign, currency, number, scale, unit.

import { add, compare, type Decimal, decimalOf, negate, shift } from './decimal.ts'
import type { Doubt, FigureKind } from './figure.ts'
import { matchAt } from './match-at.ts'
import { readCoins, readSpokenTenth } from './read-coins.ts'
import { readCents, readCurrencyLead, readCurrencyTail } from './read-currency.ts'
import { type EnglishScale, readEnglishScale } from './read-english-number.ts'
import { readNumber } from './read-number.ts'
import { readUnit } from './read-unit.ts'
import { type CurrencySetting, settleCurrency } from './settle-currency.ts'
import { scales } from './words-en-numbers.ts'

export type Amount = {
  start: number
  end: number
  kind: FigureKind
  value: Decimal
  step: number
  /** The number before its scale: decides whether "1.5 to 2 billion" lends its scale. */
  written: Decimal
  scale: number
  /** The places that a range's first amount takes over: of the scale, of cents, of tenths. */
  lends: number
  isPlain: boolean
  isInWords: boolean
  currency?: string | null | undefined
  unit?: string | undefined
  doubt?: Doubt | undefined
  isLow?: boolean | undefined
}

export type Reading = { text: string; original: string; setting: CurrencySetting; ahead?: { start: number; amount: Amount | undefined } }

// €1至401m
const rangeOfMoney = /(?:[$€£¥₩₹]|[A-Z]{3} ?)\d[\d.,]*[ \u202f]?[-~–—至到][ \u202f]?$/
const ten: Decimal = { mantissa: 10n, exponent: 0 }
const trailingBracket = /\)/y

export function readAmount({ text, original, setting }: Reading, start: number): Amount | undefined {
  let at = start
  let isNegative = false
  const takeSign = () => {
    const character = text[at]
    const isLoss = character === '-' || (setting.isJapanese && (character === '▲' || character === '△'))
    if (!isLoss && character !== '+') return
    isNegative = isLoss
    at += 1
  }
  takeSign()
  const lead = readCurrencyLead(text, at)
  if (lead) at = lead.end
  const isBracketed = lead !== undefined && text[at] === '('
  if (isBracketed) at += 1
  else takeSign()
  const number = readNumber(text, at, setting.isJapanese)
  if (!number) return undefined
  let { end, value, step, scale, isPlain } = number
  const doubt: Doubt | undefined = number.isDoubtful ? 'reading' : undefined
  if (isBracketed && matchAt(trailingBracket, text, end)) {
    end += 1
    isNegative = true
  }
  // Y512bn is how some papers write yen; Y2 alone is a name, and COP30 a conference.
  if (
    (lead?.sign === 'Y' || (lead?.sign === 'COP' && text[at - 1] === 'P' && number.end - at < 4)) &&
    number.isPlain &&
    !/^ ?(?:tn|bn|m|trillion|billion|million)\b/.test(text.slice(end, end + 9))
  )
    return undefined
  let letter: string | undefined
  if (number.written !== 'numerals' && scale === 0) {
    const english = readEnglishScale(text, end, lead !== undefined)
    if (
      english &&
      !isUnitInstead(english, number.value, lead !== undefined || rangeOfMoney.test(text.slice(Math.max(0, start - 16), start)), text, start, setting)
    ) {
      value = shift(value, english.places)
      step += english.places
      scale = english.places
      isPlain = false
      end = english.end
      if (english.isLetter) letter = english.word
      // "lakh crore", "58 billion" are one scale; 5k万 is nobody's.
    }
  }
  // 10w+ and 2.5w are of ten thousand in Chinese, and now and then watts.
  if (
    setting.isChinese &&
    isEasternAround(text, start, end + 1, setting) &&
    scale === 0 &&
    number.written === 'digits' &&
    matchAt(tenThousand, text, end)
  ) {
    value = shift(value, 4)
    step += 4
    scale = 4
    isPlain = false
    end += 1
    letter = 'w'
  }
  if (lead?.places && scale === 0) {
    value = shift(value, lead.places)
    step += lead.places
    scale = lead.places
  }
  // "ten (10) business days", as contracts write.
  if (number.written === 'words' && text.startsWith(' (', end)) end = endOfRepeat(text, end, value)
  if (isNegative) value = negate(value)
  const amount: Amount = {
    start,
    end,
    kind: 'number',
    value,
    step,
    written: number.coefficient,
    scale,
    lends: scale,
    isPlain,
    isInWords: number.written !== 'digits',
    doubt,
    isLow: number.isLow,
  }
  if (lead) {
    const tail = endsPhrase(text, end)
      ? undefined
      : lead.sign === '$' || lead.code === null
        ? readCurrencyTail(text, end)
        : readSameTail(text, end, lead.code)
    const said = tail?.code && /[$¥]/.test(lead.sign) ? tail : undefined
    if (said) amount.end = said.end
    else if (tail && (tail.code === lead.code || (tail.sign === '元' && isYuanOrDollar(lead.code)))) amount.end = tail.end
    else if (!tail && scale === 0 && !isNegative) return money(withCoins(amount, text, setting.isJapanese), lead, original, setting)
    else if (tail && scale === 0 && step === 0 && !isNegative)
      return money(withCoins(amount, text, setting.isJapanese), said ?? lead, original, setting)
    return money(amount, said ?? lead, original, setting)
  }
  if (endsPhrase(text, end)) return withDoubtOfLetter(amount, letter)
  // 一百多块, 20多美元, 300余元.
  const isMore = (text[end] === '多' || text[end] === '余') && step >= 0 && compare(value, ten) >= 0
  const tail = readCurrencyTail(text, isMore ? end + 1 : end)
  if (isMore && tail) amount.isLow = true
  if (tail && !isWeight(tail.sign, scale, text, tail.end)) {
    if (tail.places) return money(withPlaces({ ...amount, end: tail.end }, scale === 0 ? tail.places : 0), tail, original, setting)
    const whole = withCoins({ ...amount, end: tail.end }, text, setting.isJapanese)
    return money(whole.step < 0 ? whole : withLateScale(text, whole), tail, original, setting)
  }
  const small = scale === 0 ? readCents(text, end) : undefined
  if (small) return money({ ...amount, end: small.end, value: shift(value, -2), step: step - 2, lends: -2 }, small, original, setting)
  const unit = readUnit(text, end, amount, setting)
  if (unit) {
    amount.end = unit.end
    amount.kind = unit.kind
    // As it is written, not folded.
    amount.unit = unit.unit && asWritten(unit.unit, text, original, end, unit.end)
    if (unit.shift) {
      amount.value = shift(amount.value, unit.shift)
      amount.step += unit.shift
      amount.lends += unit.shift
    }
    if (unit.plus) amount.value = unit.plus(amount.value)
    if (unit.plus) amount.step = 0
    if (unit.isLow) amount.isLow = true
    if (unit.doubt) amount.doubt = unit.doubt
  }
  return withDoubtOfLetter(amount, letter)
}

function asWritten(unit: string, text: string, original: string, from: number, to: number): string {
  const at = text.indexOf(unit, from)
  return at !== -1 && at + unit.length <= to ? original.slice(at, at + unit.length) : unit
}

const tenThousand = /w(?![A-Za-z0-9])/y

const repeat = / \(([\d,]{1,12})\)/y

function endOfRepeat(text: string, end: number, value: Decimal): number {
  const match = matchAt(repeat, text, end)
  return match && compare(decimalOf((match[1] as string).replaceAll(',', '') || '0'), value) === 0 ? end + match[0].length : end
}

const lateScale = /[ \u202f]?(thousand|million|billion|trillion|mn|bn|mln|bln)(?![A-Za-z])/y

/** "75 USD million", as European reports have it. */
function withLateScale(text: string, amount: Amount): Amount {
  if (amount.scale !== 0 || text.charCodeAt(amount.end) > 0x202f) return amount
  const match = matchAt(lateScale, text, amount.end)
  if (!match) return amount
  return withPlaces({ ...amount, end: amount.end + match[0].length }, scales[match[1] as string] as number)
}

function withPlaces(amount: Amount, places: number): Amount {
  if (places === 0) return amount
  return { ...amount, value: shift(amount.value, places), step: amount.step + places, scale: places, lends: places }
}

const coinSign = /[ \u202f]?[分仙](?![之钟公红别店支行])/y

/** 123円45銭; and where the currency stands in front and nothing but 分 behind (人民币5.2分), hundredths. */
function withCoins(amount: Amount, text: string, isJapanese: boolean): Amount {
  const next = text.charCodeAt(amount.end)
  if (amount.step > 0 || !(next === 32 || (next >= 48 && next <= 57) || next >= 0x3000)) return amount
  if (amount.scale === 0 && text.charCodeAt(amount.start) > 0x3000 && matchAt(coinSign, text, amount.end))
    return { ...amount, end: coinSign.lastIndex, value: shift(amount.value, -2), step: amount.step - 2, lends: -2 }
  if (amount.step !== 0) return amount
  const coins = readCoins(text, amount.end, isJapanese) ?? readSpokenTenth(text, amount.end)
  if (!coins) return amount
  const isNegative = amount.value.mantissa < 0n
  return { ...amount, end: coins.end, value: add(amount.value, isNegative ? negate(coins.value) : coins.value), step: coins.step }
}

/** "10m shares" says what is counted; "10m" alone may be metres, "5b" anything. */
function withDoubtOfLetter(amount: Amount, letter: string | undefined): Amount {
  return letter && amount.unit === undefined && 'mtbw'.includes(letter) ? { ...amount, doubt: 'unit' } : amount
}

/** Nothing that belongs to an amount begins so: spares the tries of all units for most bare numbers. */
function endsPhrase(text: string, at: number): boolean {
  let code = text.charCodeAt(at)
  // No unit begins with a digit (but 四半期 is one), nor with a sign behind a hyphen or a space.
  if (code === 45 || code === 32 || code === 0x202f) {
    code = text.charCodeAt(at + 1)
    return (code >= 48 && code <= 57) || code === 36 || code === 45
  }
  return (
    Number.isNaN(code) ||
    (code >= 48 && code <= 57) ||
    // 四 begins 四半期.
    (code >= 0x4e00 && '一二三五六七八九'.includes(text.charAt(at))) ||
    code === 44 ||
    code === 46 ||
    code === 59 ||
    code === 58 ||
    code === 41 ||
    code === 10 ||
    code === 124 ||
    code === 0x3001 ||
    code === 0x3002 ||
    code === 0xff0c
  )
}

/** 人民币5亿元, 新台币500亿元: the 元 is of the currency said in front. */
function isYuanOrDollar(code: string | null): boolean {
  return code === 'CNY' || code === 'TWD' || code === 'HKD' || code === 'USD'
}

function money(amount: Amount, { sign, code }: { sign: string; code: string | null }, original: string, setting: CurrencySetting): Amount {
  const settled = settleCurrency(sign, code, original.slice(amount.start, amount.end), setting)
  return { ...amount, kind: 'money', isPlain: false, currency: settled.code, doubt: amount.doubt ?? (settled.isGuess ? 'currency' : undefined) }
}

function readSameTail(text: string, at: number, code: string) {
  const tail = readCurrencyTail(text, at)
  return tail?.code === code || tail?.sign === '元' ? tail : undefined
}

/** Whether a Chinese or Japanese character stands beside: an English sentence that holds a Chinese name stays English. */
function isEasternAround(text: string, start: number, end: number, { isChinese, isJapanese }: CurrencySetting): boolean {
  if (!isChinese && !isJapanese) return false
  const before = text.charCodeAt(start - 1) === 32 ? text.charCodeAt(start - 2) : text.charCodeAt(start - 1)
  const after = text.charCodeAt(end) === 32 ? text.charCodeAt(end + 1) : text.charCodeAt(end)
  return before >= 0x3000 || after >= 0x3000
}

/** 4K is a screen, 5 mm a length: then the letters are no scale. */
function isUnitInstead(
  { word, isLetter, end }: EnglishScale,
  value: Decimal,
  isMoney: boolean,
  text: string,
  start: number,
  setting: CurrencySetting,
): boolean {
  if (isMoney) return false
  // 高さ180m, 载重500t: Chinese and Japanese write millions in characters.
  if (isLetter && word === 'b' && isEasternAround(text, start, end, setting)) return true
  if (isLetter && (word === 'm' || word === 't') && isEasternAround(text, start, end, setting)) return !readCurrencyTail(text, end)
  if (word === 'mm') return !readCurrencyTail(text, end)
  if (isLetter && word === 'K' && value.exponent === 0 && value.mantissa <= 8n) return true
  return word === 'mil' || word === 'bil' ? !readCurrencyTail(text, end) : false
}

/** "10 pounds of sugar": pounds are money here only with a scale or as sterling. */
function isWeight(sign: string, scale: number, text: string, end: number): boolean {
  return /^pounds$/i.test(sign) && scale === 0 && text.startsWith(' of', end)
}

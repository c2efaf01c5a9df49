// Reads numbers with Chinese and Japanese scales: 58.3亿, 1兆2,000亿, 5,830百万, 十二万五千, 二〇二五, 伍仟万 (folded).

import { add, compare, type Decimal, decimalOf, shift } from './decimal.ts'
import { matchAt, patternAt } from './match-at.ts'
import { type NumberRead, readDigits } from './read-digits.ts'
import { bigScales, numerals, smallScales } from './words-eastern-numbers.ts'

const numeralRun = patternAt('[〇零一二三四五六七八九十百千两廿]{1,20}')
const afterPoint = patternAt('[点・]([〇零一二三四五六七八九]{1,9})')
// 千米 is a kilometre, 百分点 a percentage point, 千瓦 a kilowatt.
const scaleRun = patternAt(
  '([多余几])?((?:十|百(?!分)|千(?![米瓦克卡赫]))?(?:万亿|亿万|万万|亿亿|万(?!分之)|亿|兆|京)|个(?=多?亿)|十(?!分|月|日|年|大|佳)|百(?!分|貨|货)|千(?![米瓦克卡赫葉叶]))(余|多(?!的|ド|く))?',
)

/** `first` is a number in digits that ends where the scale begins; without it the number begins with a numeral. */
export function readEasternNumber(text: string, at: number, first?: NumberRead, isJapanese = false): NumberRead | undefined {
  let total: Decimal | undefined
  let coefficientOfFirst: Decimal | undefined
  let step = 0
  let scale = 0
  let end = at
  let limit = 99
  let isLow = false
  let isAtLeast = false
  const written = first ? 'digits' : 'numerals'
  for (let part = 0; part < 6; part += 1) {
    const coefficient =
      part === 0
        ? (first ?? readBareScale(text, at) ?? readCoefficient(text, end, isJapanese, false))
        : readCoefficient(text, end, isJapanese, first !== undefined)
    if (!coefficient) break
    const match = readScale(text, coefficient.end, coefficient.written === 'digits')
    let places = match ? placesOf(match.scale) : 0
    // Scales fall from left to right; 3万 5万 are two numbers, and so are 3万 and 500,000.
    if (places >= limit || (total && compare(shift(coefficient.value, places), shift(one, limit)) >= 0)) break
    coefficientOfFirst ??= coefficient.value
    if (part === 0 && coefficient.isLow) isAtLeast = true
    // 三万五, 3万5: the next lower place goes unsaid in Chinese; with a zero (三万零五) it would be five.
    const isShort = part > 0 && !match && !isJapanese && limit >= 4 && coefficient.end - end === 1 && !/[\d.,点]/.test(text[coefficient.end] ?? '')
    if (isShort) places = limit - 1
    total = total ? add(total, shift(coefficient.value, places)) : shift(coefficient.value, places)
    step = coefficient.step + places
    scale = Math.max(scale, places)
    end = match ? match.end : coefficient.end
    limit = places
    isLow = match?.isLow ?? false
    if (places === 0 || isLow || isShort) break
  }
  if (!total || !coefficientOfFirst) return undefined
  return {
    end,
    value: total,
    coefficient: coefficientOfFirst,
    step,
    written,
    isPlain: scale === 0 && (first?.isPlain ?? true),
    scale,
    isLow: isLow || isAtLeast,
  }
}

const one: Decimal = { mantissa: 1n, exponent: 0 }

/** The 一 that goes unsaid in 超亿元, 逾百家 and 上千人; 上 says itself that it is more. */
function readBareScale(text: string, at: number): NumberRead | undefined {
  if (!'万亿百千十'.includes(text.charAt(at)) || !/^[超逾破近过上][万亿百千十]/.test(text.slice(Math.max(0, at - 1), at + 1))) return undefined
  return { end: at, value: one, coefficient: one, step: 0, written: 'numerals', isPlain: true, scale: 0, isLow: text[at - 1] === '上' }
}

function readCoefficient(text: string, at: number, isJapanese: boolean, isPart: boolean): NumberRead | undefined {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57 ? readDigits(text, at) : readNumerals(text, at, isJapanese, isPart)
}

/** Digits may stand apart from their scale: 1.2 亿元. */
function readScale(text: string, at: number, isAfterDigits: boolean): { end: number; scale: string; isLow: boolean } | undefined {
  let from = at
  while (isAfterDigits && from < at + 2 && (text[from] === ' ' || text[from] === '\u202f')) from += 1
  let match = matchAt(scaleRun, text, from)
  // 三个亿.
  if (match?.[2] === '个') match = matchAt(scaleRun, text, from + 1)
  if (!match || (from > at && (match[2] as string).length === 1 && !bigScales[match[2] as string])) return undefined
  if (wordsWithScale.test(text.slice(match.index, match.index + 3))) return undefined
  return { end: match.index + match[0].length, scale: match[2] as string, isLow: match[1] !== undefined || match[3] !== undefined }
}

// Names that begin with a scale.
const wordsWithScale = /^(?:万(?:科(?![技研学])|达(?![到成标])|豪)|亿[纬航]|兆易)/

/** 十二, 三百五十, 五千, 二〇二五, 三点五. */
function readNumerals(text: string, at: number, isJapanese: boolean, isPart: boolean): NumberRead | undefined {
  const run = matchAt(numeralRun, text, at)?.[0]
  // 百五十 begins a number, but 千 behind 100万 begins 千瓦.
  if (!run || (/^[百千]/.test(run) && (isPart || /[瓦米克卡赫]/.test(text[at + run.length] ?? '')))) return undefined
  const end = at + run.length
  if (!/[十百千]/.test(run)) {
    const digits = digitsOf(run)
    const point = readPoint(text, end)
    // 两三家 are two or three, not twenty-three; 八五折 and 二〇 are numbers.
    if (run.length === 2 && !point && !/[〇零]/.test(run) && text[end] !== '折') return undefined
    if (!point) return { end, value: decimalOf(digits), coefficient: one, step: 0, written: 'numerals', isPlain: true, scale: 0 }
    const value = decimalOf(`${digits}.${point.digits}`)
    return { end: point.end, value, coefficient: value, step: value.exponent, written: 'numerals', isPlain: true, scale: 0 }
  }
  let sum = 0
  let digit: number | undefined
  let last = 4
  let step = 0
  for (const character of run) {
    const places = smallScales[character]
    if (places === undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = numerals[character] as number
      step = 0
      continue
    }
    if (places >= last) return undefined
    sum += (digit || 1) * 10 ** places
    digit = undefined
    last = places
    step = places
  }
  // 一百五 is 150 in Chinese; 百五 is 105 in Japanese.
  const isShort =
    !isJapanese && digit !== undefined && last >= 2 && last < 4 && !/[〇零]/.test(run.slice(-2)) && !/[万亿兆十百千]/.test(text[end] ?? '')
  if (isShort) step = last - 1
  const whole = String(sum + (digit ?? 0) * 10 ** (isShort ? last - 1 : 0))
  const point = readPoint(text, end)
  if (!point) return { end, value: decimalOf(whole), coefficient: one, step, written: 'numerals', isPlain: true, scale: 0 }
  const value = decimalOf(`${whole}.${point.digits}`)
  return { end: point.end, value, coefficient: value, step: value.exponent, written: 'numerals', isPlain: true, scale: 0 }
}

/** 点五 of 三点五 and 三十点五; 两点分 is a time. */
function readPoint(text: string, at: number): { end: number; digits: string } | undefined {
  const match = matchAt(afterPoint, text, at)
  if (!match || text.startsWith('分', at + match[0].length)) return undefined
  return { end: at + match[0].length, digits: digitsOf(match[1] as string) }
}

function digitsOf(characters: string): string {
  if (characters.length === 1) return String(numerals[characters])
  return [...characters].map((character) => numerals[character]).join('')
}

// At most a few dozen: what scaleRun can match.
const placesOfScales = new Map<string, number>()

function placesOf(scale: string): number {
  if (scale.length === 1) return bigScales[scale] ?? smallScales[scale] ?? 0
  const known = placesOfScales.get(scale)
  if (known !== undefined) return known
  let places = 0
  for (const character of scale) places += smallScales[character] ?? bigScales[character] ?? 0
  placesOfScales.set(scale, places)
  return places
}

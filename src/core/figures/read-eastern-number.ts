// Reads numbers with Chinese and Japanese scales: 58.3亿, 1兆2,000亿, 5,830百万, 十二万五千, 二〇二五, 伍仟万 (folded).

import { add, compare, type Decimal, decimalOf, shift } from './decimal.ts'
import { matchAt, patternAt } from './match-at.ts'
import { type NumberRead, readDigits } from './read-digits.ts'
import { bigScales, numerals, smallScales } from './words-eastern-numbers.ts'

const numeralRun = patternAt('[〇零一二三四五六七八九十百千两廿]{1,20}')
const afterPoint = patternAt('[点・]([〇零一二三四五六七八九]{1,9})')
// 千米 is a kilometre, 百分点 a percentage point, 千瓦 a kilowatt.
const scaleRun = patternAt(
  '([多余几])?((?:十|百(?!分)|千(?![米瓦克卡赫]))?(?:万亿|亿万|万|亿|兆|京)|十(?!分|月|日|年|大|佳)|百(?!分|貨|货)|千(?![米瓦克卡赫葉叶]))(余|多(?!的|ド|く))?',
)

/** `first` is a number in digits that ends where the scale begins; without it the number begins with a numeral. */
export function readEasternNumber(text: string, at: number, first?: NumberRead): NumberRead | undefined {
  let total: Decimal | undefined
  let coefficientOfFirst: Decimal | undefined
  let step = 0
  let scale = 0
  let end = at
  let limit = 99
  let isLow = false
  const written = first ? 'digits' : 'numerals'
  for (let part = 0; part < 6; part += 1) {
    const coefficient = part === 0 && first ? first : readCoefficient(text, end)
    if (!coefficient) break
    const match = matchAt(scaleRun, text, coefficient.end)
    const places = match ? placesOf(match[2] as string) : 0
    // Scales fall from left to right; 3万 5万 are two numbers, and so are 3万 and 500,000.
    if (places >= limit || (total && compare(shift(coefficient.value, places), shift(one, limit)) >= 0)) break
    coefficientOfFirst ??= coefficient.value
    total = total ? add(total, shift(coefficient.value, places)) : shift(coefficient.value, places)
    step = coefficient.step + places
    scale = Math.max(scale, places)
    end = match ? coefficient.end + match[0].length : coefficient.end
    limit = places
    isLow = match?.[1] !== undefined || match?.[3] !== undefined
    if (places === 0 || isLow) break
  }
  if (!total || !coefficientOfFirst) return undefined
  return { end, value: total, coefficient: coefficientOfFirst, step, written, isPlain: scale === 0 && (first?.isPlain ?? true), scale, isLow }
}

const one: Decimal = { mantissa: 1n, exponent: 0 }

function readCoefficient(text: string, at: number): NumberRead | undefined {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57 ? readDigits(text, at) : readNumerals(text, at)
}

/** 十二, 三百五十, 五千, 二〇二五, 三点五. */
function readNumerals(text: string, at: number): NumberRead | undefined {
  const run = matchAt(numeralRun, text, at)?.[0]
  if (!run || run.startsWith('百') || run.startsWith('千')) return undefined
  const end = at + run.length
  if (!/[十百千]/.test(run)) {
    const digits = digitsOf(run)
    const point = readPoint(text, end)
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
  const whole = String(sum + (digit ?? 0))
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
  return [...characters].map((character) => numerals[character]).join('')
}

function placesOf(scale: string): number {
  let places = 0
  for (const character of scale) places += smallScales[character] ?? bigScales[character] ?? 0
  return places
}

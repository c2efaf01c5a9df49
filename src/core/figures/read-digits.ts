// Reads a number written in digits, with the thousands and decimal signs of all countries.

import { type Decimal, decimalOf } from './decimal.ts'
import { matchAt, patternAt } from './match-at.ts'

export type NumberRead = {
  end: number
  value: Decimal
  /** The number before its scale. */
  coefficient: Decimal
  /** The power of ten of the last digit written. */
  step: number
  /** Read from digits, characters (三千) or words (three thousand). */
  written: 'digits' | 'numerals' | 'words'
  /** Groups, a decimal or a scale make a number more than a name or a place. */
  isPlain: boolean
  scale: number
  /** 30多亿, 100余家. */
  isLow?: boolean
  isDoubtful?: boolean
}

/** No amount has more digits; a longer run is an account number or noise, and a bigint of it would cost more than linear time. */
const longestNumber = 30

const forms: { pattern: RegExp; grouping: RegExp }[] = [
  { pattern: patternAt('\\d{1,3}(?:,\\d{3}){1,8}(?![\\d])(?:\\.\\d{1,12}(?!\\d))?'), grouping: /,/g },
  { pattern: patternAt('\\d{1,2}(?:,\\d{2}){1,6},\\d{3}(?!\\d)(?:\\.\\d{1,4}(?!\\d))?'), grouping: /,/g },
  { pattern: patternAt('\\d{1,3}(?:\\.\\d{3}){1,8},\\d{1,4}(?!\\d)'), grouping: /\./g },
  { pattern: patternAt("\\d{1,3}(?:['\\u202f]\\d{3}){1,8}(?!\\d)(?:[.,]\\d{1,4}(?!\\d))?"), grouping: /['\u202f]/g },
  { pattern: patternAt('\\d{1,3}(?: \\d{3}){1,6},\\d{1,2}(?!\\d)'), grouping: / /g },
  { pattern: patternAt('\\d{1,3}(?: \\d{3}){1,6}(?= ?(?:€|EUR|kr|SEK|NOK|PLN|zł|Kč|Ft|₽|руб))'), grouping: / /g },
  { pattern: patternAt('\\d{1,3}(?:\\.\\d{3}){2,8}(?![.\\d])'), grouping: /\./g },
]
const plain = patternAt(`\\d{1,${longestNumber}}(?:\\.\\d{1,15}(?!\\d))?`)
const europeanMark = '[ \\u202f]?(?:€|EUR|%|Mrd|Mio|milliard|Milliarden|Millionen|Prozent|kr\\b|millions?\\b|points?\\b)'
const commaDecimal = patternAt(`\\d{1,9},\\d{1,2}(?=${europeanMark})`)
const pointGroup = patternAt('\\d{1,3}\\.\\d{3}(?=[ \\u202f]?(?:€|EUR\\b|Mio|Mrd|Millionen|Milliarden))')

/** Grain is priced in quarters and eighths of a cent: 5.37-1/4. */
const withEighths = patternAt('(\\d{1,5}\\.\\d{2})[ -](1/2|[13]/4|[1357]/8)(?![\\d/])')

// "up 1/4 cent", "3/8 of a point"
const partOfOne = patternAt('(1/2|[13]/4|[1357]/8)(?= (?:of a )?(?:cent|point|percent|per cent|percentage|mile|inch|pound)\\b)')

/** 2 1/4, 3½: eighths at the finest, so that the decimal is exact. */
const mixed = patternAt('(\\d{1,5})(?:[ -](1/2|[13]/4|[1357]/8)(?![\\d/])|[ \\u202f]?([½¼¾⅛⅜⅝⅞]))')
const eighths: Record<string, string> = {
  '1/2': '5',
  '1/4': '25',
  '3/4': '75',
  '1/8': '125',
  '3/8': '375',
  '5/8': '625',
  '7/8': '875',
  '½': '5',
  '¼': '25',
  '¾': '75',
  '⅛': '125',
  '⅜': '375',
  '⅝': '625',
  '⅞': '875',
}

export function readDigits(text: string, at: number): NumberRead | undefined {
  // .58 of "$.58".
  if (text.charCodeAt(at) === 46) {
    const read = readDigits(text, at + 1)
    return read?.isPlain ? numberOf(text.slice(at, read.end), at, read.end - at, false) : undefined
  }
  let next = at
  for (let code = text.charCodeAt(next); code >= 48 && code <= 57; code = text.charCodeAt(next)) {
    next += 1
    if (next - at > longestNumber) return undefined
  }
  // Most numbers have no sign in them: ten patterns spared.
  const sign = text.charCodeAt(next)
  if (!isNumberSign(sign) || (sign === 45 && text.charCodeAt(next + 2) !== 47) || ((sign === 32 || sign === 0x202f) && !goesOn(text, next + 1)))
    return numberOf(text.slice(at, next), at, next - at, true)
  const withFraction = matchAt(mixed, text, at)
  if (withFraction) {
    const digits = `${withFraction[1]}.${eighths[(withFraction[2] ?? withFraction[3]) as string]}`
    return numberOf(digits, at, withFraction[0].length, false)
  }
  const ofCents = sign === 46 ? matchAt(withEighths, text, at) : null
  if (ofCents) return numberOf(`${ofCents[1]}${eighths[ofCents[2] as string]}`, at, ofCents[0].length, false)
  const ofOne = sign === 47 ? matchAt(partOfOne, text, at) : null
  if (ofOne) return numberOf(`0.${eighths[ofOne[1] as string]}`, at, (ofOne[1] as string).length, false)
  const european = matchAt(commaDecimal, text, at)
  if (european) return numberOf(european[0].replace(',', '.'), at, european[0].length, false)
  // 1.234 € is one thousand in Frankfurt and one and a bit in Dublin.
  const ambiguous = matchAt(pointGroup, text, at)
  if (ambiguous) return { ...numberOf(ambiguous[0].replace('.', ''), at, ambiguous[0].length, false), isDoubtful: true }
  for (const { pattern, grouping } of forms) {
    const match = matchAt(pattern, text, at)
    if (!match) continue
    return numberOf(match[0].replace(grouping, '').replace(',', '.'), at, match[0].length, false)
  }
  const match = matchAt(plain, text, at)
  return match ? numberOf(match[0], at, match[0].length, !match[0].includes('.')) : undefined
}

function numberOf(digits: string, at: number, length: number, isPlain: boolean): NumberRead {
  const value = decimalOf(digits)
  return { end: at + length, value, coefficient: value, step: value.exponent, written: 'digits', isPlain, scale: 0 }
}

/** Whether what follows a space can be of the same number: a group of three, 1/2 or ½. */
function goesOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 48 || code > 57) return code >= 0xbc && isNumberSign(code)
  const [second, third] = [text.charCodeAt(at + 1), text.charCodeAt(at + 2)]
  return second === 47 || (second >= 48 && second <= 57 && third >= 48 && third <= 57)
}

/** , . ' - space, narrow space and the fractions of one character. */
function isNumberSign(code: number): boolean {
  return (
    code === 44 ||
    code === 46 ||
    code === 39 ||
    code === 32 ||
    code === 45 ||
    code === 47 ||
    code === 0x202f ||
    (code >= 0xbc && code <= 0xbe) ||
    (code >= 0x215b && code <= 0x215e)
  )
}

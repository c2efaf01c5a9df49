// Reads fractions in words: two-thirds, 三分之二, 4分の3, 百分之三十.

import { type Decimal, decimalOf, shift, toNumber } from './decimal.ts'
import type { FigureKind } from './figure.ts'
import { matchAt, oneOf, patternAt } from './match-at.ts'
import { readDigits } from './read-digits.ts'
import { readEasternNumber } from './read-eastern-number.ts'
import { fractions, units } from './words-en-numbers.ts'

export type FractionRead = { end: number; kind: FigureKind; value: Decimal; precision?: Decimal }

const english = patternAt(
  `(an?|${oneOf(Object.keys(units))})(?:-(${oneOf(Object.keys(fractions).filter((word) => !word.startsWith('hal')))})|[ \\u202f]((?:thirds?|fifths?|tenths?|quarters?|sixths?|eighths?)(?= of\\b(?! an? [mbt]r?illion))|thirds|fifths|tenths|(?:third|fifth|tenth)(?=[.,;)]|$| (?:from|below|above|since)\\b)))\\b`,
  'i',
)
const percentLead = patternAt('一?([百千万]{1,2})分之')
const denominator = patternAt('(?:\\d{1,3}|[二三四五六七八九十百千]{1,4})分(?:之|の)')

export function readFraction(text: string, at: number): FractionRead | undefined {
  const code = text.charCodeAt(at)
  if (code < 0x3000 && !(code >= 48 && code <= 57)) {
    const match = matchAt(english, text, at)
    const parts = match && fractions[((match[2] ?? match[3]) as string).toLowerCase()]
    return match && parts
      ? { end: at + match[0].length, kind: 'number', value: divide(units[(match[1] as string).toLowerCase()] ?? 1, parts) }
      : undefined
  }
  if (!text.slice(at, at + 6).includes('分')) return undefined
  const percent = matchAt(percentLead, text, at)
  if (percent) {
    const number = readEither(text, at + percent[0].length)
    if (!number) return undefined
    let places = 2
    for (const character of percent[1] as string) places -= character === '百' ? 2 : character === '千' ? 3 : 4
    return { end: number.end, kind: 'percent', value: shift(number.value, places), precision: { mantissa: 5n, exponent: number.step + places - 1 } }
  }
  const match = matchAt(denominator, text, at)
  if (!match) return undefined
  const whole = readEither(text, at)
  const part = readEither(text, at + match[0].length)
  if (!whole || !part || whole.value.mantissa === 0n) return undefined
  return { end: part.end, kind: 'number', value: divide(toNumber(part.value), toNumber(whole.value)) }
}

function readEither(text: string, at: number) {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57 ? readDigits(text, at) : readEasternNumber(text, at)
}

/** A third has no exact decimal: the nearest JS number stands for it. */
function divide(part: number, whole: number): Decimal {
  const said = String(part / whole)
  return decimalOf(said.includes('e') ? (part / whole).toFixed(30) : said)
}

// Reads numbers in English words (two hundred and fifty million, half a billion, a dozen), and the scale behind a number in digits.

import { add, type Decimal, decimalOf, multiply, shift } from './decimal.ts'
import { matchAt, oneOf, patternAt } from './match-at.ts'
import type { NumberRead } from './read-digits.ts'
import { scales, tens, units } from './words-en-numbers.ts'

const small = oneOf([...Object.keys(units), ...Object.keys(tens)])
const words = patternAt(
  `(?:(half(?: an?)?)(?= )|((?:a )?quarter(?: of an?)?)(?= (?:million|billion|trillion|percentage))|(an?)(?= (?:hundred|thousand|million|billion|trillion|dozen)\\b)|(${small})(?:\\b|(?=fold))(?:[ -](${oneOf(Object.keys(units))})\\b)?)`,
  'i',
)
const digit = 'zero|one|two|three|four|five|six|seven|eight|nine'
const afterPoint = patternAt(`[ -]point[ -]((?:${digit})(?:[ -](?:${digit})){0,5})\\b`, 'i')
const longScales = oneOf(Object.keys(scales).filter((word) => word.length > 3 && word !== 'milliard'))
const andHalf = patternAt('[ -]and[ -]a[ -]half\\b', 'i')
const wordScale = patternAt(`[ \\u202f-]{1,2}(${longScales}|dozen)\\b`, 'i')
const joined = patternAt(`(?: and |, |[ -])(?=(?:${small})\\b)`, 'i')
// k, m, bn … right behind the digits; with a space only where no metre can be meant.
const tightScale = patternAt(
  `[ \\u202f-]?(${longScales})(?![A-Za-z])|[ \\u202f]?(lakh|lac|crores?|bln|mln|mio|mrd|trn|tln|bil|mil|bn|tn|mn|mm|cr)(?![A-Za-z0-9])(?:\\.(?=[ \\u202f]?(?:€|EUR|US|CHF)))?|([kmbt])(?![A-Za-z0-9])`,
  'i',
)
const spacedLetter = patternAt("[ \\u202f]([kKmMbBtT])(?![A-Za-z0-9'])")

export type EnglishScale = { end: number; places: number; isLetter: boolean; isSpaced: boolean; word: string }

export function readEnglishScale(text: string, at: number, mayBeSpaced: boolean): EnglishScale | undefined {
  const code = text.charCodeAt(at)
  if (code !== 32 && code !== 0x202f && code !== 45 && !isLetter(code)) return undefined
  const tight = matchAt(tightScale, text, at)
  if (tight) {
    const word = (tight[1] ?? tight[2] ?? tight[3]) as string
    return { end: at + tight[0].length, places: placesOf(word), isLetter: tight[3] !== undefined, isSpaced: false, word }
  }
  const spaced = mayBeSpaced ? matchAt(spacedLetter, text, at) : null
  return spaced ? { end: at + 2, places: placesOf(spaced[1] as string), isLetter: true, isSpaced: true, word: spaced[1] as string } : undefined
}

export function readEnglishNumber(text: string, at: number): NumberRead | undefined {
  let total: Decimal | undefined
  let group: Decimal | undefined
  let end = at
  let step = 0
  let biggest = 0
  let lead: Decimal | undefined
  for (let part = 0; part < 12; part += 1) {
    let from = end
    if (part > 0) {
      const glue = matchAt(joined, text, end)
      if (!glue || biggest === 0) break
      from = end + glue[0].length
    }
    const match = matchAt(words, text, from)
    if (!match) break
    const isHalf = match[1] !== undefined
    const isPart = isHalf || match[2] !== undefined
    const tensOf = tens[(match[4] ?? '').toLowerCase()]
    if (match[5] && tensOf === undefined) break
    const value = isPart
      ? isHalf
        ? half
        : quarter
      : decimalOf(
          String(
            match[3] ? 1 : (tensOf ?? units[(match[4] as string).toLowerCase()] ?? 0) + (match[5] ? (units[match[5].toLowerCase()] as number) : 0),
          ),
        )
    group = group ? add(group, value) : value
    end = from + match[0].length
    step = value.exponent
    const point = isPart ? null : matchAt(afterPoint, text, end)
    if (point) {
      const digits = (point[1] as string)
        .toLowerCase()
        .split(/[ -]/)
        .map((said) => units[said])
      const fraction = decimalOf(`0.${digits.join('')}`)
      group = add(group, fraction)
      step = fraction.exponent
      end += point[0].length
    }
    const more = point || isPart ? null : matchAt(andHalf, text, end)
    if (more) {
      group = add(group, half)
      step = -1
      end += more[0].length
    }
    lead ??= group
    let scale = matchAt(wordScale, text, end)
    while (scale) {
      step = group.exponent
      const word = (scale[1] as string).toLowerCase()
      const places = word === 'dozen' ? 0 : placesOf(word)
      biggest = Math.max(biggest, places, word === 'dozen' ? 1 : 0)
      group = word === 'dozen' ? multiply(group, { mantissa: 12n, exponent: 0 }) : shift(group, places)
      step += places
      end += scale[0].length
      if (places > 2) {
        total = total ? add(total, group) : group
        group = undefined
        break
      }
      scale = matchAt(wordScale, text, end)
    }
    // "half a percentage point", but not "half a year".
    if (isPart && biggest === 0 && !matchAt(share, text, end)) return undefined
  }
  const value = total && group ? add(total, group) : (total ?? group)
  return value && { end, value, coefficient: lead ?? value, step, written: 'words', isPlain: biggest === 0, scale: biggest }
}

const half: Decimal = { mantissa: 5n, exponent: -1 }
const quarter: Decimal = { mantissa: 25n, exponent: -2 }
const share = patternAt('[ -](?:percent|per cent|basis|cents?\\b|points?\\b)')

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

function placesOf(word: string): number {
  const key = word
    .toLowerCase()
    .replace(/[ \u202f-]+/g, ' ')
    .replace(/\.$/, '')
  return scales[key] ?? 0
}

// Reads the small coins behind an amount of money: 123円45銭, 50元6角三分, 3 dollars and 50 cents.

import { add, type Decimal, shift } from './decimal.ts'
import { matchAt, patternAt } from './match-at.ts'
import { readNumber } from './read-number.ts'

const glue = patternAt(
  '(?: and | |と|又|零)?(?=\\d|[一二三四五六七八九十]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thir|fif|twen|for)[a-z]*)',
)
const coin = patternAt(
  '[ \\u202f-]?(?:(銭|(?=[~-](?:\\d{1,4}円)?\\d{1,2}銭)|セント|美分|欧分|港仙|仙|ペンス|cents?\\b|pence\\b)|([角毛])|(分)(?![之钟公红别期店支行享析布类配销拆散解]))',
)

const spokenTenth = patternAt('([1-9一二三四五六七八九])(?![\\d.〇一二三四五六七八九十百千万亿个折成月年日号元块])')
const tenths = '一二三四五六七八九'

/** 十三块八: the 毛 goes unsaid. */
export function readSpokenTenth(text: string, at: number): { end: number; value: Decimal; step: number } | undefined {
  const match = text[at - 1] === '块' ? matchAt(spokenTenth, text, at) : null
  if (!match) return undefined
  const digit = match[1] as string
  const value = { mantissa: BigInt(/\d/.test(digit) ? digit : tenths.indexOf(digit) + 1), exponent: -1 }
  return { end: at + 1, value, step: -1 }
}

/** `value` in whole units, `step` the place of the last digit said. Only for amounts in whole units without a scale. */
export function readCoins(text: string, at: number, isJapanese: boolean): { end: number; value: Decimal; step: number } | undefined {
  let end = at
  let value: Decimal | undefined
  let step = 0
  // 六角三分 are two coins.
  for (let count = 0; count < 2; count += 1) {
    const between = matchAt(glue, text, end)
    const number = between ? readNumber(text, end + between[0].length, isJapanese) : undefined
    // The 50 of 156円50〜60銭 says its coin with the second.
    const said = number?.scale === 0 ? matchAt(coin, text, number.end) : null
    if (!number || !said) break
    const places = said[2] ? -1 : -2
    value = value ? add(value, shift(number.value, places)) : shift(number.value, places)
    step = number.step + places
    end = number.end + said[0].length
    if (!said[2]) break
  }
  return value && { end, value, step }
}

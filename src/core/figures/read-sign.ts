// Reads the sign in front of an amount, or the brackets of a loss around it.

import { negate } from './decimal.ts'
import type { Amount, Reading } from './read-amount.ts'

const signWord = /(?:(?:^|[^A-Za-z])(?<!or )(minus |negative )|(负|(?<!プラス)マイナス))$/i

/** Signs in front: -, minus, 负, マイナス, the ▲ and △ of Japanese statements, and the brackets of a table's cell. */
export function readSign({ text, setting }: Reading, amount: Amount, floor: number): Amount {
  const { start, end } = amount
  if (start <= floor && start > 0) return amount
  const before = text[start - 1] ?? ''
  const isRate = (before === '+' || before === '-') && /[YQMyqm][oO][YQMyqm][+-]$/.test(text.slice(Math.max(0, start - 4), start))
  // 欧佩克+8国
  if (before === '+' && amount.kind === 'count' && text.charCodeAt(start - 2) >= 0x3400) return amount
  if (before === '+' && (isRate || !/[\w)%]/.test(text[start - 2] ?? ''))) return { ...amount, start: start - 1 }
  if (before === '-' && (isRate || !/[\w)%]/.test(text[start - 2] ?? '')) && text[start - 2] !== '-')
    return { ...amount, start: start - 1, value: negate(amount.value) }
  if (before === '△' || before === '▲') {
    // In Chinese a ▲ points up as often as not.
    return setting.isJapanese || !setting.isChinese ? { ...amount, start: start - 1, value: negate(amount.value) } : { ...amount, doubt: 'reading' }
  }
  if (before === '(') {
    if (text[end] === ')' && text[end + 1] === '%' && amount.kind === 'number')
      return { ...amount, start: start - 1, end: end + 2, kind: 'percent', value: negate(amount.value) }
    if (text[end] !== ')') return amount
    const isCell =
      /(?:^|\n|\||\t| {2})[ $]*$/.test(text.slice(Math.max(0, start - 4), start - 1)) && /^ *(?:$|\n|\||\t| {2})/.test(text.slice(end + 1, end + 4))
    if (isCell) return { ...amount, start: start - 1, end: end + 1, value: negate(amount.value) }
    return amount.kind === 'number' ? { ...amount, doubt: 'reading' } : amount
  }
  const said = /[ 负ス]/.test(before) ? signWord.exec(text.slice(Math.max(floor, start - 10), start)) : null
  return said ? { ...amount, start: start - ((said[1] ?? said[2]) as string).length, value: negate(amount.value) } : amount
}

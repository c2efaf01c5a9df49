// Writes a whole number in words: English, Chinese, 大写 and Japanese numerals.

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Below 10^15. */
export function inEnglish(number: number): string {
  if (number < 20) return ones[number] as string
  if (number < 100) return tens[Math.floor(number / 10)] + (number % 10 ? `-${ones[number % 10]}` : '')
  if (number < 1000) return `${ones[Math.floor(number / 100)]} hundred${number % 100 ? ` and ${inEnglish(number % 100)}` : ''}`
  const [scale, name] = (
    [
      [1e12, 'trillion'],
      [1e9, 'billion'],
      [1e6, 'million'],
      [1e3, 'thousand'],
    ] as const
  ).find(([least]) => number >= least) as [number, string]
  const rest = number % scale
  return `${inEnglish(Math.floor(number / scale))} ${name}${rest ? ` ${inEnglish(rest)}` : ''}`
}

export type Numerals = { digits: string; places: string; scales: string; saysOne: boolean; saysZero: boolean }
export const chinese: Numerals = { digits: '零一二三四五六七八九', places: '十百千', scales: '万亿', saysOne: true, saysZero: true }
export const traditional: Numerals = { ...chinese, scales: '萬億' }
export const financial: Numerals = { digits: '零壹贰叁肆伍陆柒捌玖', places: '拾佰仟', scales: '万亿', saysOne: true, saysZero: true }
export const japanese: Numerals = { digits: '〇一二三四五六七八九', places: '十百千', scales: '万億', saysOne: false, saysZero: false }

/** Below 10^12. */
export function inNumerals(number: number, numerals: Numerals): string {
  const groups = [Math.floor(number / 1e8), Math.floor(number / 1e4) % 1e4, number % 1e4]
  let said = ''
  for (const [index, group] of groups.entries()) {
    if (group === 0) continue
    if (said && numerals.saysZero && group < 1000) said += numerals.digits[0]
    said += groupOf(group, numerals) + (index === 2 ? '' : numerals.scales[1 - index])
  }
  return said
}

function groupOf(group: number, { digits, places, saysOne, saysZero }: Numerals): string {
  let said = ''
  let hasGap = false
  for (const [index, character] of [...String(group)].entries()) {
    const place = String(group).length - index - 1
    if (character === '0') {
      hasGap = true
      continue
    }
    if (hasGap && saysZero) said += digits[0]
    hasGap = false
    const isSaid = place === 0 || character !== '1' || saysOne
    said += (isSaid ? digits.charAt(Number(character)) : '') + (place > 0 ? places.charAt(place - 1) : '')
  }
  return said
}

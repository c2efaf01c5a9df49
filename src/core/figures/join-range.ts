// Decides whether two amounts are a range, and what the first lends from the second: "$1.5 to 2 billion" is billions at both ends.

import { compare, negate, shift } from './decimal.ts'
import { matchAt, patternAt } from './match-at.ts'
import { type Amount, type Reading, readAmount } from './read-amount.ts'

const connector = patternAt(
  '[ \\u202f]?(?:-to-|-|–|—)[ \\u202f]?(?=[^\\s-])|[ \\u202f]?(?:~|至|到|乃至|から)[ \\u202f]?(?=\\S)|[ \\u202f](to|through)[ \\u202f](?!date\\b)',
)
const and = patternAt(' and |[和与と]')
const between = /(?:between|介于|在)[ \u202f]?$/i
// "from 5 to 7" after rose or fell are two points; only "range from" makes it one.
const change = /(?:^|[^A-Za-z])from[ \u202f]?$|[从自由]$/i
const rangeFrom = /rang(?:e|es|ing|ed) from[ \u202f]?$|anywhere from[ \u202f]?$/i

// "rose 2.5 cents to 91 cents", "up 82 cents to $64.39", 上调3元至45元 say by how much and to where.
const moved =
  /(?:^|[^A-Za-z])(?:rose|fell|climbed|dropped|gained|lost|added|slid|slipped|jumped|surged|declined|decreased|increased|grew|advanced|tumbled|eased|edged (?:up|down|higher|lower)|shed|soared|plunged|sank|rallied|retreated|firmed|softened|weakened|strengthened|ticked (?:up|down))(?: by| another| about| around| nearly| as much as| roughly)?[ \u202f]?$/i
const movedMoney = /(?:^|[^A-Za-z])(?:up|down|higher|lower)(?: by)?[ \u202f]?$|(?:[涨跌升降挫]|上调|下调|下降|高|安)(?:了|约|近|逾)?$/i

const downFrom = /(?:down|lowered|cut|reduced) from $/i

export type Joined = { isRange: boolean; low: Amount; high: Amount }

const lastCoins = patternAt('[~-](\\d{1,2})銭')

/** 156円50〜60銭: the whole is said once. */
function joinCoins(text: string, first: Amount): Joined | undefined {
  const match = first.kind === 'money' && first.step === -2 && first.value.exponent === -2 ? matchAt(lastCoins, text, first.end) : null
  if (!match) return undefined
  const value = { mantissa: first.value.mantissa - (first.value.mantissa % 100n) + BigInt(match[1] as string), exponent: -2 }
  return compare(first.value, value) < 0 ? { isRange: true, low: first, high: { ...first, end: first.end + match[0].length, value } } : undefined
}

export function joinRange(reading: Reading, first: Amount): Joined | undefined {
  const { text } = reading
  const coins = joinCoins(text, first)
  if (coins) return coins
  const joint = matchAt(connector, text, first.end)
  const match = joint ?? matchAt(and, text, first.end)
  if (!match) return undefined
  // All that is looked for in front ends in a letter or in a space: most numbers of a list are spared the patterns.
  const before = isWordBefore(text, first.start) ? text.slice(Math.max(0, first.start - 16), first.start) : ''
  const isBetween = before !== '' && between.test(before)
  if (!joint && !isBetween) return undefined
  const next = first.end + match[0].length
  const code = text.charCodeAt(next)
  // A sign belongs to the second amount only where it is not the connector.
  if (code === 45 && !/[~至到]/.test(match[0]) && !match[1]) return undefined
  const second = readAmount(reading, next)
  const isWord = match[1] !== undefined || match[0] === '至' || match[0] === '到'
  // Where it is no range, the second is what is read next: half the time of a list of prices.
  reading.ahead = { start: next, amount: second }
  if (!second || !isCompatible(first, second)) return undefined
  if (isWord && first.kind !== 'number' && before !== '') {
    const said = text.slice(Math.max(0, first.start - 30), first.start)
    if (moved.test(said) || (first.kind === 'money' && movedMoney.test(said))) return undefined
    // "raised its view by ¥110bn to ¥1.13tn": no range spans four times its first end.
    // "the limit of 9.25 cents to 326.85 cents": so wide a range says "from" or "between".
    const isWide = first.kind === 'money' && second.kind === 'money' && first.scale === second.scale && isOver(second, first, 30n)
    if (isWide && !isBetween && !change.test(before)) return undefined
    const isScaled = first.scale > 0 || second.scale === 0
    if (isScaled && / by $/.test(said) && isOver(second, first, 4n)) return undefined
  }
  // "down from $5.15bn to $5.35bn" compares with a range: nothing goes down to more.
  const isOldRange = before !== '' && downFrom.test(before) && compare(first.value, second.value) < 0 && first.kind === second.kind
  // "up from $66-72 billion": a dash joins what a word would tell apart.
  const isDash = /[-–—~]/.test(match[0])
  const isFromTo = (!isDash && before !== '' && change.test(before) && !rangeFrom.test(before) && !isOldRange) || match[0].includes('から')
  const isBare = first.kind === 'number' && second.kind === 'number' && first.scale === 0 && second.scale === 0
  if (isBare && !isBetween && !rangeFrom.test(before) && !isBareRange(match[0], before, first, second)) return undefined
  // $5-$5-$5: equal as written, and nothing to lend.
  if (!isFromTo && first.scale === second.scale && first.lends === second.lends && first.value.exponent === second.value.exponent) {
    if (first.value.mantissa === second.value.mantissa) return undefined
  }
  const low = lend(first, second)
  const high: Amount =
    second.kind === 'number' && first.kind !== 'number'
      ? { ...second, kind: first.kind, currency: first.currency, unit: first.unit, doubt: second.doubt ?? first.doubt }
      : { ...second }
  if (second.kind === 'money' && second.doubt === 'currency' && first.currency === second.currency && first.doubt === undefined)
    high.doubt = undefined
  // The sign of the first is read later: -12.5%~-8.5%.
  const isNegative = high.value.mantissa < 0n && /[-▲△]/.test(text[first.start - 1] ?? '')
  if (!isFromTo && compare(isNegative ? negate(low.value) : low.value, high.value) >= 0) return undefined
  return { isRange: !isFromTo, low, high }
}

// "another 160 to 170", "a range of 85 to 90"
const rangeLead = /(?:^|[^A-Za-z])(?:another|about|around|roughly|some|approximately|of|expects?|forecasts?|adding|open|opening|hire|build) $/i

/** Two bare numbers: a range where both have the same decimals with a dash between, or "to" and a word that leads to one. */
function isBareRange(joint: string, before: string, first: Amount, second: Amount): boolean {
  if (compare(first.value, second.value) >= 0) return false
  if (/[-–—]/.test(joint)) return first.step < 0 && first.step === second.step
  return joint === ' to ' && rangeLead.test(before)
}

function isOver(one: Amount, other: Amount, times: bigint): boolean {
  return compare(one.value, { mantissa: other.value.mantissa * times, exponent: other.value.exponent }) > 0
}

function isWordBefore(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1)
  return code === 32 || code === 0x202f || code >= 0x3000 || (code >= 97 && code <= 122)
}

function isCompatible(first: Amount, second: Amount): boolean {
  if (first.kind === second.kind) return first.currency === second.currency || first.doubt === 'currency' || second.doubt === 'currency'
  if (first.kind === 'number') return true
  // "$5-10" lends forwards; "$5 to 10 companies" does not.
  // "cut by 23,118 contracts to 84,265": in a range the noun stands with the last.
  return second.kind === 'number' && first.scale === 0 && first.kind !== 'count'
}

function lend(first: Amount, second: Amount): Amount {
  const low: Amount = { ...first }
  if (first.kind === 'number' || (first.kind === 'money' && second.kind === 'money')) {
    low.kind = second.kind
    low.unit = second.unit
    low.currency = second.kind === 'money' ? (second.doubt === 'currency' && first.currency ? first.currency : second.currency) : undefined
    low.doubt = first.doubt === 'reading' || first.doubt === 'unit' ? first.doubt : second.doubt
  }
  // What the second is shifted by beyond its digits: its scale, the hundredth of a cent, the ten of 三成.
  const places = second.lends
  if (first.scale !== 0 || places === 0 || first.lends !== 0) return low
  if (compare(magnitude(first.written), magnitude(second.written)) < 0) {
    low.value = shift(first.value, places)
    low.step = first.step + places
  } else if (compare(first.value, second.value) < 0) {
    // 5000至1万: the first is meant as it stands. "$500 to $2 billion" leaves a million unsaid, or does not.
    if (!second.isInWords && second.scale > 4) low.doubt = 'reading'
  }
  return low
}

function magnitude(value: Amount['value']): Amount['value'] {
  return value.mantissa < 0n ? { ...value, mantissa: -value.mantissa } : value
}

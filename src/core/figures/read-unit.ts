// Reads what stands behind a number and is no currency: percent, points, multiples, tenths, counters, nouns.

import { add, compare, type Decimal, decimalOf } from './decimal.ts'
import type { Doubt, FigureKind } from './figure.ts'
import { matchAt, patternAt, startsOf } from './match-at.ts'
import type { Amount } from './read-amount.ts'
import { readNoun } from './read-noun.ts'
import type { CurrencySetting } from './settle-currency.ts'
import { counters, countersOfNumerals } from './words-eastern-counters.ts'
import { numerals } from './words-eastern-numbers.ts'

export type Unit = {
  end: number
  kind: FigureKind
  unit?: string
  shift?: number
  plus?: (value: Decimal) => Decimal
  doubt?: Doubt
  isLow?: boolean
}

const s = '[ \\u202f]?'
const percentagePoints = patternAt(
  `(?:${s}%${s}(?:ポイント|points?\\b)|[ -]percentage[ -]points?\\b|${s}(?:percent|per cent|pct) points?\\b|${s}p\\.?p\\.?t?s?(?![A-Za-z])|个?百分点|パーセントポイント|ポイント)`,
  'i',
)
const basisPoints = patternAt(`(?:${s}bps?(?![A-Za-z])|[ -]basis[ -]points?\\b|个?基点|个?BP(?![A-Za-z])|ベーシスポイント)`, 'i')
const percent = patternAt(`(?:${s}%|[ -](?:percent|per cent|per-cent|pct|percentage)\\b|p(?:ct|c)\\b|パーセント)`, 'i')
// In Chinese research notes pct stands for 个百分点, and pt in both languages for points of a share.
const pointsInChinese = patternAt('个?[pP][cC][tT]s?(?![A-Za-z])')
const pointsInEast = patternAt('pts?(?![A-Za-z]| [a-z])')
const frequency = patternAt(' times(?= (?:a|per|in|since|last|this|each|every|at|on|during|before)\\b)')
const multiple = patternAt(
  '(?: ?[xX×](?![A-Za-z0-9]| ?\\d)| times(?! (?:a|per|in|since|last|this|each|every|at|on|during|before)\\b)\\b|[- ]?fold\\b|倍)',
)
const tenths = patternAt(
  '[ ]?(?:成(?!员(?!工))(?![立為为功本长果分品交就人年都熟色绩])|割(?![り振])|割(?=り))(?:([1-9一二三四五六七八九半])(?:分(?:([1-9一二三四五六七八九])[厘毛])?)?)?',
)
const discount = patternAt('折(?![算旧扣合叠磨现射])')
const counter = patternAt(`${s}([多余几])?(${counters})`)
const unitStarts = startsOf([...'个百パポ基ベ倍'])
const counterStarts = startsOf([...counters.split('|'), '多', '余', '几'])
const numeralCounter = patternAt(`([多余])?(${countersOfNumerals})`)
const metre = patternAt(
  "[ \\u202f]?(m|km|kg|mm|cm|GW|MW|kW|TW|GWh|MWh|kWh|TWh|Wh|mAh|TEU|dwt|boe|MMBtu|bcf|Mt|kt|oz|lbs?|MWp|GWp|sqft|hp|rpm|fps|ppm|km/h|nm|sq ?ft|sq\\.? ft\\.?|mph|kph|mi|GT|BTC|ETH|SOL|gwei|sats|TEUs|FEUs?|boepd|sqm|ha|bbl|bpd|mtpa|GB|TB|PB|MB|Hz|GHz|MHz|tonnes?|t|°C|V|W|mg|ml|L)(?![A-Za-z0-9'])",
)

export function readUnit(text: string, at: number, amount: Amount, { isChinese, isJapanese }: CurrencySetting): Unit | undefined {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return undefined
  // Of the units that come first, few begin in a Chinese or Japanese character.
  if (code >= 0x3000 && !unitStarts.has(code)) return readEasternUnit(text, at, amount)
  let match = matchAt(percentagePoints, text, at)
  if (match) return { end: at + match[0].length, kind: 'points', unit: 'pp' }
  if (isChinese) match = matchAt(pointsInChinese, text, at)
  if (!match && (isChinese || isJapanese)) match = matchAt(pointsInEast, text, at)
  if (match) return { end: at + match[0].length, kind: 'points', unit: 'pp' }
  match = matchAt(basisPoints, text, at)
  if (match) return { end: at + match[0].length, kind: 'points', unit: 'bp' }
  match = matchAt(percent, text, at)
  if (match) return { end: at + match[0].length, kind: 'percent' }
  match = matchAt(multiple, text, at)
  if (match) return { end: at + match[0].length, kind: 'multiple' }
  match = matchAt(frequency, text, at)
  if (match) return { end: at + match[0].length, kind: 'count', unit: 'times' }
  if (code >= 0x3000 || ((code === 32 || code === 0x202f || isCapital(code)) && text.charCodeAt(at + 1) >= 0x3000)) {
    const found = readEasternUnit(text, at, amount)
    if (found || code >= 0x3000) return found
  }
  const measure = matchAt(metre, text, at)
  if (measure) {
    const unit = measure[1] as string
    const isDoubtful = unit === 'm' || unit === 't'
    return isDoubtful ? { end: at + measure[0].length, kind: 'count', unit, doubt: 'unit' } : { end: at + measure[0].length, kind: 'count', unit }
  }
  const noun = readNoun(text, at)
  // "ahead of the $1.59 billion analysts had expected"
  if (noun && amount.scale > 2 && /^(?:analysts|economists|traders|strategists)$/.test(noun.noun)) return undefined
  // A 2-bed flat is a kind of flat, a 300-bed hospital has so many.
  if (noun?.noun === 'bed' && compare(amount.value, ten) < 0) return undefined
  return noun && { end: noun.end, kind: 'count', unit: noun.noun }
}

// The verb or noun that follows a number without a counter: 由49.4升至49.8.
const verbs =
  /^(?:升[至到幅值高温]|支[持付出撑]|只[有能是要]|次[于级日年贷]|本[次年期集公季财周月报]|位[于居列]|名[列义为]|处[于理罚在]|批[准发复]|组[成织合建]|场[景所外内]|点[击评名]|台[湾风股积北币]|部[分门长署]|度[过假]|行[业情政为动使]|机[构会制器场]|社[会区保交]|国[家内际企务有债产]|克[服强]|周[边围转]|天[然猫津弘]|张家|片区|手[机续]|口[径岸]|户[外籍均]|条[件例款]|回[落升购]|件[数])/

const ordinal = /^目(?![標标的录録前指])/

function isRank(text: string, start: number, end: number): boolean {
  return /[第名列居]$/.test(text.slice(Math.max(0, start - 2), start)) || /^(?:[、。，,;)のにとだではがか]|まで|$)/.test(text.slice(end, end + 2))
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90
}

const half: Decimal = { mantissa: 5n, exponent: -1 }
const hundred: Decimal = { mantissa: 100n, exponent: 0 }
const ten: Decimal = { mantissa: 10n, exponent: 0 }

function readEasternUnit(text: string, at: number, amount: Amount): Unit | undefined {
  const isSmall = amount.scale === 0 && amount.value.exponent >= -1 && amount.value.mantissa <= 100n
  const tenth = isSmall ? matchAt(tenths, text, at) : null
  if (tenth) {
    const second = tenth[1]
    const unit: Unit = { end: at + tenth[0].length, kind: 'percent', shift: 1 }
    const third = tenth[2]
    const rest = second === '半' ? '5' : `${numerals[second ?? ''] ?? second}${third ? `.${numerals[third] ?? third}` : ''}`
    if (second) unit.plus = (value) => add(value, decimalOf(rest))
    return unit
  }
  // 息率3.5厘 in Hong Kong are 3.5 %.
  if (text[at] === '厘' && /[息率化揭利存贷]/.test(text.slice(Math.max(0, amount.start - 8), amount.start))) return { end: at + 1, kind: 'percent' }
  if (isSmall && matchAt(discount, text, at)) return { end: at + 1, kind: 'percent', shift: compare(amount.value, ten) < 0 ? 1 : 0, doubt: 'reading' }
  const isNumeral = amount.isInWords && amount.scale < 2 && compare(amount.value, hundred) < 0
  if (text[at] === '階' && /地[上下]$/.test(text.slice(Math.max(0, amount.start - 2), amount.start)))
    return { end: at + 1, kind: 'count', unit: '階' }
  // 连续12日, 徒歩3分: days of a month and minutes of an hour elsewhere.
  if (text[at] === '日' && /(?:连续|連续|連続|連續|近|过去)$/.test(text.slice(Math.max(0, amount.start - 2), amount.start)))
    return { end: at + 1, kind: 'count', unit: '日' }
  if (text[at] === '分' && !amount.isInWords && /^(?:以[内上]|未满|間|间|程度|超)/.test(text.slice(at + 1, at + 3)))
    return { end: at + 1, kind: 'count', unit: '分' }
  if (text[at] === '分' && /(?:徒歩|步行|バス|所要|车程)约?$/.test(text.slice(Math.max(0, amount.start - 4), amount.start)))
    return { end: at + 1, kind: 'count', unit: '分' }
  // 72巻6号1242頁
  if (text[at] === '页' && /[号巻卷]/.test(text.charAt(amount.start - 1))) return undefined
  // 民法709条
  if (text[at] === '条' && /[法令則则例款程]$/.test(text.charAt(amount.start - 1))) return undefined
  // 跌了2个点 are two hundredths.
  if (text.startsWith('个点', at) && /[涨跌升降漲]了?$/.test(text.slice(Math.max(0, amount.start - 2), amount.start)))
    return { end: at + 2, kind: 'points', unit: 'pp', doubt: 'unit' }
  const first = text.charCodeAt(at)
  if (!counterStarts.has(first === 32 || first === 0x202f ? text.charCodeAt(at + 1) : first)) return undefined
  const match = matchAt(isNumeral ? numeralCounter : counter, text, at)
  // 三百多家 is an amount, 一多年 is none.
  if (!match || (isNumeral && match[1] && compare(amount.value, ten) < 0)) return undefined
  const unit = match[2] as string
  // 2回目 and, behind 第 or 排名, 4位 are places in a row.
  if (ordinal.test(text.slice(at + match[0].length, at + match[0].length + 2)) || (unit === '位' && isRank(text, amount.start, at + match[0].length)))
    return undefined
  // 808室 is a door.
  if (unit === '室' && amount.isPlain && !/[ァ-ヺー数]/.test(text[amount.start - 1] ?? '')) return undefined
  if (verbs.test(text.slice(at + match[0].length - 1, at + match[0].length + 1))) return undefined
  const found: Unit = { end: at + match[0].length, kind: unit === '倍' ? 'multiple' : 'count', unit }
  // 180多个国家.
  if (match[1]) found.isLow = true
  // 两年半, 3年半.
  if (/^(?:年|年间|个月|小时|时间|時间|[カかヶヵ箇]月)$/.test(unit) && text[found.end] === '半') {
    found.end += 1
    found.plus = (value) => add(value, half)
  }
  return found
}

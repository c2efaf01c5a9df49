// Whether an amount that was read is a figure, or part of a name, a word, a rank or a product.

import { isBareNameOrPlace, isNamed } from './look-alikes.ts'
import type { Amount } from './read-amount.ts'

export function isFigure(text: string, amount: Amount, isJoined: boolean): boolean {
  const { kind, isInWords, scale } = amount
  const written = amount.written.mantissa
  if (isInWords && text.charCodeAt(amount.start) >= 0x3000) {
    if (text[amount.start - 1] === '第') return false
    if (kind === 'number') return scale >= 4
    // 今明两年 are this year and the next.
    if (kind === 'count' && isPartOfWord(text, amount)) return false
    // 前五名客户 are the first five.
    if (kind === 'count' && amount.unit === '名' && text[amount.start - 1] === '前') return false
    if (kind === 'count') return (written > 1n || scale > 0 || amount.value.exponent < 0) && text[amount.start - 1] !== '明'
    // 一元, 二元 and 三元 are words of mathematics and politics.
    // 人民币一度升破: a currency and a numeral that nothing follows.
    if (
      kind === 'money' &&
      scale === 0 &&
      written < 10n &&
      /^[^一二三四五六七八九两].*[一二三四五六七八九两]$/.test(text.slice(amount.start, amount.end))
    )
      return false
    if (kind === 'money') return scale > 0 || written >= 10n || !/^[一二三四五六七八九]元$/.test(text.slice(amount.start, amount.end))
    return true
  }
  // "Four Seasons", "Six Flags": capitals within a sentence.
  if (
    isInWords &&
    kind === 'count' &&
    /^[A-Z][a-z]+ [A-Z]/.test(text.slice(amount.start, amount.end)) &&
    /[a-z,] $/.test(text.slice(Math.max(0, amount.start - 2), amount.start))
  )
    return false
  if (isInWords && scale < 2 && (kind === 'count' || kind === 'number') && isNameOfNumber(text, amount)) return false
  // "nine of the 19 members", "seven 787s"
  if (
    isInWords &&
    kind === 'number' &&
    written > 1n &&
    /^(?: of (?:the|its|our|their|his|those|these)\b| \d{3}s?\b)/.test(text.slice(amount.end, amount.end + 10))
  )
    return true
  // "the one-week repo rate"
  if (isInWords && kind === 'count' && /-(?:year|month|week|day|hour)$/.test(text.slice(amount.start, amount.end))) return true
  if (isInWords) return scale >= 2 || (kind !== 'number' && !(kind === 'count' && written <= 1n)) || (kind === 'number' && scale === 1)
  if (kind === 'count' && isPartOfWord(text, amount)) return false
  // "39 737 MAX jets" are 39.
  if (
    kind === 'count' &&
    amount.isPlain &&
    aircraft.test(text.slice(amount.start, amount.start + 3)) &&
    ofAircraft.test(text.slice(amount.start + 3, amount.start + 15))
  )
    return false
  // 4年に1度
  if (kind === 'count' && amount.unit === '度' && written === 1n && text[amount.start - 1] === 'に') return false
  // 凌晨2点, 14点整
  if (kind === 'count' && amount.unit === '点' && amount.isPlain && written <= 24n && isHour(text, amount)) return false
  // 20世纪 is the twentieth, not twenty of them.
  if (kind === 'count' && /^世[纪紀]$/.test(amount.unit ?? '') && written >= 10n && written <= 22n && scale === 0) return false
  if (
    kind === 'count' &&
    !isJoined &&
    amount.isPlain &&
    !/^(?:[GTPM]B|mAh|GHz|MHz)$/.test(amount.unit ?? '') &&
    isNamed(text, amount.start, amount.end)
  )
    return false
  // 10b-5 is a rule.
  if (
    kind === 'number' &&
    scale > 0 &&
    text[amount.end] === '-' &&
    /[A-Za-z\d]/.test(text[amount.end + 1] ?? '') &&
    /\d[a-z]$/i.test(text.slice(amount.start, amount.end))
  )
    return false
  // Core Ultra 7 265K
  if (
    kind === 'number' &&
    (scale === 3 || scale === 9) &&
    /[A-Za-z] \d{1,2}(?:\.\d)? $/.test(text.slice(Math.max(0, amount.start - 8), amount.start))
  )
    return false
  // Boeing 777X
  if (kind === 'multiple' && /^7[0-8]7X$/.test(text.slice(amount.start, amount.end))) return false
  // 4K and 8K are screens; 4K of something would have a noun.
  if (kind === 'number' && scale === 3 && /^[48]K$/.test(text.slice(amount.start, amount.end))) return false
  // 100円ショップ is a kind of shop.
  if (kind === 'money' && coin.test(text.slice(amount.end, amount.end + 4))) return false
  // No name has its thousands grouped.
  const isGrouped = !amount.isPlain && text.slice(amount.start, amount.end).includes(',')
  // 歼-20
  if (kind === 'number' && amount.isPlain && text[amount.start - 1] === '-' && /[\u3400-\u9fff]/.test(text[amount.start - 2] ?? '')) return false
  if (kind === 'number' && scale === 0) return !isBareNameOrPlace(text, amount) && (isGrouped || !isNamed(text, amount.start, amount.end))
  return true
}

/** "Big Four banks", "the Magnificent Seven", "the top five customers". */
function isNameOfNumber(text: string, { start }: Amount): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  if (/(?:^|[^A-Za-z])(?:top|bottom) $/i.test(before)) return true
  return /[A-Z]/.test(text.charAt(start)) && /(?:^|[^A-Za-z.])[A-Z][a-z]+ $/.test(before) && !/(?:^|[.!?:\n] ?)[A-Z][a-z]+ $/.test(before)
}

function isHour(text: string, { start, end }: Amount): boolean {
  return (
    /(?:凌晨|[上下中]午|午[后後]|[早晚]上?|傍晚|夜间|当日|当天|[今明]天)$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[钟鐘半整]/.test(text.slice(end, end + 1))
  )
}

const aircraft = /^7[0-8]7$/
const ofAircraft = /^ (?:MAX|Max|Dreamliners?|jets?|planes?|aircraft|freighters?|programme|program|family)\b/

const coin = /^(?:ショップ|玉(?![^、。はのがを]))/
const wordsAfterCounter: Readonly<Record<string, RegExp>> = {
  部: /^(?:上[場场]|市[場场]|指定|[銘铭]柄|昇格|リーグ)/,
  年: /^(?:[A-Z][組组]|生(?!存))/,
  次: /^(?:元|[産产][業业]|[電电]池|募集|情[報报]|[創创]作|下[請请]|[試试][験验]|[審审]|[補补]正|利用|入札|世界|大[戦战]|面接)/,
  人: /^制/,
  回: /^[裏里表]/,
  位: /^[数數]/,
  股: /^[东東]/,
  台: /^[山河湾灣风風]/,
  国: /^道/,
  单: /^元/,
  批: /^[价價发發]/,
  天: /^堂/,
  種: /^平均/,
  ページ: /^(?:参照|目|の図|の表)/,
  着: /^(?:[賞同はがでと、。,]|$)/,
}

/** 1部上場, 2次電池, 7人制, 9回裏: with what follows it is a word. */
function isPartOfWord(text: string, { start, end, unit = '' }: Amount): boolean {
  return (
    (wordsAfterCounter[unit]?.test(text.slice(end, end + 3)) ?? false) ||
    (unit === '部' && /[東东大名][証证]$/.test(text.slice(Math.max(0, start - 2), start)))
  )
}

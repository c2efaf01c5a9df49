// Reads the currency in front of an amount or behind it.

import { matchAt, oneOf, patternAt, startsOf } from './match-at.ts'
import * as eastern from './words-eastern-currency.ts'
import * as english from './words-en-currency.ts'

const leads = new Map<string, string | null>([...Object.entries(english.currencySigns), ...Object.entries(eastern.currencyLeads)])
for (const code of english.currencyCodes) leads.set(code, code === 'NTD' ? 'TWD' : code === 'CNH' ? 'CNY' : code)
for (const code of ['USD', 'HKD', 'AUD', 'CAD', 'SGD']) leads.set(`${code}$`, code)
const tails = new Map<string, string | null>([...Object.entries(english.currencyWords), ...Object.entries(eastern.currencyWords)])
for (const code of english.currencyCodes) tails.set(code, leads.get(code) as string)

// "MEUR 120", "120 MEUR", "EURm 35", "TEUR" of European reports: a code with a scale in it.
const placesOfCodes = new Map<string, number>()
const scaledCodes = ['USD', 'EUR', 'GBP', 'JPY', 'SEK', 'NOK', 'DKK', 'CHF', 'AUD', 'CAD', 'HKD', 'CNY', 'RMB']
for (const code of [...scaledCodes, '€', '$', '£']) {
  const settled = leads.get(code) ?? null
  for (const [letters, places] of [
    ['k', 3],
    ['m', 6],
    ['mn', 6],
    ['bn', 9],
    ['T', 3],
  ] as const) {
    if (letters === 'T' && !/EUR|€|CHF/.test(code)) continue
    for (const word of [`${letters}${code}`, `${letters.toUpperCase()}${code}`]) {
      tails.set(word, settled)
      placesOfCodes.set(word.toLowerCase(), places)
      if (code.length === 3) leads.set(word, settled)
    }
    if (code.length > 1 && letters !== 'T') leads.set(`${code}${letters}`, settled)
    placesOfCodes.set(`${code}${letters}`.toLowerCase(), places)
  }
}

// One alternative for all of them: two hundred would be tried at every number.
const scaledCode = `(?:[kKmMT]|[mb]n|[MB]N)?(?:${scaledCodes.join('|')})(?:[km]|[mb]n)?`
const isScaledCode = new RegExp(`^${scaledCode}$`)
const withoutCodes = (words: Iterable<string>) => oneOf([...words].filter((word) => !isScaledCode.test(word)))
const anyLead = `${scaledCode}|${withoutCodes(leads.keys())}`
// A code is a word of its own: no letter before it (checked backwards) and, behind it, the number.
const lead = patternAt(
  `(${anyLead})[ \\u202f]?(?=[-+(]?\\.?\\d|[〇一二三四五六七八九十两]|(?:half|a|one|two|three|four|five|six|seven|eight|nine|ten) )`,
)
const leadBefore = new RegExp(`(?:^|[^A-Za-z$])(${anyLead})[ \\u202f]?[-+(]{0,2}$`)
const letterTails = [...tails.keys()].filter((word) => /^[A-Za-z]/.test(word))
const tail = patternAt(
  `[ \\u202f-]?(?:(${scaledCode}|${withoutCodes(letterTails)})(?![A-Za-z])|(${oneOf([...tails.keys()].filter((word) => !/^[A-Za-z]/.test(word)))}))`,
  'i',
)
const cents = patternAt(
  `(?:[ -](${oneOf(Object.keys(english.centWords).filter((word) => word !== 'p'))})|(p|¢))(?![A-Za-z0-9])|[ \\u202f]?(${oneOf(Object.keys(eastern.centWords))})(?![之钟店女境人过海])`,
)

const leadStarts = startsOf([...leads.keys(), ...scaledCodes, 'k', 'm', 'b', 'T'])
const tailStarts = startsOf([...tails.keys(), ...scaledCodes, 'k', 'm', 'b', 'T'])
const centStarts = startsOf([...Object.keys(english.centWords), ...Object.keys(eastern.centWords)])

const easternLeadEnds = Object.keys(eastern.currencyLeads)
  .map((word) => word.at(-1))
  .join('')
const tailsInLowerCase = new Map([...tails].map(([word, code]) => [plainWord(word), code]))

/** `code` is null where the words leave it open: see settleCurrency. */
export type CurrencyRead = { end: number; sign: string; code: string | null; places?: number | undefined }

export function readCurrencyLead(text: string, at: number): CurrencyRead | undefined {
  const match = leadStarts.has(text.charCodeAt(at)) ? matchAt(lead, text, at) : null
  if (!match) return undefined
  const sign = match[1] as string
  return { end: at + match[0].length, sign, code: leads.get(sign) ?? null, places: placesOfCodes.get(sign.toLowerCase()) }
}

/** Where the currency begins that stands in front of the number at `at`; -1 without one. */
export function findCurrencyLead(text: string, at: number): number {
  const before = text.charCodeAt(at - 1)
  // Most numbers have a plain space and a small letter before them.
  if (before === 36 && isPlainBefore(text, at - 2)) return at - 1
  if ((before === 0x20ac || before === 0xa3) && !isLetter(text.charCodeAt(at - 2)) && text[at - 2] !== ' ') return at - 1
  const last = before === 32 || before === 0x202f || before === 40 || before === 45 || before === 43 ? text.charCodeAt(at - 2) : before
  // Nor has one after a digit or most signs.
  if (last < 65 && last !== 36 && last !== 46) return -1
  if (last >= 97 && last <= 122 && last !== before && !'rspbdy'.includes(String.fromCharCode(last))) return -1
  if (last >= 0x2e80 && !easternLeadEnds.includes(String.fromCharCode(last))) return -1
  const from = Math.max(0, at - 14)
  const match = leadBefore.exec(text.slice(from, at))
  // EUR/NOK 11.78 is a rate.
  if (!match || /[A-Z]{3}\/$/.test(text.slice(Math.max(0, from + match.index - 3), from + match.index + 1))) return -1
  return from + match.index + match[0].indexOf(match[1] as string)
}

/** Whether nothing that ends at `at` can be a country's letters in front of a dollar sign: US$, US-$, $$. */
function isPlainBefore(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const isBreak = code === 32 || code === 0x202f || code === 45
  const letter = isBreak ? text.charCodeAt(at - 1) : code
  return code !== 36 && !(letter >= 65 && letter <= 122) && !(letter >= 0x80)
}

export function readCurrencyTail(text: string, at: number): CurrencyRead | undefined {
  const match = tailStarts.has(firstOf(text, at)) ? matchAt(tail, text, at) : null
  if (!match) return undefined
  const sign = (match[1] ?? match[2]) as string
  // "$5 $6": the second sign is the next amount's. 10元/吨 keeps its 元.
  if (/^[$¥€£]|US\$$/.test(sign) && /\d/.test(text[at + match[0].length] ?? '')) return undefined
  // WON and DONG shouted are rare, "Won" begins a sentence; pounds are also a weight, but only without a country.
  const word = plainWord(sign)
  return { end: at + match[0].length, sign, code: tailsInLowerCase.get(word) ?? null, places: placesOfCodes.get(word) }
}

export function readCents(text: string, at: number): CurrencyRead | undefined {
  const match = centStarts.has(firstOf(text, at)) ? matchAt(cents, text, at) : null
  const sign = match?.[1] ?? match?.[2] ?? match?.[3]
  return match && sign ? { end: at + match[0].length, sign, code: english.centWords[sign] ?? eastern.centWords[sign] ?? null } : undefined
}

function isLetter(code: number): boolean {
  return code >= 65 && code <= 122
}

/** The first character of a word that a space or a hyphen may precede. */
function firstOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code === 32 || code === 0x202f || code === 45 ? text.charCodeAt(at + 1) : code
}

function plainWord(word: string): string {
  return word.length === 1 ? word : word.toLowerCase().replace(/[ \u202f-]/g, '')
}

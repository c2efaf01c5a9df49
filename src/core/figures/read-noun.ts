// Reads the noun of an English count: "1,200 full-time employees", "10m shares", "5-year".

import { matchAt, patternAt } from './match-at.ts'
import { stopWords } from './words-en-nouns.ts'

const word = patternAt("[ \\u202f]([A-Za-z][A-Za-z'’.-]{0,23})(?![A-Za-z])")
const duration = patternAt('[- ](year|yr|month|day|week|hour|minute|quarter|nm|mile|acre)(?:-old)?\\b')
// "a 603,000-barrel draw", "a 300-bed hospital".
const attributive = patternAt(
  '-(barrel|ton|tonne|megawatt|gigawatt|kilowatt|square-foot|square-metre|square-meter|foot|feet|metre|meter|kilometre|kilometer|bed|seat|room|unit|store|hectare|vessel|home|household|bushel|ounce|carat|gallon|litre|liter|vehicle|employee|turbine|person|member|inch|pound|kilogram)(?![A-Za-z])',
)
const plurals = new Set(
  'people staff crew men women children personnel headcount aircraft feet megawatts gigawatts square-feet units data'.split(' '),
)
// Ends in s and is no plural.
const singulars = /(?:ss|us|is|'s|’s|ous|ics|gas|news)$/

/** At most three words ahead, and no further than a word that a noun phrase does not hold. Costs a few words whatever the text. */
export function readNoun(text: string, at: number): { end: number; noun: string } | undefined {
  const span = matchAt(duration, text, at)
  if (span) return { end: at + span[0].length, noun: span[1] as string }
  const before = text.charCodeAt(at) === 45 ? matchAt(attributive, text, at) : null
  if (before) return { end: at + before[0].length, noun: before[1] as string }
  let end = at
  for (let count = 0; count < 3; count += 1) {
    const match = matchAt(word, text, end)
    if (!match) return undefined
    const said = (match[1] as string).replace(/[.'’-]+$/, '')
    const lower = said.toLowerCase()
    // "Class A shares"
    if (stopWords.has(lower) && !(said === 'A' && text.startsWith('Class', end - 5))) return undefined
    const stop = end + 1 + said.length
    if (plurals.has(lower) || (lower.endsWith('s') && lower.length > 2 && said !== said.toUpperCase() && !singulars.test(lower)))
      return { end: stop, noun: text.slice(at + 1, stop) }
    // A word that ends a sentence ends the phrase.
    if (said.length !== (match[1] as string).length) return undefined
    end += match[0].length
  }
  return undefined
}

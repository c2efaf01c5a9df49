// W3C selectors, in the subset that names words: TextQuoteSelector and TextPositionSelector, also where they refine another one.

import { field, isObject, listOf, offsetOf, stringOf } from './read-json.ts'

export type ReadSelector = { quote: string; prefix: string; suffix: string; start?: number; end?: number }

const maxDepth = 10

/** `selectors`: one or several of the same passage. `passed` names the kinds that say it in another way and were not read. */
export function readSelectors(selectors: unknown): { found: ReadSelector | undefined; passed: string[] } {
  const passed = new Set<string>()
  let quoted: ReadSelector | undefined
  let position: { start: number; end: number } | undefined
  for (const each of listOf(selectors).slice(0, 100)) {
    const read = readOne(each, passed)
    if (read === undefined) continue
    if ('quote' in read) quoted ??= read
    else position ??= read
  }
  if (!quoted) return { found: undefined, passed: [...passed, ...(position ? ['TextPositionSelector without a quote'] : [])] }
  return { found: position && quoted.start === undefined ? { ...quoted, ...position } : quoted, passed: [...passed] }
}

type Read = ReadSelector | { start: number; end: number }

function readOne(selector: unknown, passed: Set<string>, depth = 0): Read | undefined {
  if (!isObject(selector) || depth > maxDepth) return undefined
  const refinement = listOf(field(selector, 'refinedBy'))
    .map((each) => readOne(each, passed, depth + 1))
    .find((read) => read !== undefined)
  const types = listOf(field(selector, 'type') ?? field(selector, '@type')).map((type) => stringOf(type).replace(/^oa:/, ''))
  if (types.includes('TextQuoteSelector')) {
    const exact = stringOf(field(selector, 'exact'))
    if (exact === '') return refinement
    const whole = { quote: exact, prefix: stringOf(field(selector, 'prefix')), suffix: stringOf(field(selector, 'suffix')) }
    return refinement ? refine(whole, refinement) : whole
  }
  if (types.includes('TextPositionSelector')) {
    const start = offsetOf(field(selector, 'start'))
    const end = offsetOf(field(selector, 'end'))
    if (start === undefined || end === undefined || end < start) return refinement
    if (!refinement) return { start, end }
    // A quote in a range is a quote; a range in a range counts from its start.
    return 'quote' in refinement ? refinement : { start: start + refinement.start, end: start + refinement.end }
  }
  // Of other kinds the words within count, where it has any; its own offsets are of we don't know what.
  if (refinement && 'quote' in refinement) return { quote: refinement.quote, prefix: refinement.prefix, suffix: refinement.suffix }
  passed.add(types[0] || 'a selector without a type')
  return undefined
}

/** A passage of a passage: what is around it is known. */
function refine(whole: ReadSelector, part: Read): ReadSelector {
  const start = 'quote' in part ? startWithin(whole.quote, part) : part.start
  const end = 'quote' in part ? start + part.quote.length : part.end
  const quote = whole.quote.slice(start, end)
  if (start < 0 || quote === '' || end > whole.quote.length) return whole
  return { quote, prefix: whole.prefix + whole.quote.slice(0, start), suffix: whole.quote.slice(end) + whole.suffix }
}

function startWithin(text: string, { quote, prefix, suffix }: ReadSelector): number {
  const inContext = text.indexOf(prefix + quote + suffix)
  return inContext >= 0 ? inContext + prefix.length : text.indexOf(quote)
}

// What is looked for: a quote with its surroundings (W3C TextQuoteSelector and TextPositionSelector in one object), folded as the text is.

import { foldText } from './fold-text.ts'
import { standsAsQuoted } from './quote-edges.ts'

/** `start` and `end` are UTF-16 offsets in the text that the quote was taken from. */
export type PassageSelector = {
  exact: string
  prefix?: string | undefined
  suffix?: string | undefined
  start?: number | undefined
  end?: number | undefined
}

export type FoldedSelector = {
  /** Prefix, quote and suffix as one text: what stands between them is folded as it stands. */
  whole: string
  /** The quote in `whole`, without spaces at its ends; empty where it has nothing that is compared. */
  start: number
  end: number
  /** What the quote has before and after that, of white space and the like: part of the passage, but no reason not to find it. */
  leading: string
  trailing: string
}

/** More than this says nothing more about the place, and a stranger's selector can carry any amount. */
const maxContext = 64

export function foldSelector({ exact, prefix = '', suffix = '' }: PassageSelector): FoldedSelector {
  const before = prefix.slice(-maxContext)
  const folded = foldText(before + exact + suffix.slice(0, maxContext))
  const exactEnd = before.length + exact.length
  let start = 0
  while (start < folded.text.length && (folded.starts[start] as number) < before.length) start += 1
  let end = folded.text.length
  while (end > start && (folded.ends[end - 1] as number) > exactEnd) end -= 1
  while (start < end && folded.text[start] === ' ') start += 1
  while (end > start && folded.text[end - 1] === ' ') end -= 1
  if (start === end) return { whole: folded.text, start, end, leading: '', trailing: '' }
  return {
    whole: folded.text,
    start,
    end,
    leading: exact.slice(0, (folded.starts[start] as number) - before.length),
    trailing: exact.slice((folded.ends[end - 1] as number) - before.length),
  }
}

/** Whether `from` to `to` of a folded text are the quote's own words, as it had them. */
export function isQuote(text: string, from: number, to: number, { whole, start, end }: FoldedSelector): boolean {
  return to - from === end - start && text.slice(from, to) === whole.slice(start, end) && standsAsQuoted(text, from, to, whole, start, end)
}

// How the leading web annotator finds a quote again (match-quote.ts of hypothesis/client), as its documentation describes it: what we are measured against.

import search from 'approx-string-match'

type Selector = { exact: string; prefix?: string; suffix?: string; start?: number }
type Match = { start: number; end: number; errors: number }

/** At most half of the quote wrong; then quote, prefix, suffix and place are weighed 50, 20, 20 and 2. */
export function findByAnnotatorRule(
  text: string,
  { exact, prefix, suffix, start }: Selector,
): { start: number; end: number; score: number } | undefined {
  const matches = searchQuote(text, exact, Math.min(256, exact.length / 2))
  let best: { start: number; end: number; score: number } | undefined
  for (const match of matches) {
    const quoteScore = 1 - match.errors / exact.length
    const prefixScore = prefix ? likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) : 1
    const suffixScore = suffix ? likeness(text.slice(match.end, match.end + suffix.length), suffix) : 1
    const placeScore = start === undefined ? 1 : 1 - Math.abs(match.start - start) / text.length
    const score = (50 * quoteScore + 20 * prefixScore + 20 * suffixScore + 2 * placeScore) / 92
    if (!best || score > best.score) best = { start: match.start, end: match.end, score }
  }
  return best
}

function searchQuote(text: string, quote: string, maxErrors: number): Match[] {
  const exact: Match[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) exact.push({ start: at, end: at + quote.length, errors: 0 })
  return exact.length > 0 ? exact : search(text, quote, maxErrors)
}

function likeness(text: string, pattern: string): number {
  if (text === '' || pattern === '') return 0
  const matches = searchQuote(text, pattern, pattern.length)
  return matches.length === 0 ? 0 : 1 - Math.min(...matches.map(({ errors }) => errors)) / pattern.length
}

// What strangers' files say, cut to what a record holds: a long tag or title is no reason to lose a highlight.

import { type HighlightColour, highlightColours } from '../../records/highlight.ts'

/** At most so many UTF-16 units, whole characters, and well-formed. */
export function cutTo(text: string, length: number): string {
  const whole = text.toWellFormed()
  if (whole.length <= length) return whole
  const end = /[\ud800-\udbff]/.test(whole.charAt(length - 1)) ? length - 1 : length
  return whole.slice(0, end)
}

/** The side that touches the quote is kept. */
export function cutContext(prefix: string, suffix: string): { prefix: string; suffix: string } {
  const start = Math.max(0, prefix.length - 64)
  const isSplit = /[\udc00-\udfff]/.test(prefix.charAt(start))
  return { prefix: prefix.slice(isSplit ? start + 1 : start).toWellFormed(), suffix: cutTo(suffix, 64) }
}

export function toTags(given: readonly string[]): string[] {
  const tags = given.map((tag) => cutTo(tag.replace(/[\s\p{Cc}]+/gu, ' ').trim(), 200).trim()).filter((tag) => tag !== '')
  return [...new Set(tags)].slice(0, 200)
}

export function toLine(text: string, length = 2_000): string {
  return cutTo(text.replace(/[\s\p{Cc}]+/gu, ' ').trim(), length).trim()
}

export function toUrl(text: string): string {
  const url = text.trim()
  return /^https?:\/\/\S+$/i.test(url) && url.length <= 4_000 && url.isWellFormed() && URL.canParse(url) ? url : ''
}

const likeness: [RegExp, HighlightColour][] = [
  [/orange|amber|brown/i, 'orange'],
  [/green|lime|teal/i, 'green'],
  [/blue|cyan|indigo/i, 'blue'],
  [/pink|purple|violet|magenta|red|rose/i, 'pink'],
]

/** The colour of that name, else the one that looks most like it. */
export function toColour(name: string): HighlightColour {
  const given = name.trim().toLowerCase()
  return highlightColours.find((colour) => colour === given) ?? likeness.find(([pattern]) => pattern.test(given))?.[1] ?? 'yellow'
}

/** `1 row`, `2 rows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

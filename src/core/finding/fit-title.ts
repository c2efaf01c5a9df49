// How well a typed text fits a title, and where: the one ranking of palette and lists, predictable rather than clever.

import { foldText } from './fold-text.ts'

/** From the best to the least: a title that is the text, begins with it, has a word that does, holds it, holds its words, holds its letters in order. */
export const fitRanks = { whole: 0, beginning: 1, word: 2, inside: 3, words: 4, letters: 5 } as const

export type Typed = {
  /** Folded, without blanks at its ends, single spaces inside. */
  text: string
  words: readonly string[]
  /** Its characters without blanks, for the last rank. */
  letters: readonly string[]
}

export type Fit = {
  rank: number
  /** How far the letters lie apart, in UTF-16 units; 0 in every other rank. The smaller of two in one rank is the better. */
  spread: number
  /** What fits, as ranges of the folded title, in order. */
  ranges: readonly FoldedRange[]
}
export type FoldedRange = { start: number; end: number }

export function prepareTyped(text: string): Typed {
  const folded = foldText(text).trim().replace(/\s+/g, ' ')
  const words = folded === '' ? [] : folded.split(' ')
  return { text: folded, words, letters: [...words.join('')] }
}

/** `title` must be folded. Undefined where it does not fit; an empty text fits every title alike. */
export function fitTitle(title: string, typed: Typed): Fit | undefined {
  return fitWords(title, typed) ?? fitLetters(title, typed)
}

/** Every rank but the last: a few searches in the title, so that 100,000 titles take a few milliseconds. */
export function fitWords(title: string, { text, words }: Typed): Fit | undefined {
  if (title.startsWith(text)) {
    const rank = title.length === text.length ? fitRanks.whole : fitRanks.beginning
    return { rank, spread: 0, ranges: text === '' ? [] : [{ start: 0, end: text.length }] }
  }
  const first = title.indexOf(text)
  if (first >= 0) {
    const atWord = findAtWord(title, text, first)
    const start = atWord ?? first
    return { rank: atWord === undefined ? fitRanks.inside : fitRanks.word, spread: 0, ranges: [{ start, end: start + text.length }] }
  }
  if (words.length < 2) return undefined
  const ranges: FoldedRange[] = []
  for (const word of words) {
    const place = title.indexOf(word)
    if (place < 0) return undefined
    const start = findAtWord(title, word, place) ?? place
    ranges.push({ start, end: start + word.length })
  }
  return { rank: fitRanks.words, spread: 0, ranges: joinRanges(ranges) }
}

/**
 * Three letters or more in their order, of other scripts two, the first at the beginning of a word: of several such places the tightest, and of those
 * the first. Two Latin letters stand somehow in most titles.
 */
export function fitLetters(title: string, { letters }: Typed): Fit | undefined {
  const [first] = letters
  if (first === undefined || letters.length < 2 || (letters.length < 3 && letters.every((letter) => letter < '\u0080'))) return undefined
  let best: { ranges: FoldedRange[]; length: number } | undefined
  for (let start = title.indexOf(first); start >= 0; start = title.indexOf(first, start + 1)) {
    if (!beginsWord(title, start)) continue
    const ranges = followLetters(title, letters, start)
    // A later beginning has fewer letters behind it.
    if (!ranges) break
    const length = (ranges.at(-1)?.end ?? 0) - start
    if (!best || length < best.length) best = { ranges, length }
  }
  if (!best) return undefined
  const matched = letters.reduce((sum, letter) => sum + letter.length, 0)
  return { rank: fitRanks.letters, spread: best.length - matched, ranges: joinRanges(best.ranges) }
}

/** The better of two fits; negative where it is the first. */
export function compareFits(one: Pick<Fit, 'rank' | 'spread'>, other: Pick<Fit, 'rank' | 'spread'>): number {
  return one.rank - other.rank || one.spread - other.spread
}

function followLetters(title: string, letters: readonly string[], start: number): FoldedRange[] | undefined {
  const ranges: FoldedRange[] = []
  let from = start
  for (const letter of letters) {
    const place = title.indexOf(letter, from)
    if (place < 0) return undefined
    from = place + letter.length
    ranges.push({ start: place, end: from })
  }
  return ranges
}

function findAtWord(title: string, text: string, first: number): number | undefined {
  for (let place = first; place >= 0; place = title.indexOf(text, place + 1)) if (beginsWord(title, place)) return place
  return undefined
}

/** In order, without overlaps, those that touch as one. */
function joinRanges(ranges: readonly FoldedRange[]): FoldedRange[] {
  const joined: FoldedRange[] = []
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/**
 * Chinese writes no spaces: each of its characters may begin a word. Otherwise a word begins where letters begin or the script changes, as between
 * `AI` and `銀行`, or katakana and hiragana.
 */
export function beginsWord(text: string, offset: number): boolean {
  const here = scriptOf(text, offset)
  if (here === 'none') return offset === 0
  return offset === 0 || here === 'han' || here !== scriptOf(text, offset - 1)
}

type Script = 'none' | 'letter' | 'han' | 'hiragana' | 'katakana'

function scriptOf(text: string, offset: number): Script {
  const code = text.charCodeAt(offset)
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) ? 'letter' : 'none'
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xd800 && code <= 0xdbff)) return 'han'
  if (code >= 0x3041 && code <= 0x309f) return 'hiragana'
  if (code >= 0x30a0 && code <= 0x30ff) return code === 0x30fb ? 'none' : 'katakana'
  return /[\p{L}\p{N}\p{M}]/u.test(text.charAt(offset)) ? 'letter' : 'none'
}

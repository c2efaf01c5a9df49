// Finds words in a note: whatever the case and the width of their letters, or by a regular expression that cannot run away.

import type { RE2JS } from 're2js'

export type FindOptions = { isCaseMatched: boolean; isWholeWord: boolean }
/** UTF-16 offsets, `end` exclusive; `groups` are those of a regular expression. */
export type Match = { start: number; end: number; groups?: readonly string[] }

/** More than anybody steps through; replacing all takes no more at a time, and says so by its count. */
const mostMatches = 20_000
/** An expression that needs longer over one note is given up with what it has. */
const longestMs = 250

export function findWords(text: string, words: string, { isCaseMatched, isWholeWord }: FindOptions): Match[] {
  if (words === '') return []
  const folded = fold(text, isCaseMatched)
  const wanted = fold(words, isCaseMatched)
  const found: Match[] = []
  for (let at = folded.indexOf(wanted); at >= 0 && found.length < mostMatches; at = folded.indexOf(wanted, at)) {
    const end = at + wanted.length
    if (!isWholeWord || isWord(text, at, end)) {
      found.push({ start: at, end })
      at = end
    } else at += 1
  }
  return found
}

/** `now` is in milliseconds. An empty match is no match: there is nothing to see and nothing to replace. */
export function findExpression(text: string, expression: RE2JS, isWholeWord: boolean, now: () => number): Match[] {
  const matcher = expression.matcher(text)
  const found: Match[] = []
  const until = now() + longestMs
  while (found.length < mostMatches && matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()]
    if (end > start && (!isWholeWord || isWord(text, start, end))) {
      const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, group) => matcher.group(group) ?? '')
      found.push({ start, end, groups })
    }
    if (now() > until) break
  }
  return found
}

/** `$1` and `$&` stand for what the expression found, `$$` for a dollar sign; without groups the words are as they are. */
export function replacementFor({ groups }: Match, words: string): string {
  if (!groups) return words
  return words.replace(/\$(\$|&|\d)/g, (_, name: string) => (name === '$' ? '$' : (groups[name === '&' ? 0 : Number(name)] ?? '')))
}

/** Of the same length as the text: offsets in one are offsets in the other. Full-width Latin and half-width katakana meet their usual forms. */
function fold(text: string, isCaseMatched: boolean): string {
  const usual = text.replace(/[\uff01-\uff5e\uff66-\uff9d\u3000]/g, (character) => character.normalize('NFKC'))
  if (isCaseMatched) return usual
  const lower = usual.toLowerCase()
  if (lower.length === usual.length) return lower
  return usual.replace(/./gsu, (character) => {
    const small = character.toLowerCase()
    return small.length === character.length ? small : character
  })
}

const WORD = /^[\p{L}\p{N}_]$/u
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u

/** Between Chinese or Japanese characters there is no space to tell where a word ends: every place there is an end. */
function isWord(text: string, start: number, end: number): boolean {
  const isInside = (before: string, after: string) => WORD.test(before) && WORD.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after)
  return !isInside(text.charAt(start - 1), text.charAt(start)) && !isInside(text.charAt(end - 1), text.charAt(end))
}

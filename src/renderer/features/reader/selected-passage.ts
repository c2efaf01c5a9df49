// Which passage a selection means: the policy on top of the mapping.

import { type ReadingMap, type ReadingRange, toReadingRange } from './reading-positions.ts'

export type SelectedPassage = ReadingRange & { exact: string }

/** As long as a passage may be (records/passage.ts). */
export const maxPassageLength = 100_000

/** The passage of a DOM selection without the white space and separators at its ends; undefined where nothing is left to quote. */
export function toSelectedPassage(map: ReadingMap, range: Range, readingText: string): SelectedPassage | undefined {
  const covered = range.collapsed ? undefined : toReadingRange(map, range)
  return covered && trimPassage(readingText, covered)
}

/** Never ends inside a character: half a surrogate pair, or a letter without the marks that were put on it. */
export function trimPassage(readingText: string, { start, end }: ReadingRange): SelectedPassage | undefined {
  while (start < end && isSpace(readingText, start)) start += 1
  while (end > start && isSpace(readingText, end - 1)) end -= 1
  if (start >= end) return undefined
  while (start > 0 && continuesCharacter(readingText, start)) start -= 1
  while (end < readingText.length && continuesCharacter(readingText, end)) end += 1
  return { start, end, exact: readingText.slice(start, end) }
}

function isSpace(text: string, offset: number): boolean {
  return /[\s\u200b\ufeff]/.test(text.charAt(offset))
}

function continuesCharacter(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const code = text.charCodeAt(offset)
  if (code >= 0xdc00 && code <= 0xdfff) return before >= 0xd800 && before <= 0xdbff
  // A zero width joiner binds the characters on both of its sides into one emoji.
  return before === zeroWidthJoiner || code === zeroWidthJoiner || /^\p{M}/u.test(String.fromCodePoint(text.codePointAt(offset) ?? 0))
}

const zeroWidthJoiner = 0x200d

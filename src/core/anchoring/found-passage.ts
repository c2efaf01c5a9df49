// What is said of a passage in a text.

import type { FoldedPlace } from './find-folded.ts'
import type { PreparedText } from './prepared-text.ts'
import type { FoldedSelector } from './selector.ts'

/**
 * `exact`: the same words at the place that the selector names (or it names none); `moved`: the same words elsewhere; `changed`: edited where they
 * stood. Words are the same whatever their width forms, quotes, dashes, spaces, line breaks and Unicode normalisation. `start` and `end` are
 * UTF-16 offsets of the text, between graphemes. `score` is 0 to 1: how sure the place is.
 */
export type FoundPassage = { kind: 'exact' | 'moved' | 'changed'; start: number; end: number; score: number } | { kind: 'lost' }

/** From folded units back to the text, with the white space that the quote had at its ends. */
export function toFoundPassage(
  { text, folded, borders }: PreparedText,
  place: FoldedPlace,
  { leading, trailing }: FoldedSelector,
  position: number | undefined,
): FoundPassage {
  let start = folded.starts[place.from] as number
  let end = folded.ends[place.to - 1] as number
  if (place.isSame && leading !== '' && text.startsWith(leading, start - leading.length)) start -= leading.length
  if (place.isSame && trailing !== '' && text.startsWith(trailing, end)) end += trailing.length
  const range = borders.around(start, end)
  const kind = !place.isSame ? 'changed' : position === undefined || position === range.start ? 'exact' : 'moved'
  return { kind, start: range.start, end: range.end, score: place.score }
}

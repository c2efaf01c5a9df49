// Where a quoted passage stands in a text today: in its place, elsewhere, edited, or nowhere. Never at the words of another passage.

import { type ExactPlace, findExact } from './find-exact.ts'
import { type PreparedText, prepareText } from './prepared-text.ts'
import { foldSelector, type PassageSelector } from './selector.ts'

export type { PassageSelector, PreparedText }
export { prepareText }

/**
 * `exact`: the same words at the place that the selector names (or it names none); `moved`: the same words elsewhere; `changed`: edited where they
 * stood. Words are the same whatever their width forms, quotes, dashes, spaces, line breaks and Unicode normalisation. `start` and `end` are
 * UTF-16 offsets of `text`, between graphemes. `score` is 0 to 1: how sure the place is.
 */
export type FoundPassage = { kind: 'exact' | 'moved' | 'changed'; start: number; end: number; score: number } | { kind: 'lost' }

/** Prepare a text that more than one passage is looked for in. Linear in the text. */
export function findPassage(text: string | PreparedText, selector: PassageSelector): FoundPassage {
  const prepared = typeof text === 'string' ? prepareText(text) : text
  const folded = foldSelector(selector)
  if (folded.start === folded.end) return findUnfolded(prepared, selector)
  const exact = findExact(prepared, folded, selector.start)
  if (exact) return found(prepared, exact, folded.leading, folded.trailing, selector)
  return { kind: 'lost' }
}

/** From folded units back to the text, with the white space that the quote had at its ends. */
function found(prepared: PreparedText, place: ExactPlace, leading: string, trailing: string, selector: PassageSelector): FoundPassage {
  const { text, folded, borders } = prepared
  let start = folded.starts[place.from] as number
  let end = folded.ends[place.to - 1] as number
  if (leading !== '' && text.startsWith(leading, start - leading.length)) start -= leading.length
  if (trailing !== '' && text.startsWith(trailing, end)) end += trailing.length
  const range = borders.around(start, end)
  const isInPlace = selector.start === undefined || selector.start === range.start
  return { kind: isInPlace ? 'exact' : 'moved', start: range.start, end: range.end, score: place.score }
}

/** A quote of nothing but white space and invisible characters is only ever where it was. */
function findUnfolded({ text, borders }: PreparedText, { exact, start }: PassageSelector): FoundPassage {
  if (exact === '' || start === undefined || !text.startsWith(exact, start)) return { kind: 'lost' }
  return { kind: 'exact', ...borders.around(start, start + exact.length), score: 1 }
}

// Where a quoted passage stands in a text today: in its place, elsewhere, edited, or nowhere. Never at the words of another passage.

import { type FoundPassage, findFolded, toText } from './find-folded.ts'
import { type PreparedText, prepareText } from './prepared-text.ts'
import { foldSelector, type PassageSelector } from './selector.ts'

export type { FoundPassage, PassageSelector, PreparedText }
export { prepareText }

/** Prepare a text that more than one passage is looked for in. Linear in the text. */
export function findPassage(text: string | PreparedText, selector: PassageSelector): FoundPassage {
  const prepared = typeof text === 'string' ? prepareText(text) : text
  const folded = foldSelector(selector)
  if (folded.start === folded.end) return findUnfolded(prepared, selector)
  const place = findFolded(prepared, folded, selector.start)
  return place ? toText(prepared, place, folded, selector.start) : { kind: 'lost' }
}

/** A quote of nothing but white space and invisible characters is only ever where it was. */
function findUnfolded({ text, borders }: PreparedText, { exact, start }: PassageSelector): FoundPassage {
  if (exact === '' || start === undefined || !text.startsWith(exact, start)) return { kind: 'lost' }
  return { kind: 'exact', ...borders.around(start, start + exact.length), score: 1 }
}

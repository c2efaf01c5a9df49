// The decision: which place, if any, is the passage's own.

import { type ChangedPlace, findChanged } from './find-changed.ts'
import { type ExactPlace, findExact } from './find-exact.ts'
import type { PreparedText } from './prepared-text.ts'
import type { FoldedSelector } from './selector.ts'

/**
 * `exact`: the same words at the place that the selector names (or it names none); `moved`: the same words elsewhere; `changed`: edited where they
 * stood. Words are the same whatever their width forms, quotes, dashes, spaces, line breaks and Unicode normalisation. `start` and `end` are
 * UTF-16 offsets of the text, between graphemes. `score` is 0 to 1: how sure the place is.
 */
export type FoundPassage = { kind: 'exact' | 'moved' | 'changed'; start: number; end: number; score: number } | { kind: 'lost' }

/** Folded units `from` to `to`. */
export type FoldedPlace = { from: number; to: number; score: number; isSame: boolean }
/** Which part of the folded units `from` to `to` is known to be something else, 0 to 1. */
export type TakenShare = (from: number, to: number) => number

export function findFolded(
  prepared: PreparedText,
  selector: FoldedSelector,
  position: number | undefined,
  takenShare?: TakenShare,
): FoldedPlace | undefined {
  const isFree = (from: number, to: number) => !takenShare || takenShare(from, to) < 0.3
  const exact = findExact(prepared, selector, position, isFree)
  if (exact && isSureExact(exact, takenShare !== undefined)) return { ...exact, isSame: true }
  let best: ChangedPlace | undefined
  for (const place of findChanged(prepared, selector)) {
    if (!isFree(place.from, place.to)) continue
    if (isSureChanged(place, takenShare !== undefined) && (!best || scoreOf(place) > scoreOf(best))) best = place
  }
  if (!best) return undefined
  const isSame = prepared.folded.text.slice(best.from, best.to) === selector.whole.slice(selector.start, selector.end)
  return { from: best.from, to: best.to, score: scoreOf(best), isSame }
}

function isSureExact({ before, after, weight, isOnly }: ExactPlace, isFree: boolean): boolean {
  if (Number.isNaN(before) && Number.isNaN(after)) return true
  const [left, right] = [Number.isNaN(before) ? after : before, Number.isNaN(after) ? before : after]
  if (Math.max(left, right) >= 0.7 || left + right >= 1.1) return true
  return isOnly && weight >= (isFree ? 1 : 2.5)
}

function isSureChanged({ survival, before, after }: ChangedPlace, isFree: boolean): boolean {
  const left = Number.isNaN(before) ? 0 : before
  const right = Number.isNaN(after) ? 0 : after
  const context = Math.max(left, right) + 0.5 * Math.min(left, right)
  const needed = context >= 1 ? 0.35 : context >= 0.6 ? 0.5 : context >= 0.3 ? 0.65 : 0.75
  if (survival.kept < needed || survival.keptWords < needed * 0.7) return false
  return survival.weight >= (context >= 1 ? 0.15 : context >= 0.6 ? 0.4 : isFree ? 1 : 1.5)
}

function scoreOf({ survival, before, after }: ChangedPlace): number {
  const left = Number.isNaN(before) ? 0 : before
  const right = Number.isNaN(after) ? 0 : after
  return Math.min(1, survival.kept * 0.6 + left * 0.2 + right * 0.2)
}

/** From folded units back to the text, with the white space that the quote had at its ends. */
export function toText(
  prepared: PreparedText,
  place: FoldedPlace,
  { leading, trailing }: FoldedSelector,
  position: number | undefined,
): FoundPassage {
  const { text, folded, borders } = prepared
  let start = folded.starts[place.from] as number
  let end = folded.ends[place.to - 1] as number
  if (place.isSame && leading !== '' && text.startsWith(leading, start - leading.length)) start -= leading.length
  if (place.isSame && trailing !== '' && text.startsWith(trailing, end)) end += trailing.length
  const range = borders.around(start, end)
  const kind = !place.isSame ? 'changed' : position === undefined || position === range.start ? 'exact' : 'moved'
  return { kind, start: range.start, end: range.end, score: place.score }
}

// Places where a quote may stand in edited form, each with what is left there of the quote and of its surroundings.

import { alignTokens } from './align-tokens.ts'
import { diffTokens } from './diff-tokens.ts'
import { findWindows, type Window } from './find-windows.ts'
import type { PreparedText } from './prepared-text.ts'
import type { FoldedSelector } from './selector.ts'
import { type Survival, survivalOf } from './survival.ts'
import { weighTokens } from './token-weights.ts'
import { cutTokens, type Tokens, tokenFrom } from './tokens.ts'

/** Folded units `from` to `to`; `before` and `after` are the shares of the surroundings that are left beside it, NaN where the selector has none. */
export type ChangedPlace = { from: number; to: number; survival: Survival; before: number; after: number; total: number }

/** Alignment of more is left to anchors (a quote of some pages). */
const mostCells = 400_000

export function findChanged({ folded, grams }: PreparedText, selector: FoldedSelector): ChangedPlace[] {
  const { whole } = selector
  const tokens = cutTokens(whole)
  const weights = weighTokens(tokens, grams)
  const first = tokenFrom(tokens, selector.start)
  const last = tokenFrom(tokens, selector.end - 1) + 1
  const places: ChangedPlace[] = []
  const windows = findWindows(grams, folded.text, whole)
  for (const window of windows) {
    if (window.votes < 0.3 * (windows[0] as Window).votes) break
    const now = cutTokens(folded.text, ...wordBorders(folded.text, window))
    const { partners, score } = align(tokens, now, weights)
    const survival = survivalOf(tokens, first, last, partners, 0, now, weights)
    if (!survival) continue
    places.push({
      from: now.starts[survival.from] as number,
      to: now.ends[survival.to - 1] as number,
      survival,
      before: first === 0 ? Number.NaN : (survivalOf(tokens, 0, first, partners, 0, now, weights)?.kept ?? 0),
      after: last === tokens.count ? Number.NaN : (survivalOf(tokens, last, tokens.count, partners, 0, now, weights)?.kept ?? 0),
      total: score,
    })
  }
  return places
}

function align(tokens: Tokens, now: Tokens, weights: Float32Array): { partners: Int32Array; score: number } {
  if (tokens.count * now.count > mostCells) return { partners: diffTokens(tokens, now, weights), score: 0 }
  return alignTokens({ tokens, start: 0, end: tokens.count }, { tokens: now, start: 0, end: now.count }, weights, 'local')
}

function wordBorders(text: string, { from, to }: Window): [number, number] {
  let [start, end] = [from, to]
  while (start > 0 && from - start < 40 && text[start] !== ' ') start -= 1
  while (end < text.length && end - to < 40 && text[end] !== ' ') end += 1
  return [start, end]
}

// What is left of a quote where its tokens have partners: how much, from where to where, and whether anything is changed at all.

import { isInOtherForm } from './align-tokens.ts'
import { isNumber, isSign, type Tokens } from './tokens.ts'

export type Survival = {
  /** Tokens of the new text, `to` exclusive. */
  from: number
  to: number
  /** Of the quote's weight, 0 to 1, that stands there as it did. */
  kept: number
  /** The same without regard to weights, of words and numbers. */
  keptWords: number
  /** Weight of what was kept: what little there is to know about a quote of two signs makes it easily mistaken. */
  weight: number
  /** Numbers of the quote that are others now. */
  numbersChanged: number
}

/** Of the old tokens `start` to `end`; `partners[index - offset]` are theirs. Undefined where nothing of them is left. */
export function survivalOf(
  old: Tokens,
  start: number,
  end: number,
  partners: Int32Array,
  offset: number,
  now: Tokens,
  weights: Float32Array,
): Survival | undefined {
  let [from, to] = [-1, -1]
  let [total, kept, words, keptWords, numbersChanged] = [0, 0, 0, 0, 0]
  for (let index = start; index < end; index += 1) {
    const weight = weights[index] as number
    const partner = partners[index - offset] as number
    const isWord = !isSign(old, index)
    total += weight
    if (isWord) words += 1
    if (partner < 0) continue
    if (from < 0) from = partner
    to = partner + 1
    const isKept = old.ids[index] === now.ids[partner]
    if (!isKept && isNumber(old, index) && isNumber(now, partner)) numbersChanged += 1
    const share = isKept ? 1 : isInOtherForm(old, index, now, partner) ? 0.5 : 0
    kept += weight * share
    if (isWord) keptWords += share
  }
  if (from < 0 || total === 0) return undefined
  return { from, to, kept: kept / total, keptWords: words === 0 ? 1 : keptWords / words, weight: kept, numbersChanged }
}

// What is left of a quote where its tokens have partners: how much, from where to where, and how it was broken up.

import { isInOtherForm } from './align-tokens.ts'
import { isNumeral, isSign, type Tokens, tokenFrom } from './tokens.ts'

/** `from` and `to` are tokens of the new text, `to` exclusive. */
export type Survival = Remains & { from: number; to: number }

/** How much of a quote is left, and how it was broken up. */
export type Remains = {
  /** Of the quote's weight, 0 to 1, that stands there as it did. */
  kept: number
  /** The same without regard to weights, of words and numbers. */
  keptWords: number
  /** Weight of what was kept: what little there is to know about a quote of two signs makes it easily mistaken. */
  weight: number
  /** Of the quote's weight, in numbers that have another number in their place. */
  renumbered: number
  /** Words and numbers that have others in their place. */
  replaced: number
  /** Of the numbers of the quote, how many it has and how many are kept. */
  numbers: number
  keptNumbers: number
  /** The heaviest token that is gone: another deal in the same words lacks its name. */
  heaviestLost: number
  /** Stretches that were kept whole; one where nothing is changed inside. */
  stretches: number
  /** Tokens that stand there and were not in the quote, per token of it. */
  added: number
}

/** What a stretch far from the others must weigh to belong to them, per token in between: a word that stands on every page is found anywhere. */
const costOfGap = 0.35
const costOfDistance = 0.03

/** Of the old tokens `start` to `end`; `partners` are of all old tokens. Undefined where nothing of them is left. */
export function survivalOf(old: Tokens, start: number, end: number, partners: Int32Array, now: Tokens, weights: Float32Array): Survival | undefined {
  const [first, last] = coreOf(old, start, end, partners, now, weights)
  if (first < 0) return undefined
  let [total, kept, words, keptWords, pairs] = [0, 0, 0, 0, 0]
  let [heaviestLost, stretches, lastKept, renumbered] = [0, 0, -2, 0]
  let [replaced, numbers, keptNumbers] = [0, 0, 0]
  for (let index = start; index < end; index += 1) {
    const weight = weights[index] as number
    const partner = index < first || index > last ? -1 : (partners[index] as number)
    const isWord = !isSign(old, index)
    total += weight
    if (isWord) words += 1
    const isNumber = isWord && isNumeral(old, index)
    if (isNumber) numbers += 1
    const share = shareOf(old, index, now, partner)
    if (share === 0) heaviestLost = Math.max(heaviestLost, weight)
    if (partner < 0) continue
    pairs += 1
    kept += weight * share
    if (isWord) keptWords += share
    if (share === 0 && isWord) replaced += 1
    if (share === 0 && isNumber && isNumeral(now, partner)) renumbered += weight
    if (share < 1) continue
    if (isNumber) keptNumbers += 1
    if (partner !== lastKept + 1 || (partners[index - 1] ?? -1) !== lastKept) stretches += 1
    lastKept = partner
  }
  if (total === 0) return undefined
  const from = startOf(old, start, first, partners, now)
  const to = endOf(old, end, last, partners, now)
  const added = (to - from - pairs) / (end - start)
  return {
    from,
    to,
    kept: kept / total,
    keptWords: words === 0 ? 1 : keptWords / words,
    weight: kept,
    renumbered: renumbered / total,
    replaced,
    numbers,
    keptNumbers,
    heaviestLost,
    stretches,
    added,
  }
}

/**
 * Words at the quote's beginning that were replaced: between the kept word before the quote and its first kept word stands what took their place.
 * Much more than they were is rather something inserted beside the quote.
 */
function startOf(old: Tokens, start: number, first: number, partners: Int32Array, now: Tokens): number {
  const from = partners[first] as number
  const before = start === 0 ? -1 : (partners[start - 1] as number)
  const isReplaced = before >= 0 && old.ids[start - 1] === now.ids[before] && isReplacing(from - before - 1, first - start)
  return isReplaced ? before + 1 : from
}

function endOf(old: Tokens, end: number, last: number, partners: Int32Array, now: Tokens): number {
  const to = (partners[last] as number) + 1
  const after = end === old.count ? -1 : (partners[end] as number)
  const isReplaced = after >= 0 && old.ids[end] === now.ids[after] && isReplacing(after - to, end - 1 - last)
  return isReplaced ? after : to
}

function isReplacing(added: number, replaced: number): boolean {
  return replaced > 0 && added >= 0 && added <= 2 * replaced + 2
}

/** The units of `now` where the units `start` to `end` of `old` survive. A quote that begins or ends inside a word does so again where the word is the same. */
export function placeOf(
  survival: Survival,
  { old, start, end }: { old: Tokens; start: number; end: number },
  partners: Int32Array,
  now: Tokens,
): { from: number; to: number } {
  let from = now.starts[survival.from] as number
  let to = now.ends[survival.to - 1] as number
  const [first, last] = [tokenFrom(old, start), tokenFrom(old, end - 1)]
  if (partners[first] === survival.from && old.ids[first] === now.ids[survival.from]) from += Math.max(0, start - (old.starts[first] as number))
  if (partners[last] === survival.to - 1 && old.ids[last] === now.ids[survival.to - 1]) to -= Math.max(0, (old.ends[last] as number) - end)
  return { from, to }
}

function shareOf(old: Tokens, index: number, now: Tokens, partner: number): number {
  if (partner < 0) return 0
  if (old.ids[index] === now.ids[partner]) return 1
  // 2024 and 2025 are not two forms of one word.
  return !isNumeral(old, index) && isInOtherForm(old, index, now, partner) ? 0.5 : 0
}

/** The first and the last token with a partner of the heaviest part that hangs together (Kadane's maximal stretch); -1 where there is none. */
function coreOf(old: Tokens, start: number, end: number, partners: Int32Array, now: Tokens, weights: Float32Array): [number, number] {
  let [best, bestFirst, bestLast] = [Number.NEGATIVE_INFINITY, -1, -1]
  let [sum, first, before] = [0, -1, -1]
  for (let index = start; index < end; index += 1) {
    const partner = partners[index] as number
    if (partner < 0) continue
    if (first >= 0) {
      const distance = partner - (partners[before] as number) - (index - before)
      if (distance > 0) sum -= costOfGap + costOfDistance * distance
    }
    const isInOrder = before < 0 || partner > (partners[before] as number)
    if (first < 0 || sum < 0 || !isInOrder) [sum, first] = [0, index]
    before = index
    sum += (weights[index] as number) * shareOf(old, index, now, partner) + 0.01
    if (sum > best) [best, bestFirst, bestLast] = [sum, first, index]
  }
  return [bestFirst, bestLast]
}

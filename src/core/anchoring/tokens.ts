// A folded text cut into what an editor changes as one: words, numbers, single ideographs and kana, single signs.

import { CJK, classOf, DIGIT, OTHER } from './fold-units.ts'
import { lowerBound } from './lower-bound.ts'

/** Token i is `starts[i]` to `ends[i]` of the folded text; equal tokens have equal `ids`; `kinds` are classes of their first unit. Spaces belong to no token. */
export type Tokens = { text: string; count: number; starts: Uint32Array; ends: Uint32Array; ids: Int32Array; kinds: Uint8Array }

const COMMA = 0x2c
const DOT = 0x2e

export function cutTokens(text: string, from = 0, to = text.length): Tokens {
  const starts = new Uint32Array(to - from)
  const ends = new Uint32Array(to - from)
  const ids = new Int32Array(to - from)
  const kinds = new Uint8Array(to - from)
  let count = 0
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at)
    if (unit === 0x20) {
      at += 1
      continue
    }
    const kind = classOf(unit)
    let end = at + 1
    let id = unit
    if (kind !== CJK && kind !== OTHER) {
      end = wordEnd(text, end, to)
      // Two words with one hash are told apart where it matters: what is called the same words is compared unit by unit.
      if (end - at > 1) id = hashOf(text, at, end)
    }
    starts[count] = at
    ends[count] = end
    ids[count] = id
    kinds[count] = kind
    count += 1
    at = end
  }
  return {
    text,
    count,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    ids: ids.subarray(0, count),
    kinds: kinds.subarray(0, count),
  }
}

/** `58.3` and `1,000` are one number: a part of it that stayed is no part that is still true. */
function wordEnd(text: string, at: number, to: number): number {
  let end = at
  while (end < to) {
    const unit = text.charCodeAt(end)
    const kind = classOf(unit)
    const isInNumber =
      (unit === COMMA || unit === DOT) && classOf(text.charCodeAt(end - 1)) === DIGIT && end + 1 < to && classOf(text.charCodeAt(end + 1)) === DIGIT
    if (unit === 0x20 || ((kind === CJK || kind === OTHER) && !isInNumber)) break
    end += 1
  }
  return end
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0x80000000
}

export function isSign({ kinds }: Tokens, index: number): boolean {
  return kinds[index] === OTHER
}

/** A number in figures, or a numeral of Chinese and Japanese. */
export function isNumeral({ kinds, text, starts }: Tokens, index: number): boolean {
  return kinds[index] === DIGIT || /[〇零一二三四五六七八九十百千万萬亿億兆两]/.test(text[starts[index] as number] as string)
}

/** The first token that ends after `at`. */
export function tokenFrom({ ends, count }: Tokens, at: number): number {
  return lowerBound(count, (index) => ends[index] as number, at + 1)
}

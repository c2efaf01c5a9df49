// A row deleted from between two that begin alike can be taken out in several ways: here the one that an editor meant, from break to break.

import type { FoldedText } from './fold-text.ts'
import type { Tokens } from './tokens.ts'

/** Gaps slide no further: so many tokens alike are a passage of their own. */
const mostSliding = 200

export type TokenisedText = { original: string; folded: FoldedText; tokens: Tokens }

/**
 * Moves what only one side has, in `partners` (of the old tokens), to where it begins after the strongest break: a blank line, a line, a sentence.
 * The lossless clean-up of Fraser's diff-match-patch. Linear in the texts.
 */
export function slideGaps(old: TokenisedText, now: TokenisedText, partners: Int32Array): void {
  slideDeletions(old, partners)
  const reversed = new Int32Array(now.tokens.count).fill(-1)
  for (let index = 0; index < partners.length; index += 1) {
    const partner = partners[index] as number
    if (partner >= 0) reversed[partner] = index
  }
  slideDeletions(now, reversed)
  partners.fill(-1)
  for (let index = 0; index < reversed.length; index += 1) {
    const partner = reversed[index] as number
    if (partner >= 0) partners[partner] = index
  }
}

function slideDeletions(text: TokenisedText, partners: Int32Array): void {
  const { ids, count } = text.tokens
  for (let start = 0; start < count; start += 1) {
    if ((partners[start] as number) >= 0) continue
    let end = start + 1
    while (end < count && (partners[end] as number) < 0) end += 1
    // Only where nothing was put in its place.
    if (start > 0 && end < count && partners[end] === (partners[start - 1] as number) + 1) slide(text, partners, start, end, ids, count)
    start = end
  }
}

function slide(text: TokenisedText, partners: Int32Array, start: number, end: number, ids: Int32Array, count: number): void {
  let [best, bestBreak] = [0, breakBefore(text, start)]
  const consider = (offset: number) => {
    const strength = breakBefore(text, start + offset)
    if (strength > bestBreak) [best, bestBreak] = [offset, strength]
  }
  const isKept = (index: number) => index >= 0 && index < count && (partners[index] as number) >= 0
  for (let offset = -1; offset >= -mostSliding; offset -= 1) {
    if (!isKept(start + offset) || ids[start + offset] !== ids[end + offset]) break
    if (offset < -1 && partners[start + offset + 1] !== (partners[start + offset] as number) + 1) break
    consider(offset)
  }
  for (let offset = 1; offset <= mostSliding; offset += 1) {
    const index = end + offset - 1
    if (!isKept(index) || ids[start + offset - 1] !== ids[index]) break
    if (offset > 1 && partners[index] !== (partners[index - 1] as number) + 1) break
    consider(offset)
  }
  for (let moved = 0; moved > best; moved -= 1) {
    partners[end + moved - 1] = partners[start + moved - 1] as number
    partners[start + moved - 1] = -1
  }
  for (let moved = 0; moved < best; moved += 1) {
    partners[start + moved] = partners[end + moved] as number
    partners[end + moved] = -1
  }
}

/** 3 for a blank line, 2 for a new line, 1 for the end of a sentence before the token. */
function breakBefore({ original, folded, tokens }: TokenisedText, index: number): number {
  if (index === 0) return 3
  const lastUnit = (tokens.ends[index - 1] as number) - 1
  const between = original.slice(folded.ends[lastUnit], folded.starts[tokens.starts[index] as number])
  const lines = between.indexOf('\n')
  if (lines >= 0) return between.indexOf('\n', lines + 1) >= 0 ? 3 : 2
  return /[.!?。！？]/.test(folded.text[lastUnit] as string) ? 1 : 0
}

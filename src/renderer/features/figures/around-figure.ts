// What stands around a figure, on whole words: a selector's context ends wherever 32 characters end, and half a number reads as another.

import type { Passage } from '../../../core/records/passage.ts'

/** Of scripts with spaces; Chinese and Japanese may be cut between any two characters, but not within the digits of an amount. */
const partAtStart = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}'’.,%-]+/u
const partAtEnd = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}'’.,%$€£¥-]+$/u
/** Shorter than that and the text itself has ended, as contexts are as long as they can be. */
const wholeContext = 31

export function aroundFigure({ prefix, suffix, start }: Pick<Passage, 'prefix' | 'suffix' | 'start'>): { before: string; after: string } {
  const isCutBefore = start > prefix.length
  const isCutAfter = suffix.length >= wholeContext
  return {
    before: isCutBefore ? `…${less(prefix, partAtStart).trimStart()}` : prefix,
    after: isCutAfter ? `${less(suffix, partAtEnd).trimEnd()}…` : suffix,
  }
}

/** One long word is better half than not at all. */
function less(text: string, part: RegExp): string {
  const rest = text.replace(part, '')
  return rest.trim() === '' ? text : rest
}

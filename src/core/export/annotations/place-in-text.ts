// Where a passage stands, as people say it: the page or location that an imported excerpt names, else the number of its paragraph.

import type { Passage } from '../../records/passage.ts'

/** `Page 12 · Location 170–174`, or `¶ 3` counted from 1. Empty where the text cannot be read. */
export function placeInText(readingText: string | undefined, { start, end }: Pick<Passage, 'start' | 'end'>): string {
  if (readingText === undefined) return ''
  // An excerpt has its places below its quotes; no other text has a paragraph of just this form.
  const below = /^[^\n]*(?:\n[^\n]+)*\n\n((?:Page|Location) [^\n]{1,60})(?:\n|$)/.exec(readingText.slice(end, end + 4_000))
  if (below?.[1] && readingText.includes('\n\nPassages only: ')) return below[1]
  return `¶ ${countBreaks(readingText, start) + 1}`
}

function countBreaks(text: string, before: number): number {
  let count = 0
  for (let at = text.indexOf('\n\n'); at >= 0 && at < before; at = text.indexOf('\n\n', at + 2)) count += 1
  return count
}

// A passage: a range of a reading text as W3C Web Annotation has it, TextQuoteSelector and TextPositionSelector in one object.

import { z } from 'zod'

/** How much of the surroundings a selector keeps on either side, in UTF-16 units (as hypothesis/client does). */
const contextLength = 32

export const passageSchema = z
  .strictObject({
    exact: z.string().min(1).max(100_000),
    prefix: z.string().max(200),
    suffix: z.string().max(200),
    start: z.int().min(0),
    end: z.int().min(1),
  })
  .refine((passage) => passage.end - passage.start === passage.exact.length, 'the range and the quote differ in length')
export type Passage = z.infer<typeof passageSchema>

/** The passage of `readingText` from `start` to `end` (UTF-16, end exclusive), widened so that it never splits a surrogate pair. */
export function passageAt(readingText: string, start: number, end: number): Passage {
  if (isInsidePair(readingText, start)) start -= 1
  if (isInsidePair(readingText, end)) end += 1
  let prefixStart = Math.max(0, start - contextLength)
  let suffixEnd = Math.min(readingText.length, end + contextLength)
  if (isInsidePair(readingText, prefixStart)) prefixStart += 1
  if (isInsidePair(readingText, suffixEnd)) suffixEnd -= 1
  return {
    exact: readingText.slice(start, end),
    prefix: readingText.slice(prefixStart, start),
    suffix: readingText.slice(end, suffixEnd),
    start,
    end,
  }
}

function isInsidePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

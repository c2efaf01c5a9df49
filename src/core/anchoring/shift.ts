// How far a place is from where the quote stood.

import type { PreparedText } from './prepared-text.ts'

/** How far edits before a passage push it: some sentences anyhow, and more in a long text. */
const reachOfEdits = 500
const shareOfEdits = 0.1

/** From `position`, an offset of the text, to the folded unit `from`: 1 is as far as edits commonly push a passage. NaN where nobody knows the position. */
export function shiftOf({ text, folded }: PreparedText, from: number, position: number | undefined): number {
  return position === undefined ? Number.NaN : Math.abs((folded.starts[from] as number) - position) / (reachOfEdits + shareOfEdits * text.length)
}

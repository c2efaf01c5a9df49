// Stepping through the highlights of a source, in their order in the text.

import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'

/** The highlight one step from the current one, itself at either end; from none, the first or the last. */
export function highlightBeside(
  highlights: readonly HighlightRow[],
  current: RecordId<'highlight'> | undefined,
  step: 1 | -1,
): HighlightRow | undefined {
  const position = highlights.findIndex(({ id }) => id === current)
  return position < 0 ? highlights.at(step > 0 ? 0 : -1) : (highlights[position + step] ?? highlights[position])
}

// Where a highlight stands in the text that is shown.

import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'

/** The highlight with its passage in this text; undefined where it has none here. The words must stand there: else nothing is painted. */
export function placedIn(text: RecordId<'text'>, readingText: string, row: HighlightRow): HighlightRow | undefined {
  const passage = row.text === text ? row.passage : row.found?.text === text ? row.found.passage : undefined
  if (!passage || readingText.slice(passage.start, passage.end) !== passage.exact) return undefined
  return passage === row.passage ? row : { ...row, passage }
}

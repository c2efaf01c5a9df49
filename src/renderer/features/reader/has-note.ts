// Which highlights have something to say beside their passage.

import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import { strings } from '../../strings/strings.ts'

/** What is wrong with it in words, '' where it holds. */
export function problemOf({ state, standing }: HighlightRow): string {
  return standing ? strings.reader.standings[standing] : strings.reader.states[state]
}

export function hasNote(row: HighlightRow): boolean {
  return row.comment !== '' || row.insights.length > 0 || problemOf(row) !== ''
}

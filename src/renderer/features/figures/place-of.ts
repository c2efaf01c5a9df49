// Where a figure stands in the text that the reader shows.

import type { FigureRow } from '../../../core/queries/ledger-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'

export function placeOf({ source, passage, found }: FigureRow): { source: RecordId<'source'>; start: number; end: number } {
  const { start, end } = found?.passage ?? passage
  return { source, start, end }
}

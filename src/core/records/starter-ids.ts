// The ids of the starter notebook's records: apart from its schemas, which a window does without.

import type { RecordId } from './record-id.ts'

/** Ids follow from keys, so that a second reset finds what the first one laid. */
export const starterIds = {
  source: (source: string): RecordId<'source'> => `source:${source}`,
  highlight: (source: string, number: number): RecordId<'highlight'> => `highlight:${source}-h${number}`,
  /** `at` is where in the highlight it begins: one highlight can hold several. */
  figure: (source: string, highlight: number, at: number): RecordId<'figure'> => `figure:${source}-h${highlight}-${at}`,
  evidence: (insight: string, source: string, number: number): RecordId<'evidence'> => `evidence:${insight}-${source}-h${number}`,
}

// What became of one thing that an import found: one row of its report.

import type { RecordId } from '../../core/records/record-id.ts'

type Kept = { title: string; notes: string[] } & ({ source: RecordId<'source'>; citekey?: string } | { insight: RecordId<'insight'> })

export type ImportOutcome = { path: string } & (
  | ({ outcome: 'kept' } & Kept)
  /** It was here and has been brought up to date: a source got a new text, highlights or facts, an insight its new words. */
  | ({ outcome: 'renewed' } & Kept)
  /** Nothing was lost: it is there already, the analyst's own words stand in its place, or nothing was expected of the file. */
  | { outcome: 'skipped'; reason: string; source?: RecordId<'source'>; insight?: RecordId<'insight'>; isDuplicate?: true; notes?: string[] }
  | { outcome: 'refused'; reason: string }
)

// What an audit finds: a closed list of kinds, each with what is needed to show it and to do something about it.

import type { RuleOutcome } from '../ledger/check-rules.ts'
import type { FormulaProblem } from '../ledger/evaluate-formula.ts'
import type { SlipCause } from '../ledger/scale-slip.ts'
import type { RecordId } from '../records/record-id.ts'

export const findingKinds = [
  'passage-changed',
  'passage-lost',
  'scale-slip',
  'figures-contested',
  'rule-broken',
  'derived-stale',
  'figure-changed',
  'figure-lost',
  'figure-contradicts',
  'quote-not-verbatim',
  'citation-broken',
  'claim-uncited',
  'figure-not-in-passage',
  'contradiction-unanswered',
  'passage-retired',
  'review-overdue',
  'source-undated',
  'source-unpublished',
] as const
export type FindingKind = (typeof findingKinds)[number]

type Named<Kind extends FindingKind> = {
  kind: Kind
  /** The same for the same matter, however often it is looked for; unique in a notebook. */
  key: string
}

/** Of one insight. `sentence`, `quote` and `citation` are what a reader sees, without Markdown. */
export type InsightFinding =
  | (Named<'claim-uncited'> & { insight: RecordId<'insight'>; sentence: string })
  /** `said` is what the insight writes, `stated` what stands at `place`. */
  | (Named<'figure-contradicts'> & {
      insight: RecordId<'insight'>
      sentence: string
      said: string
      stated: string
      citation: string
      place: { source: RecordId<'source'>; highlight?: RecordId<'highlight'> }
      relation: 'slip' | 'near' | 'opposite'
      factor?: number
      cause?: SlipCause
    })
  /** `coarser`: what the passage says less exactly. */
  | (Named<'figure-not-in-passage'> & { insight: RecordId<'insight'>; sentence: string; said: string; citation: string; coarser?: string })
  | (Named<'quote-not-verbatim'> & { insight: RecordId<'insight'>; quote: string; citation: string })
  | (Named<'citation-broken'> & { insight: RecordId<'insight'>; citation: string })
  | (Named<'passage-retired'> & { insight: RecordId<'insight'>; highlight: RecordId<'highlight'> })
  | (Named<'contradiction-unanswered'> & { insight: RecordId<'insight'>; evidence: RecordId<'evidence'> })
  | (Named<'review-overdue'> & { insight: RecordId<'insight'>; reviewBy: string; newestEvidence: string })

/** Of one source or one of its highlights. */
export type SourceFinding =
  | (Named<'passage-changed' | 'passage-lost'> & { source: RecordId<'source'>; highlight: RecordId<'highlight'> })
  | (Named<'figure-changed' | 'figure-lost'> & { source: RecordId<'source'>; figure: RecordId<'figure'> })
  | (Named<'source-undated' | 'source-unpublished'> & { source: RecordId<'source'> })

/** Of one metric. Of figures that clash `one` and `other` are the worst pair, `clashes` counts them all. */
export type MetricFinding =
  | (Named<'figures-contested' | 'scale-slip'> & {
      metric: RecordId<'metric'>
      one: RecordId<'figure'>
      other: RecordId<'figure'>
      clashes: number
      factor?: number
      cause?: SlipCause
    })
  | (Named<'rule-broken'> & { metric: RecordId<'metric'>; outcome: RuleOutcome })
  | (Named<'derived-stale'> & { metric: RecordId<'metric'>; problem?: FormulaProblem; bases: RecordId<'metric'>[] })

export type Finding = InsightFinding | SourceFinding | MetricFinding

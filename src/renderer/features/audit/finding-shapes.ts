// A shape for each kind of finding, so that none is told by its colour alone, and how grave it is.

import type { FindingKind } from '../../../core/audit/finding.ts'

type Gravity = 'broken' | 'doubtful' | 'missing'

export const findingShapes: Readonly<Record<FindingKind, { shape: string; gravity: Gravity }>> = {
  'passage-changed': { shape: '≠', gravity: 'broken' },
  'passage-lost': { shape: '✕', gravity: 'broken' },
  'scale-slip': { shape: '×', gravity: 'broken' },
  'figures-contested': { shape: '≶', gravity: 'broken' },
  'rule-broken': { shape: '∑', gravity: 'broken' },
  'derived-stale': { shape: 'ƒ', gravity: 'doubtful' },
  'figure-changed': { shape: '≠', gravity: 'broken' },
  'figure-lost': { shape: '✕', gravity: 'broken' },
  'figure-contradicts': { shape: '≷', gravity: 'broken' },
  'quote-not-verbatim': { shape: '“', gravity: 'broken' },
  'citation-broken': { shape: '⌀', gravity: 'broken' },
  'claim-uncited': { shape: '?', gravity: 'missing' },
  'figure-not-in-passage': { shape: '◇', gravity: 'missing' },
  'contradiction-unanswered': { shape: '▼', gravity: 'doubtful' },
  'passage-retired': { shape: '–', gravity: 'doubtful' },
  'review-overdue': { shape: '◷', gravity: 'doubtful' },
  'source-undated': { shape: '○', gravity: 'missing' },
  'source-unpublished': { shape: '○', gravity: 'missing' },
}

// The sentences of the trash, in English.

import type { RecordKind } from '../../records/record-id.ts'

const things = (count: number) => `${count} ${count === 1 ? 'record' : 'records'}`

export const trashWords = {
  trash: 'Trash',
  list: 'Removed records',
  kinds: {
    insight: 'Insight',
    source: 'Source',
    text: 'Text',
    highlight: 'Highlight',
    evidence: 'Evidence',
    entity: 'Entity',
    report: 'Report',
    figure: 'Figure',
    metric: 'Metric',
    rate: 'Exchange rate',
  } satisfies Record<RecordKind, string> as Readonly<Record<RecordKind, string>>,
  where: {
    highlight: (detail: string) => detail,
    evidence: (detail: string) => `of “${detail}”`,
    other: (detail: string) => detail,
  },
  untitled: 'Untitled',
  removed: 'removed',
  selected: (count: number) => `${count} selected`,
  total: (count: number) => things(count),
  page: (first: number, last: number, total: number) => `${first}–${last} of ${total}`,
  previousPage: 'Earlier page',
  nextPage: 'Next page',
  selectAll: 'Select all that are shown',
  restore: 'Restore',
  restoreOne: (title: string) => `Restore ${title}`,
  versionsOf: (title: string) => `Versions of ${title}`,
  deleteForGood: 'Delete for good…',
  empty: 'Empty trash…',
  restored: (count: number) => `Restored ${things(count)}`,
  deleted: (count: number) => `Deleted ${things(count)} for good`,
  restoring: (count: number) => `Restoring ${things(count)}…`,
  deleting: (count: number) => `Deleting ${things(count)}…`,
  emptying: 'Emptying the trash…',
  emptied: 'Emptied the trash',
  confirmDeleteTitle: (count: number) => `Delete ${things(count)} for good?`,
  confirmEmptyTitle: (count: number) => `Empty the trash: delete ${things(count)} for good?`,
  confirmDelete: 'Delete for good',
  confirmEmpty: 'Empty the trash',
  counting: 'Looking at what hangs on it…',
  hangs: (highlights: number, evidence: number, figures: number) =>
    [count(highlights, 'highlight', 'highlights'), count(evidence, 'link of evidence', 'links of evidence'), count(figures, 'figure', 'figures')]
      .filter(Boolean)
      .join(' and '),
  goesToo: (what: string) => `Also deleted, because it hangs on it: ${what}.`,
  nothingHangs: 'No highlight, no evidence and no figure hangs on it.',
  reportsLoseInsights: 'Reports that hold a deleted insight lose it.',
  emptyTakesAlong: 'Highlights, evidence and figures that hang on a deleted source or insight are deleted with it; reports lose deleted insights.',
  undoIsPossible: 'Undo (Ctrl Z) can bring it back while this window stays open. After that only the notebook’s history files still hold it.',
  none: 'The trash is empty',
  noneHint:
    'Insights, sources, highlights, evidence, figures and reports that you remove come here first, and stay until you restore or delete them.',
} as const

function count(number: number, one: string, many: string): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`
}

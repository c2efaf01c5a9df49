// What an audit says of its findings, in the window and in the terminal.

import type { AuditRow } from '../../audit/audit-row.ts'
import type { FindingKind } from '../../audit/finding.ts'

const longest = 120

/** The beginning of words that are only shown to know them by. */
function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${[...line].slice(0, longest - 1).join('')}…` : line
}

export const auditWords = {
  kinds: {
    'passage-changed': 'A cited passage changed',
    'passage-lost': 'A cited passage is gone',
    'quote-not-verbatim': 'A quotation is not verbatim',
    'citation-broken': 'A citation leads nowhere',
    'claim-uncited': 'A claim without a citation',
    'contradiction-unanswered': 'A contradiction without an answer',
    'passage-retired': 'Evidence that was retired',
    'review-overdue': 'Due for review',
    'source-undated': 'A source without a date',
    'source-unpublished': 'A source without publisher or author',
  } as const satisfies Readonly<Record<FindingKind, string>>,
  /** One line for one finding; what it is about stands before it. */
  sentence: (row: AuditRow): string => {
    switch (row.kind) {
      case 'passage-changed':
        return `“${short(row.passage?.cited.exact ?? '')}” now reads “${short(row.passage?.found?.exact ?? '')}”`
      case 'passage-lost':
        return `“${short(row.passage?.cited.exact ?? '')}” is not in the newest text any more`
      case 'quote-not-verbatim':
        return `“${short(row.quote)}” does not stand so in ${row.citation}`
      case 'citation-broken':
        return `${row.citation} is in no source of this notebook`
      case 'claim-uncited':
        return `“${short(row.sentence)}” names no source`
      case 'contradiction-unanswered':
        return `“${short(row.contradiction ?? '')}” contradicts it, and no note says why it stands`
      case 'passage-retired':
        return `“${short(row.passage?.cited.exact ?? '')}” was retired and supports nothing any more`
      case 'review-overdue':
        return row.newestEvidence === ''
          ? `to be reviewed by ${row.reviewBy}; it has no evidence`
          : `to be reviewed by ${row.reviewBy}; its newest evidence is of ${row.newestEvidence}`
      case 'source-undated':
        return 'nobody wrote down when it was published'
      case 'source-unpublished':
        return 'nobody wrote down who published or wrote it'
    }
  },
}

// What an audit says of its findings, in the window and in the terminal.

import type { AuditRow } from '../../audit/audit-row.ts'
import type { FindingKind } from '../../audit/finding.ts'
import type { SlipCause } from '../../ledger/scale-slip.ts'
import { ledgerWords } from './ledger-words.ts'

const longest = 120

/** The beginning of words that are only shown to know them by. */
function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${[...line].slice(0, longest - 1).join('')}…` : line
}

/** What the two figures have to do with each other, where it is more than being unlike. */
function clashWords({ relation, factor, cause }: { relation: 'slip' | 'near' | 'opposite'; factor?: number; cause?: SlipCause }): string {
  if (relation === 'slip') return `, ${ledgerWords.factor(factor ?? 10)}${cause ? `: perhaps ${ledgerWords.causes[cause]}` : ''}`
  return relation === 'opposite' ? ': one is a lower bound, the other an upper one' : ''
}

export const auditWords = {
  audit: 'Audit',
  show: 'Audit: what does not hold',
  everything: 'Everything',
  findings: (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'finding' : 'findings'}`,
  filters: 'Kinds of findings',
  list: 'Findings',
  looking: 'Looking through the notebook…',
  nothing: 'Everything holds',
  nothingHint:
    'Every claim names its source, every quotation is verbatim, and no cited passage changed. What stops holding will stand here by itself.',
  nothingYet: 'Nothing to look at yet',
  nothingYetHint:
    'Once there are insights and sources, claims without a citation, quotations that are not verbatim and figures that clash stand here by themselves.',
  noneOfThisKind: 'Nothing of this kind',
  more: (count: number) => `${count.toLocaleString('en')} more: settle some of these first`,
  choose: 'Choose a finding to see what it is about',
  detail: 'What it is about',
  youCited: (revision: number, revisions: number) => (revisions > 1 ? `You cited (text ${revision} of ${revisions})` : 'You cited'),
  itSays: 'It now says',
  isGone: 'The newest text does not have these words, nor an edited form of them.',
  restsOnIt: 'Rests on it',
  nothingRests: 'No insight rests on it.',
  reportLine: (title: string, line: number) => `Report: ${title === '' ? 'Untitled' : title}, line ${line}`,
  accept: 'Accept the new words',
  accepted: (name: string) => `${name} cites the new words`,
  pin: 'Keep the old text',
  pinned: (name: string) => `${name} keeps to its own text`,
  relink: 'Tie it to other words…',
  retire: 'Retire it',
  retired: (name: string) => `${name} was retired: it supports nothing any more`,
  follow: 'Let it count again',
  followed: (name: string) => `${name} follows the newest text again`,
  next: 'Next finding',
  previous: 'Previous finding',
  open: 'Open what the finding is about',
  openInsight: 'Open the insight',
  openSource: 'Open the source',
  openMetric: 'Open the metric',
  openPassage: 'Open the passage',
  answer: 'Answer it in a note',
  answerHint: 'Why the insight stands all the same',
  answered: 'Answered',
  save: 'Save',
  inSentence: 'The sentence',
  inQuote: 'The quotation',
  youWrite: 'You write',
  itsPassage: 'The passage says',
  contradicts: 'What contradicts it',
  reviewed: 'Reviewed: ask again in three months',
  reviewMoved: (date: string) => `To be reviewed by ${date}`,
  editFacts: 'Write it down',
  kinds: {
    'passage-changed': 'A cited passage changed',
    'passage-lost': 'A cited passage is gone',
    'scale-slip': 'Figures a power of ten apart',
    'figures-contested': 'Figures that contradict each other',
    'rule-broken': 'A rule about figures is broken',
    'derived-stale': 'A computed figure whose base changed',
    'figure-changed': 'A kept figure changed',
    'figure-lost': 'A kept figure is gone',
    'figure-contradicts': 'A figure that its passage contradicts',
    'quote-not-verbatim': 'A quotation is not verbatim',
    'citation-broken': 'A citation leads nowhere',
    'claim-uncited': 'A claim without a citation',
    'figure-not-in-passage': 'A figure that its passage does not have',
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
      case 'scale-slip':
      case 'figures-contested': {
        const [one, other] = (row.figures ?? []).map(({ written, citekey }) => `“${short(written)}” (${citekey})`)
        const factor = row.kind === 'scale-slip' && row.factor ? `, ${ledgerWords.factor(row.factor)}` : ''
        const cause = row.kind === 'scale-slip' && row.cause ? `: perhaps ${ledgerWords.causes[row.cause]}` : ''
        const more = row.clashes > 1 ? `, and ${row.clashes - 1} more` : ''
        return `${one} against ${other}${factor}${more}${cause}`
      }
      case 'rule-broken': {
        const names = new Map<string, string>(row.metricNames)
        const doubt = row.outcome.state === 'doubtful' ? ', as it is written' : ''
        return `${ledgerWords.outcome(row.outcome, (id) => `“${names.get(id) ?? id}”`)}${doubt}`
      }
      case 'derived-stale': {
        const names = new Map<string, string>(row.metricNames)
        const bases = row.bases.map((id) => `“${names.get(id) || id}”`).join(', ')
        return [
          ...(row.problem ? [ledgerWords.problems[row.problem]] : []),
          ...(bases === '' ? [] : [`${bases} changed, or is contested or missing`]),
        ].join('; ')
      }
      case 'figure-changed':
        return `“${short(row.figures?.[0]?.written ?? '')}” now reads “${short(row.figures?.[0]?.found ?? '')}”`
      case 'figure-lost':
        return `“${short(row.figures?.[0]?.written ?? '')}” is not in the newest text any more, and counts no more`
      case 'figure-contradicts':
        return `“${short(row.said)}” is “${short(row.stated)}” in ${row.citation}${clashWords(row)}`
      case 'figure-not-in-passage':
        return row.coarser === undefined
          ? `“${short(row.said)}” is not in ${row.citation}, nor does it follow from figures that are`
          : `“${short(row.said)}” is more exact than “${short(row.coarser)}” in ${row.citation}`
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

// What of one insight does not hold: its sentences, its quotations, its evidence and its review date.

import { foldText } from '../anchoring/fold-text.ts'
import { liveEvidenceOf } from '../evidence/live-evidence.ts'
import type { CitationItem } from '../markdown/citation-syntax.ts'
import { checkFigures } from '../prose-figures/check-figures.ts'
import { type FiguresOfText, figureSources } from '../prose-figures/cited-figures.ts'
import type { Insight } from '../records/insight.ts'
import { isPast } from '../records/is-past.ts'
import type { RecordId } from '../records/record-id.ts'
import type { HeadOf } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { citedSentences } from './cited-sentences.ts'
import { figureFinding } from './figure-finding.ts'
import { findQuotations } from './find-quotations.ts'
import type { InsightFinding } from './finding.ts'
import { isClaim } from './is-claim.ts'
import { citationWord, lookUpCitation } from './look-up-citation.ts'
import { type ProseBlock, proseBlocks } from './prose-blocks.ts'

export type AuditContext = {
  view: NotebookView
  /** An ISO day, such as 2026-01-31. */
  today: string
  /** The reading text as anchoring folds it, then made `comparable`; whoever audits many insights keeps some of them. Undefined where the text is gone. */
  folded: (text: RecordId<'text'>) => string | undefined
  figuresOf: FiguresOfText
}

export type AuditedInsight = {
  findings: InsightFinding[]
  /** What it cites, so that it is looked at again when one of these changes. */
  citekeys: ReadonlySet<string>
}

/** Nothing is found in an insight that is retired or in the trash. Some 0.2 ms for a page of prose. */
export function auditInsight(context: AuditContext, insight: Insight): AuditedInsight {
  const findings: InsightFinding[] = []
  const citekeys = new Set<string>()
  if (insight.removedAt !== undefined || insight.status === 'retired') return { findings, citekeys }
  const { id } = insight
  const counted = new Map<string, number>()
  /** The same sentence twice is two findings. */
  const keyOf = (kind: string, about: string) => {
    const key = `${kind} ${id} ${about}`
    const count = counted.get(key) ?? 0
    counted.set(key, count + 1)
    return count === 0 ? key : `${key} ${count + 1}`
  }
  // Of what is to come, or is being asked, nobody has a source; an amount comes from somewhere all the same.
  const hasVerbs = insight.kind === 'fact' || insight.kind === 'interpretation'
  const blocks = proseBlocks(insight.body)
  const sources = figureSources(context.view, context.figuresOf, insight.id, blocks)
  for (const block of blocks) {
    for (const { items } of block.citations) {
      for (const item of items) {
        citekeys.add(item.citekey)
        if (!lookUpCitation(context.view, item))
          findings.push({ kind: 'citation-broken', key: keyOf('citation-broken', citationWord(item)), insight: id, citation: citationWord(item) })
      }
    }
    for (const sentence of uncitedClaims(block, hasVerbs))
      findings.push({ kind: 'claim-uncited', key: keyOf('claim-uncited', sentence), insight: id, sentence })
    for (const checked of checkFigures(block, sources)) {
      const finding = figureFinding(checked, id, keyOf)
      if (finding) findings.push(finding)
    }
    for (const { text, items } of findQuotations(block)) {
      if (isVerbatim(context, text, items)) continue
      const citation = items.map(citationWord).join('; ')
      findings.push({ kind: 'quote-not-verbatim', key: keyOf('quote-not-verbatim', `${citation} ${text}`), insight: id, quote: text, citation })
    }
  }
  findings.push(...auditEvidence(context, insight))
  return { findings, citekeys }
}

function uncitedClaims(block: ProseBlock, hasVerbs: boolean): string[] {
  if (block.isQuotation) return []
  return citedSentences(block).flatMap(({ text, items, isLinked }) => (items.length === 0 && !isLinked && isClaim(text, hasVerbs) ? [text] : []))
}

function auditEvidence({ view, today }: AuditContext, { id, reviewBy, createdAt }: Insight): InsightFinding[] {
  const findings: InsightFinding[] = []
  for (const evidence of view.by('evidenceByInsight', id)) {
    if (evidence.removedAt !== undefined) continue
    const highlight = evidence.highlight && view.head('highlights', evidence.highlight)
    if (highlight && highlight.removedAt === undefined && highlight.standing === 'retired')
      findings.push({ kind: 'passage-retired', key: `passage-retired ${id} ${highlight.id}`, insight: id, highlight: highlight.id })
  }
  const live = liveEvidenceOf(view, id)
  for (const evidence of live) {
    if (evidence.stance === 'contradicts' && evidence.note.trim() === '')
      findings.push({ kind: 'contradiction-unanswered', key: `contradiction-unanswered ${evidence.id}`, insight: id, evidence: evidence.id })
  }
  if (reviewBy && isPast(reviewBy, today)) {
    const dates = live.map(({ source }) => dateOf(view.head('sources', source)))
    const newest = dates.reduce((latest, date) => (date > latest ? date : latest), live.length > 0 ? '' : createdAt.slice(0, 10))
    if (newest < reviewBy) findings.push({ kind: 'review-overdue', key: `review-overdue ${id}`, insight: id, reviewBy, newestEvidence: newest })
  }
  return findings
}

/** When it was published; where nobody knows, when its newest text came in. */
function dateOf(source: HeadOf<'sources'> | undefined): string {
  const newestText = source?.revisions.length === 1 ? '' : (source?.revisions.at(-1)?.at.slice(0, 10) ?? '')
  const published = source?.published || source?.accessed || source?.createdAt.slice(0, 10) || ''
  return newestText > published ? newestText : published
}

/**
 * A quotation that begins a sentence has a capital that its source has not, and quotation marks inside others are set as it
 * pleases; with a mark goes the space beside it. */
export function comparable(foldedText: string): string {
  return foldedText.toLowerCase().replace(/[' ]/g, '')
}

function isVerbatim({ view, folded }: AuditContext, quotation: string, items: readonly CitationItem[]): boolean {
  const parts = quotation
    .split(/\[?(?:…|\.{3}|⋯)+\]?|\[[^\]]*\]/u)
    .map((part) => comparable(foldText(part).text).replace(/^[\s'.,;:!?-]+|[\s'.,;:!?-]+$/g, ''))
  const looked = items.map((item) => lookUpCitation(view, item)).filter((found) => found !== undefined)
  // A citation that leads nowhere is a finding of its own.
  if (looked.length === 0) return true
  return looked.some(({ source, highlight }) => {
    const texts = highlight ? [highlight.text] : source.revisions.map(({ text }) => text)
    return texts.some((text) => {
      const reading = folded(text)
      return reading === undefined || standsIn(reading, parts)
    })
  })
}

/** All parts, one behind the other. */
function standsIn(reading: string, parts: readonly string[]): boolean {
  let from = 0
  for (const part of parts) {
    const at = reading.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

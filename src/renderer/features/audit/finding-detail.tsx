// What one finding is about, and what can be done with it.

import { Button } from '@mantine/core'
import type { AuditRow } from '../../../core/audit/audit-row.ts'
import type { FindingKind } from '../../../core/audit/finding.ts'
import { useAction } from '../../keys/actions.ts'
import { useIsPast } from '../../notebook/past.ts'
import { strings } from '../../strings/strings.ts'
import { guessLanguage } from '../../ui/guess-language.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { AnswerContradiction } from './answer-contradiction.tsx'
import classes from './audit-view.module.css'
import type { AuditPlaces } from './audit-view.tsx'
import { FigureFinding, OpenPassage } from './figure-finding.tsx'
import { PassageFinding } from './passage-finding.tsx'
import { ReviewFinding } from './review-finding.tsx'

const words = strings.audit
const hasWordsOfItsOwn: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'claim-uncited',
  'contradiction-unanswered',
  'figure-contradicts',
  'figure-not-in-passage',
])

export function FindingDetail({ row, ...places }: { row: AuditRow } & AuditPlaces) {
  const open = () => {
    if ('insight' in row) places.onOpenInsight(row.insight)
    else if (row.passage) places.onOpenPassage({ source: row.passage.source, highlight: row.passage.highlight })
    else if ('metric' in row) places.onOpenMetric(row.metric)
    else places.onOpenSource(row.source)
  }
  useAction({ id: 'audit.open', run: open })
  const isPast = useIsPast()
  return (
    <article className={classes.detail} aria-label={words.kinds[row.kind]}>
      <h3 className={classes.title}>{words.kinds[row.kind]}</h3>
      <p className={classes.subject}>{row.title === '' ? strings.insights.untitled : row.title}</p>
      {row.kind === 'claim-uncited' && <Words label={words.inSentence} text={row.sentence} />}
      {row.kind === 'quote-not-verbatim' && <Words label={words.inQuote} text={row.quote} />}
      {row.kind === 'contradiction-unanswered' && (
        <>
          <Words label={words.contradicts} text={row.contradiction ?? ''} />
          {!isPast && <AnswerContradiction evidence={row.evidence} />}
        </>
      )}
      {row.kind === 'review-overdue' && !isPast && <ReviewFinding insight={row.insight} />}
      {row.passage && <PassageFinding row={row} passage={row.passage} {...places} />}
      {(row.kind === 'figure-contradicts' || row.kind === 'figure-not-in-passage') && <FigureFinding row={row} />}
      {!row.passage && !hasWordsOfItsOwn.has(row.kind) && <p className={classes.sentence}>{words.sentence(row)}.</p>}
      <div className={classes.actions}>
        {row.kind === 'figure-contradicts' && <OpenPassage place={row.place} {...places} />}
        <Button size="compact-sm" variant="default" rightSection={<ActionKey action="audit.open" />} onClick={open}>
          {openWords(row)}
        </Button>
      </div>
    </article>
  )
}

/** Where `open` leads, in its order. */
function openWords(row: AuditRow): string {
  if ('insight' in row) return words.openInsight
  if (row.passage) return words.openPassage
  return 'metric' in row ? words.openMetric : words.openSource
}

function Words({ label, text }: { label: string; text: string }) {
  return (
    <>
      <h4 className={classes.label}>{label}</h4>
      <blockquote className={classes.quote} lang={guessLanguage(text) || undefined}>
        {text}
      </blockquote>
    </>
  )
}

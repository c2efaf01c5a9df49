// A cited passage that changed, is gone or was retired: the words then and now, what rests on it, and the four ways to settle it.

import { Button } from '@mantine/core'
import type { AuditedPassage, AuditRow } from '../../../core/audit/audit-row.ts'
import type { Passage } from '../../../core/records/passage.ts'
import { useAction } from '../../keys/actions.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { DifferenceParts } from '../../ui/difference-prose.tsx'
import { guessLanguage } from '../../ui/guess-language.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { useRelinking } from '../../ui/relinking.ts'
import { StanceChip } from '../../ui/stance-chip.tsx'
import { useProseDifference } from '../../ui/use-prose-difference.ts'
import classes from './audit-view.module.css'
import type { AuditPlaces } from './audit-view.tsx'

const words = strings.audit

type PassageFindingProps = { row: AuditRow; passage: AuditedPassage } & AuditPlaces

export function PassageFinding({ row, passage, onOpenInsight, onOpenReport, onOpenSource }: PassageFindingProps) {
  const send = useSend()
  const isPast = useIsPast()
  const { highlight: id, cited, found, revision, revisions, number, citekey, source } = passage
  const name = `${citekey} ${strings.reader.name(number)}`
  const parts = useProseDifference(cited.exact, found?.exact)
  const accept = () => void send('highlight.accept', { id }, { undoMessage: words.accepted(name) })
  const pin = () => void send('highlight.pin', { id }, { undoMessage: words.pinned(name) })
  const retire = () => void send('highlight.retire', { id }, { undoMessage: words.retired(name) })
  const follow = () => void send('highlight.follow', { id }, { undoMessage: words.followed(name) })
  const relink = () => {
    useRelinking.getState().begin({ highlight: id, source, name })
    onOpenSource(source)
  }
  const isRetired = row.kind === 'passage-retired'
  useAction({ id: 'audit.accept', run: accept, isEnabled: () => found !== undefined && !isRetired })
  useAction({ id: 'audit.pin', run: pin, isEnabled: () => !isRetired })
  useAction({ id: 'audit.relink', run: relink, isEnabled: () => !isRetired })
  useAction({ id: 'audit.retire', run: retire, isEnabled: () => !isRetired })
  return (
    <>
      {!isPast && (
        <div className={classes.actions}>
          {isRetired ? (
            <Button size="compact-sm" onClick={follow}>
              {words.follow}
            </Button>
          ) : (
            <>
              {found && (
                <Button size="compact-sm" rightSection={<ActionKey action="audit.accept" />} onClick={accept}>
                  {words.accept}
                </Button>
              )}
              <Button size="compact-sm" variant="default" rightSection={<ActionKey action="audit.pin" />} onClick={pin}>
                {words.pin}
              </Button>
              <Button size="compact-sm" variant="default" rightSection={<ActionKey action="audit.relink" />} onClick={relink}>
                {words.relink}
              </Button>
              <Button size="compact-sm" variant="default" rightSection={<ActionKey action="audit.retire" />} onClick={retire}>
                {words.retire}
              </Button>
            </>
          )}
        </div>
      )}
      <div className={classes.sides}>
        <section>
          <h4 className={classes.label}>{words.youCited(revision, revisions)}</h4>
          <InContext passage={cited}>{found && parts ? <DifferenceParts parts={parts} hidden="new" /> : cited.exact}</InContext>
        </section>
        {!isRetired && (
          <section>
            <h4 className={classes.label}>{words.itSays}</h4>
            {found ? (
              <InContext passage={found}>{parts ? <DifferenceParts parts={parts} hidden="gone" /> : found.exact}</InContext>
            ) : (
              <p className={classes.gone}>{words.isGone}</p>
            )}
          </section>
        )}
      </div>
      <h4 className={classes.label}>{words.restsOnIt}</h4>
      {passage.restsOnIt.length === 0 && <p className={classes.note}>{words.nothingRests}</p>}
      <ul className={classes.resting}>
        {passage.restsOnIt.map((insight) => (
          <li key={insight.id}>
            <button type="button" className={classes.link} onClick={() => onOpenInsight(insight.id)}>
              {insight.title === '' ? strings.insights.untitled : insight.title}
            </button>
            {insight.stances.map((stance) => (
              <StanceChip key={stance} stance={stance} />
            ))}
            {insight.reports.map((report) => (
              <button key={report.id} type="button" className={`${classes.link} ${classes.report}`} onClick={() => onOpenReport(report.id)}>
                {words.reportLine(report.title, report.line)}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function InContext({ passage, children }: { passage: Passage; children: React.ReactNode }) {
  return (
    <blockquote className={classes.quote} lang={guessLanguage(passage.exact + passage.suffix) || undefined}>
      <span className={classes.context}>{fromWord(passage)}</span>
      <mark className={classes.cited}>{children}</mark>
      <span className={classes.context}>{toWord(passage)}</span>
    </blockquote>
  )
}

/** Surroundings are cut to a length, within a word as it comes: what is left of such a word is left out. Text without spaces is shown to the last character. */
function fromWord({ prefix, start }: Passage): string {
  if (prefix.length === start) return prefix
  const [cut = ''] = /^\S*\s+(?=\S)/u.exec(prefix) ?? []
  return `…${unspaced.test(cut) ? prefix : prefix.slice(cut.length)}`
}

function toWord({ suffix }: Passage): string {
  if (suffix.length < shortestCut) return suffix
  const [cut = ''] = /(?<=\S)\s+\S*$/u.exec(suffix) ?? []
  return `${unspaced.test(cut) ? suffix : suffix.slice(0, suffix.length - cut.length)}…`
}

/** Fewer characters behind a passage: the text ends there. */
const shortestCut = 31
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

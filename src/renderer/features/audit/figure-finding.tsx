// A figure that its passage contradicts or does not have: what the insight writes, what the passage says, and the way there.

import { Button } from '@mantine/core'
import type { AuditRow } from '../../../core/audit/audit-row.ts'
import { useAction } from '../../keys/actions.ts'
import { strings } from '../../strings/strings.ts'
import { guessLanguage } from '../../ui/guess-language.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import classes from './audit-view.module.css'
import type { AuditPlaces } from './audit-view.tsx'

const words = strings.audit

type FigureRow = Extract<AuditRow, { kind: 'figure-contradicts' | 'figure-not-in-passage' }>

export function FigureFinding({ row }: { row: FigureRow }) {
  return (
    <>
      <p className={classes.sentence}>{words.sentence(row)}.</p>
      <div className={classes.sides}>
        <Side label={words.youWrite} text={row.sentence} figure={row.said} />
        {row.kind === 'figure-contradicts' && <Side label={words.itsPassage} text={row.contradiction ?? row.stated} figure={row.stated} />}
      </div>
    </>
  )
}

export function OpenPassage({ place: { source, highlight }, onOpenPassage, onOpenSource }: { place: Place } & AuditPlaces) {
  const open = () => (highlight ? onOpenPassage({ source, highlight }) : onOpenSource(source))
  useAction({ id: 'audit.passage', run: open })
  return (
    <Button size="compact-sm" rightSection={<ActionKey action="audit.passage" />} onClick={open}>
      {words.openPassage}
    </Button>
  )
}

type Place = Extract<AuditRow, { kind: 'figure-contradicts' }>['place']

function Side({ label, text, figure }: { label: string; text: string; figure: string }) {
  const at = text.indexOf(figure)
  return (
    <section>
      <h4 className={classes.label}>{label}</h4>
      <blockquote className={classes.quote} lang={guessLanguage(text) || undefined}>
        {at < 0 ? text : text.slice(0, at)}
        {at >= 0 && <mark className={classes.cited}>{figure}</mark>}
        {at >= 0 && text.slice(at + figure.length)}
      </blockquote>
    </section>
  )
}

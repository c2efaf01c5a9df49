// What stood for and against an insight at the time of a version: asked for only when somebody looks, since the whole notebook of then is read.

import { useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { strings } from '../../strings/strings.ts'
import { StanceChip } from '../../ui/stance-chip.tsx'
import classes from './versions.module.css'

const words = strings.history

export function PastEvidence({ insight, seq }: { insight: RecordId<'insight'>; seq: number }) {
  const [isOpen, setIsOpen] = useState(false)
  const { value, error, isLoading } = useAnswer('history.evidence', isOpen ? { id: insight, seq } : undefined, { follow: false })
  return (
    <details className={classes.evidence} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.evidenceThen}</summary>
      {isLoading && <p role="status">{words.loading}</p>}
      {error && <p>{error.message}</p>}
      {value?.length === 0 && <p className={classes.note}>{words.noEvidenceThen}</p>}
      {value && value.length > 0 && (
        <ul className={classes.cards}>
          {value.map(({ id, stance, citekey, number, quote, note }) => (
            <li key={id}>
              <StanceChip stance={stance} />
              <q>{quote}</q>
              <span className={classes.note}>
                {citekey}
                {number === undefined ? '' : ` h${number}`}
              </span>
              {note && <p>{note}</p>}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

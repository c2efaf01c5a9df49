// The highlights of a source with what became of each: by word and shape, never by colour alone.

import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { strings } from '../../strings/strings.ts'
import { guessLanguage } from '../../ui/guess-language.ts'
import classes from './revisions.module.css'
import { stateShapes } from './state-shapes.ts'

const words = strings.revisions

type StateListProps = { rows: readonly HighlightRow[]; text: RecordId<'text'>; newest: RecordId<'text'> | undefined }

/** Those that stand in the text shown come with their words there; the others with their state against the newest. */
export function StateList({ rows, text, newest }: StateListProps) {
  if (rows.length === 0) return <p className={classes.hint}>{words.noHighlights}</p>
  return (
    <ul className={classes.states}>
      {rows.map(({ id, number, passage, state, standing, found, text: own }) => {
        const now = text === newest && found?.text === newest ? found.passage.exact : undefined
        return (
          <li key={id} data-state={standing ? 'settled' : state} data-here={own === text || undefined}>
            <span className={classes.state}>
              <span aria-hidden="true">{stateShapes[state]}</span> {strings.reader.name(number)}:{' '}
              {standing ? words.standings[standing] : words.kinds[state]}
            </span>
            <q lang={guessLanguage(passage.exact) || undefined}>{passage.exact}</q>
            {now !== undefined && (
              <span className={classes.now}>
                {words.nowReads} <q lang={guessLanguage(now) || undefined}>{now}</q>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

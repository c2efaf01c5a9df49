// Which of the highlights that lie on one another under the pointer is meant.

import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import { strings } from '../../strings/strings.ts'
import { moveFocusByKey } from '../../ui/move-focus.ts'
import { ColourSample } from './colour-swatches.tsx'
import { type Anchor, FloatingCard } from './floating-card.tsx'
import { problemOf } from './has-note.ts'
import classes from './overlap-chooser.module.css'
import { keepsSelection } from './use-text-selection.ts'

type OverlapChooserProps = {
  rows: readonly HighlightRow[]
  anchor: Anchor
  language: string
  /** It has the focus, or the pointer is over it: its passage can be shown. */
  onFocus: (row: HighlightRow) => void
  onChoose: (row: HighlightRow) => void
  onClose: () => void
}

export function OverlapChooser({ rows, anchor, language, onFocus, onChoose, onClose }: OverlapChooserProps) {
  return (
    <FloatingCard anchor={anchor} role="dialog" label={strings.reader.whichHighlight} takesFocus onDismiss={onClose} {...keepsSelection}>
      <ul className={classes.list} onKeyDown={(event) => void moveFocusByKey(event)}>
        {rows.map((row, position) => (
          <li key={row.id}>
            <button
              type="button"
              data-row
              data-autofocus={position === 0 || undefined}
              className={classes.choice}
              onFocus={() => onFocus(row)}
              onMouseEnter={() => onFocus(row)}
              onClick={() => onChoose(row)}
            >
              <strong>{strings.reader.name(row.number)}</strong>
              <ColourSample colour={row.colour} />
              <q className={classes.quote} lang={language || undefined}>
                {row.passage.exact.slice(0, 200)}
              </q>
              {problemOf(row) && <span className={classes.problem}>{problemOf(row)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </FloatingCard>
  )
}

// The findings, one a row: what does not hold, and where.

import type { KeyboardEvent, Ref } from 'react'
import type { AuditRow } from '../../../core/audit/audit-row.ts'
import { strings } from '../../strings/strings.ts'
import { moveFocusByKey } from '../../ui/move-focus.ts'
import classes from './audit-view.module.css'
import { findingShapes } from './finding-shapes.ts'

type FindingListProps = { rows: readonly AuditRow[]; chosen: string | undefined; onChoose: (row: AuditRow) => void; ref: Ref<HTMLUListElement> }

export function FindingList({ rows, chosen, onChoose, ref }: FindingListProps) {
  const move = (event: KeyboardEvent<HTMLElement>) => void moveFocusByKey(event)
  return (
    <ul ref={ref} className={classes.list} aria-label={strings.audit.list} onKeyDown={move}>
      {rows.map((row) => (
        <li key={row.key}>
          <button
            type="button"
            data-row
            data-finding={row.key}
            data-gravity={findingShapes[row.kind].gravity}
            className={classes.finding}
            aria-current={row.key === chosen || undefined}
            onFocus={() => onChoose(row)}
            onClick={() => onChoose(row)}
          >
            <span className={classes.shape} aria-hidden="true">
              {findingShapes[row.kind].shape}
            </span>
            <span className={classes.what}>{strings.audit.kinds[row.kind]}</span>
            <span className={classes.words}>{strings.audit.sentence(row)}</span>
            <span className={classes.where}>{whereOf(row)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function whereOf(row: AuditRow): string {
  const title = row.title === '' ? strings.insights.untitled : row.title
  if (!row.passage) return title
  const { citekey, number, restsOnIt } = row.passage
  const insights = restsOnIt.map((insight) => insight.title)
  return [`${citekey} ${strings.reader.name(number)}`, ...insights].join(' · ')
}

export function focusFinding(list: HTMLElement | null, key: string): void {
  const row = list?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(key)}"]`)
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}

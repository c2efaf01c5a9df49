// The audit: what of the notebook does not hold, as a list that the keys go through, beside what each finding is about and what can be done.

import { useRef, useState } from 'react'
import type { AuditRow } from '../../../core/audit/audit-row.ts'
import type { FindingKind } from '../../../core/audit/finding.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useCounts } from '../../notebook/use-counts.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pane } from '../../ui/pane.tsx'
import classes from './audit-view.module.css'
import { FindingDetail } from './finding-detail.tsx'
import { FindingFilters } from './finding-filters.tsx'
import { FindingList, focusFinding } from './finding-list.tsx'

const words = strings.audit
/** More than anybody settles in one sitting, and few enough for one list. */
const mostShown = 500

export type AuditPlaces = {
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenSource: (id: RecordId<'source'>) => void
  onOpenReport: (id: RecordId<'report'>) => void
  /** With all its passages, side by side where they clash. */
  onOpenMetric: (id: RecordId<'metric'>) => void
  /** Its words are shown in the reader. */
  onOpenPassage: (passage: { source: RecordId<'source'>; highlight: RecordId<'highlight'> }) => void
}

export function AuditView(places: AuditPlaces) {
  const { value, error } = useAnswer('audit.list', { limit: 10_000 })
  const kept = useRef(value)
  // While the answer after a commit is on its way, the one before it stays.
  if (value) kept.current = value
  const audit = value ?? kept.current
  const [kind, setKind] = useState<FindingKind>()
  const [chosenKey, setChosen] = useState<string>()
  const counts = useCounts()
  const isBlank = (counts.get('insights') ?? 0) + (counts.get('sources') ?? 0) === 0
  const list = useRef<HTMLUListElement>(null)
  const lastPosition = useRef(0)
  const rows = audit?.rows.filter((row) => kind === undefined || row.kind === kind) ?? []
  const position = rows.findIndex(({ key }) => key === chosenKey)
  // What was settled leaves its place to what came after it.
  const chosen: AuditRow | undefined = rows[position] ?? rows[Math.min(lastPosition.current, rows.length - 1)]
  if (chosen) lastPosition.current = rows.indexOf(chosen)
  const choose = (row: AuditRow | undefined, takesFocus = true) => {
    if (!row) return
    setChosen(row.key)
    if (takesFocus) focusFinding(list.current, row.key)
  }
  const step = (by: number) => choose(rows[Math.min(Math.max(lastPosition.current + by, 0), rows.length - 1)])
  useAction({ id: 'audit.next', run: () => step(1), isEnabled: () => rows.length > 0 })
  useAction({ id: 'audit.previous', run: () => step(-1), isEnabled: () => rows.length > 0 })

  return (
    <div className={classes.audit}>
      <Pane label={words.audit} head={audit && <span className={classes.total}>{words.findings(audit.rows.length)}</span>} scrolls={false}>
        <FindingFilters counts={audit?.counts ?? []} chosen={kind} onChoose={setKind} />
        <div className={classes.scroller}>
          {error && <EmptyState title={error.message} />}
          {!audit && !error && (
            <p className={classes.note} role="status">
              {words.looking}
            </p>
          )}
          {audit?.rows.length === 0 && (
            <EmptyState
              title={isBlank ? words.nothingYet : words.nothing}
              steps={isBlank ? ['source.new', 'insight.new'] : ['view.insights', 'view.sources']}
            >
              <p>{isBlank ? words.nothingYetHint : words.nothingHint}</p>
            </EmptyState>
          )}
          {audit && audit.rows.length > 0 && rows.length === 0 && <p className={classes.note}>{words.noneOfThisKind}</p>}
          {rows.length > 0 && <FindingList ref={list} rows={rows.slice(0, mostShown)} chosen={chosen?.key} onChoose={(row) => choose(row, false)} />}
          {rows.length > mostShown && <p className={classes.note}>{words.more(rows.length - mostShown)}</p>}
        </div>
      </Pane>
      <Pane label={words.detail}>
        {chosen ? <FindingDetail key={chosen.key} row={chosen} {...places} /> : <p className={classes.note}>{rows.length > 0 ? words.choose : ''}</p>}
      </Pane>
    </div>
  )
}

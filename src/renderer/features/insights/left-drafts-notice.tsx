// After a crash: which insights have typing that a window could not save any more. Opening one puts it back.

import type { RecordId } from '../../../core/records/record-id.ts'
import { useLeftDrafts } from '../../notebook/draft-hooks.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useClientState } from '../../notebook/use-client-state.ts'
import { strings } from '../../strings/strings.ts'
import classes from './insight-list.module.css'

type LeftDraftsNoticeProps = { selected: RecordId<'insight'> | undefined; onOpen: (id: RecordId<'insight'>) => void }

export function LeftDraftsNotice({ selected, onOpen }: LeftDraftsNoticeProps) {
  const isPast = useIsPast()
  const isReady = useClientState((state) => state.notebook !== undefined) && !isPast
  const [left, dismiss] = useLeftDrafts(isReady)
  const insights = new Map(left.flatMap(({ record, kept }) => (isInsightId(record) && record !== selected ? [[record, kept] as const] : [])))
  if (insights.size === 0) return null
  return (
    <div className={classes.notice} role="status">
      {strings.insights.leftDrafts}
      {[...insights].map(([id, kept]) => {
        const title =
          typeof kept.local.title === 'string' ? kept.local.title : typeof kept.local.body === 'string' ? kept.local.body.slice(0, 40) : ''
        return (
          <button
            key={id}
            type="button"
            className={classes.textButton}
            onClick={() => {
              dismiss(id)
              onOpen(id)
            }}
          >
            {strings.insights.openDraft(title.trim() || strings.insights.leftInsight)}
          </button>
        )
      })}
    </div>
  )
}

function isInsightId(id: string): id is RecordId<'insight'> {
  return id.startsWith('insight:')
}

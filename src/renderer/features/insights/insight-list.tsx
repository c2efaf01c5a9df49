// The list of insights: filtered, ordered, and as long as the notebook is.

import type { RecordId } from '../../../core/records/record-id.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { en } from '../../strings/en.ts'
import { enInsights } from '../../strings/en-insights.ts'
import { Pane } from '../../ui/pane.tsx'

type InsightListProps = {
  topic: string | undefined
  selected: RecordId<'insight'> | undefined
  onOpen: (id: RecordId<'insight'>) => void
  onClearTopic: () => void
}

export function InsightList({ topic, selected, onOpen, onClearTopic }: InsightListProps) {
  const { rows } = useWatch('insights', topic === undefined ? {} : { topic })
  return (
    <Pane label={en.insights} onClose={topic === undefined ? undefined : onClearTopic}>
      {rows.map((row) => (
        <button key={row.id} type="button" aria-current={row.id === selected} onClick={() => onOpen(row.id)}>
          {row.title || enInsights.untitled}
        </button>
      ))}
    </Pane>
  )
}

// The reports of the notebook, and the one that lies open: its outline and what it exports.

import type { RecordId } from '../../../core/records/record-id.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { enReports } from '../../strings/en-reports.ts'
import { Pane } from '../../ui/pane.tsx'

export type ReportsViewProps = {
  selected: RecordId<'report'> | undefined
  onOpen: (id: RecordId<'report'> | undefined) => void
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenPassage: (passage: { source: RecordId<'source'>; highlight?: RecordId<'highlight'>; start?: number; end?: number }) => void
}

export function ReportsView({ selected, onOpen }: ReportsViewProps) {
  const { rows } = useWatch('reports', {})
  return (
    <Pane label={enReports.reports}>
      {rows.map((row) => (
        <button key={row.id} type="button" aria-current={row.id === selected} onClick={() => onOpen(row.id)}>
          {row.title}
        </button>
      ))}
    </Pane>
  )
}

// One insight: its title, its facts, its note and the evidence under it.

import type { RecordId } from '../../../core/records/record-id.ts'
import { useRecord } from '../../notebook/use-watch.ts'
import { en } from '../../strings/en.ts'
import { enInsights } from '../../strings/en-insights.ts'
import { Pane } from '../../ui/pane.tsx'

export type Passage = { source: RecordId<'source'>; highlight?: RecordId<'highlight'>; start?: number; end?: number }

export type InsightPaneProps = {
  id: RecordId<'insight'> | undefined
  onOpenPassage: (passage: Passage) => void
  onOpenInsight: (id: RecordId<'insight'>) => void
  onClose: (() => void) | undefined
}

export function InsightPane({ id, onClose }: InsightPaneProps) {
  const insight = useRecord('insight', id)
  return (
    <Pane label={en.insight} onClose={onClose}>
      <h3>{insight?.title || enInsights.untitled}</h3>
      <pre>{insight?.body}</pre>
    </Pane>
  )
}

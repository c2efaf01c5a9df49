// The keys and palette entries of the list of insights: each works on the selected rows, or on the open one while none is selected.

import type { RecordId } from '../../../core/records/record-id.ts'
import { isTextField, useAction } from '../../keys/actions.ts'
import { copyInsights, copyReferences, exportInsights } from '../../notebook/export-insights.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import type { RowSelecting } from '../../ui/use-row-selection.ts'
import type { InsightActions } from './use-insight-actions.tsx'

type InsightKeys = { ids: readonly RecordId<'insight'>[]; total: number; actions: InsightActions; selecting: RowSelecting; openMenu: () => void }

export function useInsightKeys({ ids, total, actions, selecting, openMenu }: InsightKeys): void {
  const client = useClient()
  const isEnabled = () => ids.length > 0
  useAction({ id: 'selection.all', run: selecting.selectAll, isEnabled: () => total > 0 && !isTextField(document.activeElement) })
  useAction({ id: 'selection.menu', run: openMenu, isEnabled: () => isEnabled() && !isTextField(document.activeElement) })
  useAction({ id: 'selection.topics', run: () => actions.editTopics(ids), isEnabled })
  useAction({ id: 'selection.report', run: () => actions.addToReport(ids), isEnabled })
  useAction({ id: 'selection.export', run: () => void exportInsights(client, ids), isEnabled })
  useAction({ id: 'selection.copy-markdown', run: () => void copyInsights(client, ids), isEnabled })
  useAction({ id: 'selection.copy-links', run: () => void copyReferences(client, ids), isEnabled })
}

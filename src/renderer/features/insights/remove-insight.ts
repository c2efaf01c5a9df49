// Moves an insight to the trash, with a way back that is exact whatever was saved in between.

import type { RecordId } from '../../../core/records/record-id.ts'
import type { Send } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { showUndoToast } from '../../ui/undo-toast.tsx'

export async function removeInsight(send: Send, { id, title }: { id: RecordId<'insight'>; title: string }): Promise<boolean> {
  const answer = await send('insight.remove', { id })
  if (answer.ok)
    showUndoToast(strings.insights.movedToTrash(title.trim() || strings.insights.untitled), () => void send('trash.restore', { ids: [id] }))
  return answer.ok
}

// Moves a report to the trash, with a way back.

import { useCallback } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { showUndoToast } from '../../ui/undo-toast.tsx'

export function useRemoveReport(): (report: { id: RecordId<'report'>; title: string }) => Promise<boolean> {
  const send = useSend()
  return useCallback(
    async ({ id, title }) => {
      const answer = await send('report.remove', { id })
      // Restores this report whatever was done in between.
      if (answer.ok) showUndoToast(strings.reports.movedToTrash(title || strings.reports.untitled), () => void send('trash.restore', { ids: [id] }))
      return answer.ok
    },
    [send],
  )
}

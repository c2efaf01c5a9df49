// What can be done with records in the trash, each with a way back.

import { useCallback } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { runLongTask } from '../../notebook/long-tasks.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { useSendMany } from '../../notebook/use-send-many.ts'
import { strings } from '../../strings/strings.ts'
import { showUndoToast } from '../../ui/undo-toast.tsx'
import type { Deletion } from './delete-dialog.tsx'

type Removable = RecordId<'insight' | 'source' | 'highlight' | 'evidence' | 'entity' | 'report' | 'figure' | 'metric' | 'rate'>

export function useTrashActions(): { restore: (ids: readonly RecordId[]) => Promise<void>; deleteForGood: (deletion: Deletion) => Promise<void> } {
  const send = useSend()
  const sendMany = useSendMany()
  const restore = useCallback(
    async (ids: readonly RecordId[]) => {
      const given = [...ids] as Removable[]
      if (given.length === 0) return
      const isDone = await runLongTask(strings.trash.restoring(given.length), async ({ signal }) => {
        const answer = await send('trash.restore', { ids: given }, { signal })
        return answer.ok && !signal.aborted
      })
      // Named records go back, whatever this window did in between: the last commit need not be this one any more.
      if (isDone) showUndoToast(strings.trash.restored(given.length), () => void send('trash.remove', { ids: given }))
    },
    [send],
  )
  const deleteForGood = useCallback(
    async (deletion: Deletion) => {
      if (deletion.kind === 'all') await sendMany('trash.empty', {}, { label: strings.trash.emptying, undoMessage: strings.trash.emptied })
      else {
        const { length } = deletion.ids
        const words = { label: strings.trash.deleting(length), undoMessage: strings.trash.deleted(length) }
        await sendMany('trash.delete', { ids: [...deletion.ids] as Removable[] }, words)
      }
    },
    [sendMany],
  )
  return { restore, deleteForGood }
}

// What can be done with records in the trash, each with a way back.

import { useCallback } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { showUndoToast } from '../../ui/undo-toast.tsx'
import type { Deletion } from './delete-dialog.tsx'

type Removable = RecordId<'insight' | 'source' | 'highlight' | 'evidence' | 'entity' | 'report'>

export function useTrashActions(): { restore: (ids: readonly RecordId[]) => Promise<void>; deleteForGood: (deletion: Deletion) => Promise<void> } {
  const send = useSend()
  const restore = useCallback(
    async (ids: readonly RecordId[]) => {
      const given = [...ids] as Removable[]
      if (given.length === 0) return
      const answer = await send('trash.restore', { ids: given })
      // Named records go back, whatever this window did in between: the last commit need not be this one any more.
      if (answer.ok) showUndoToast(strings.trash.restored(given.length), () => void send('trash.remove', { ids: given }))
    },
    [send],
  )
  const deleteForGood = useCallback(
    async (deletion: Deletion) => {
      if (deletion.kind === 'all') await send('trash.empty', {}, { undoMessage: strings.trash.emptied })
      else await send('trash.delete', { ids: [...deletion.ids] as Removable[] }, { undoMessage: strings.trash.deleted(deletion.ids.length) })
    },
    [send],
  )
  return { restore, deleteForGood }
}

// After a title was changed, the links to it follow: said in a toast that takes them back.

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { titleKey } from '../../../core/records/tables.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { showUndoToast } from '../../ui/undo-toast.tsx'
import type { InsightDraft } from './open-insight.tsx'
import { settled } from './settled-draft.ts'

/** The title itself is saved while it is typed; links follow from the title that the field had when it was entered, once it is left. */
export function useRename(draft: InsightDraft): (former: string) => Promise<void> {
  const send = useSend()
  return useCallback(
    async (former) => {
      const { content, info } = draft.state
      if (!content || !info || titleKey(former) === '' || titleKey(former) === titleKey(content.title)) return
      await settled(draft)
      const { title } = draft.state.content ?? content
      // A title that is not saved yet (a conflict, no connection) takes no links along.
      if (draft.state.isUnsent) return
      const { links } = strings.insights
      const answer = await send('insight.rename', { id: info.id, title, from: former })
      if (!answer.ok) return
      const { links: followed, records, left } = answer.result
      // The title was saved before, in commits of its own: the way back is to rename once more, which takes title and links together.
      if (followed > 0) showUndoToast(links.followed(followed, records), () => void send('insight.rename', { id: info.id, title: former }))
      else if (left && left !== 'elsewhere') notifications.show({ color: 'yellow', message: links.left[left](former) })
    },
    [draft, send],
  )
}

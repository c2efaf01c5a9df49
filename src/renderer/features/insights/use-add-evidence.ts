// Makes a highlight evidence of an insight, and offers the way back.

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import type { Stance } from '../../../core/records/evidence.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { showUndoToast } from '../../ui/undo-toast.tsx'

type AddEvidence = (highlight: RecordId<'highlight'>, stance: Stance, options?: { isQuietWhereThere?: boolean }) => Promise<void>

export function useAddEvidence(insight: RecordId<'insight'>): AddEvidence {
  const send = useSend()
  return useCallback(
    async (highlight, stance, options = {}) => {
      const answer = await send('evidence.add', { insight, highlight, stance }, { quiet: true })
      if (answer.ok) {
        const { id } = answer.result
        showUndoToast(strings.insights.addedEvidence(strings.app[stance]), () => void send('evidence.remove', { id }))
      } else if (answer.error.code === 'exists') {
        if (!options.isQuietWhereThere) notifications.show({ message: strings.insights.alreadyEvidence })
      } else notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
    },
    [send, insight],
  )
}

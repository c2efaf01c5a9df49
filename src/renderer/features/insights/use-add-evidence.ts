// Makes a highlight evidence of an insight, and offers the way back.

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import type { Stance } from '../../../core/records/evidence.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { en } from '../../strings/en.ts'
import { enInsights } from '../../strings/en-insights.ts'
import { showUndoToast } from '../../ui/undo-toast.tsx'

type AddEvidence = (highlight: RecordId<'highlight'>, stance: Stance, options?: { isQuietWhereThere?: boolean }) => Promise<void>

export function useAddEvidence(insight: RecordId<'insight'>): AddEvidence {
  const send = useSend()
  return useCallback(
    async (highlight, stance, options = {}) => {
      const answer = await send('evidence.add', { insight, highlight, stance }, { quiet: true })
      if (answer.ok) {
        const { id } = answer.result
        showUndoToast(enInsights.addedEvidence(en[stance]), () => void send('evidence.remove', { id }))
      } else if (answer.error.code === 'exists') {
        if (!options.isQuietWhereThere) notifications.show({ message: enInsights.alreadyEvidence })
      } else notifications.show({ color: 'red', title: en.problemTitle, message: answer.error.message })
    },
    [send, insight],
  )
}

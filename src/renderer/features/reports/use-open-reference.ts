// Opens the passage that a citekey and a highlight's number name.

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { strings } from '../../strings/strings.ts'
import type { Reference } from './find-references.ts'

export type OpenReference = (reference: Reference) => Promise<void>
type OpenPassage = (passage: { source: RecordId<'source'>; highlight?: RecordId<'highlight'> }) => void

export function useOpenReference(onOpenPassage: OpenPassage): OpenReference {
  const client = useClient()
  return useCallback(
    async ({ citekey, highlight }) => {
      const answer = await client.ask('resolve', { citations: [{ citekey, highlight }], titles: [] })
      const [found] = answer.ok ? answer.value.citations : []
      if (found) onOpenPassage({ source: found.source, ...(found.highlight === undefined ? {} : { highlight: found.highlight }) })
      else notifications.show({ message: strings.reports.passageGone(`${citekey}#h${highlight}`) })
    },
    [client, onOpenPassage],
  )
}

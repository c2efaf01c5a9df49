// Opens the passage that a citekey and a highlight's number name, or the one in which a kept figure stands.

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { strings } from '../../strings/strings.ts'
import type { FigureReference, Reference } from './find-references.ts'

export type OpenReference = (reference: Reference | FigureReference) => Promise<void>
type OpenPassage = (passage: { source: RecordId<'source'>; highlight?: RecordId<'highlight'>; start?: number; end?: number }) => void

export function useOpenReference(onOpenPassage: OpenPassage): OpenReference {
  const client = useClient()
  return useCallback(
    async (reference) => {
      if ('figure' in reference) {
        const answer = await client.ask('resolve', { citations: [], titles: [], figures: [reference.figure] })
        const [found] = answer.ok ? answer.value.figures : []
        if (found) onOpenPassage({ source: found.source, start: found.start, end: found.end })
        else notifications.show({ message: strings.reports.figureGone })
        return
      }
      const { citekey, highlight } = reference
      const answer = await client.ask('resolve', { citations: [{ citekey, highlight }], titles: [] })
      const [found] = answer.ok ? answer.value.citations : []
      if (found) onOpenPassage({ source: found.source, ...(found.highlight === undefined ? {} : { highlight: found.highlight }) })
      else notifications.show({ message: strings.reports.passageGone(`${citekey}#h${highlight}`) })
    },
    [client, onOpenPassage],
  )
}

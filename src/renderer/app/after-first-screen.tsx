// What comes when the first screen has come to rest: the dialog that adds a source (or as soon as its key is pressed), the question before much is removed, and the tour.

import { Suspense, useEffect, useState } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'
import { useAction } from '../keys/actions.ts'
import { useIsPast } from '../notebook/past.ts'
import { AddSource, ConfirmRemoval, fetchLaterParts, Tour } from './later-parts.tsx'

export function AfterFirstScreen({ onAdded }: { onAdded: (id: RecordId<'source'>) => void }) {
  const isPast = useIsPast()
  const [isWanted, setIsWanted] = useState(false)
  useEffect(() => fetchLaterParts(() => setIsWanted(true)), [])
  // Until the dialog is there and takes the action over.
  useAction({
    id: 'source.new',
    run: () => {
      setIsWanted(true)
      void import('../features/sources/source-drafts.ts').then(({ useSourceDrafts }) => useSourceDrafts.getState().open())
    },
  })
  if (!isWanted) return null
  return (
    <>
      <Suspense fallback={null}>
        <AddSource onAdded={onAdded} />
      </Suspense>
      <Suspense fallback={null}>
        <ConfirmRemoval />
      </Suspense>
      <Suspense fallback={null}>{!isPast && <Tour />}</Suspense>
    </>
  )
}

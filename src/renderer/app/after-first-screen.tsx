// What comes when the first screen has come to rest: the dialog that adds a source (or as soon as its key is pressed), the question before much is
// removed, and the tour.

import { Suspense, useEffect, useState } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'
import { useAction } from '../keys/actions.ts'
import { noteWish } from '../keys/held-key.ts'
import { fetched } from '../notebook/fetched.ts'
import { useIsPast } from '../notebook/past.ts'
import { AddSource, ConfirmRemoval, fetchAddSource, fetchLaterParts, ImportWindow, Tour } from './later-parts.tsx'
import { openPlace } from './navigation.ts'

/** Whoever went on with something else while the dialog was on its way is not surprised by it. */
async function openAddSource(): Promise<void> {
  const isStillMeant = noteWish()
  const [{ useSourceDrafts }] = await Promise.all([fetched(() => import('../features/sources/source-drafts.ts')), fetchAddSource()])
  if (isStillMeant()) useSourceDrafts.getState().open()
}

function openRecord(id: RecordId<'source'> | RecordId<'insight'>): void {
  if (id.startsWith('insight:')) openPlace({ view: 'insights', insight: id as RecordId<'insight'>, pane: 'insight' })
  else openPlace({ view: 'sources', source: id as RecordId<'source'>, pane: 'source' })
}

export function AfterFirstScreen({ onAdded }: { onAdded: (id: RecordId<'source'>) => void }) {
  const isPast = useIsPast()
  const [isWanted, setIsWanted] = useState(false)
  useEffect(() => fetchLaterParts(() => setIsWanted(true)), [])
  // Until the dialog is there and takes the action over.
  useAction({
    id: 'source.new',
    run: () => {
      setIsWanted(true)
      void openAddSource()
    },
  })
  if (!isWanted) return null
  return (
    <>
      <Suspense fallback={null}>
        <AddSource onAdded={onAdded} />
      </Suspense>
      <Suspense fallback={null}>
        <ImportWindow onOpen={openRecord} />
      </Suspense>
      <Suspense fallback={null}>
        <ConfirmRemoval />
      </Suspense>
      <Suspense fallback={null}>{!isPast && <Tour />}</Suspense>
    </>
  )
}

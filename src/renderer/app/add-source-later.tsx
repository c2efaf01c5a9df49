// The dialog that adds a source, fetched when the first screen has come to rest, or as soon as its key is pressed.

import { Suspense, useEffect, useState } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'
import { useAction } from '../keys/actions.ts'
import { AddSource, fetchLaterParts } from './later-parts.tsx'

export function AddSourceLater({ onAdded }: { onAdded: (id: RecordId<'source'>) => void }) {
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
  return <Suspense fallback={null}>{isWanted && <AddSource onAdded={onAdded} />}</Suspense>
}

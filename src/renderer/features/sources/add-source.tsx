// Adding a source from anywhere in the window: the key, drops, and the dialog that these and every other way open.

import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useIsPast } from '../../notebook/past.ts'
import { AddSourceDialog } from './add-source-dialog.tsx'
import { useSourceDrafts } from './source-drafts.ts'
import { useKeptSourceDrafts } from './use-kept-source-drafts.ts'
import { WindowDrop } from './window-drop.tsx'

export function AddSource({ onAdded }: { onAdded: (id: RecordId<'source'>) => void }) {
  const openForm = useSourceDrafts((state) => state.open)
  useKeptSourceDrafts()
  useAction({ id: 'source.new', run: () => openForm() })
  if (useIsPast()) return null
  return (
    <>
      <WindowDrop />
      <AddSourceDialog onAdded={onAdded} />
    </>
  )
}

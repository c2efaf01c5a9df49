// What comes into the window from outside, by drop or paste: files are added, a text or an address opens the form.

import { useCallback } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { readTransfer } from '../../ui/incoming-text.ts'
import { useSourceDrafts } from './source-drafts.ts'
import { useFileImport } from './use-file-import.tsx'

export function useReceive(onAdded: (id: RecordId<'source'>) => void): {
  receive: (transfer: DataTransfer) => void
  addFiles: (files: readonly File[]) => Promise<void>
} {
  const openForm = useSourceDrafts((state) => state.open)
  const addFiles = useFileImport(onAdded)
  const receive = useCallback(
    (transfer: DataTransfer) => {
      const files = [...transfer.files]
      if (files.length > 0) void addFiles(files)
      else void readTransfer(transfer).then((text) => text && openForm(text))
    },
    [addFiles, openForm],
  )
  return { receive, addFiles }
}

// What comes into the window from outside, by drop or paste: files and folders are imported, a text or an address opens the form.

import { useCallback } from 'react'
import { takeDropped } from '../../notebook/gather-files.ts'
import { readTransfer } from '../../ui/incoming-text.ts'
import { useSourceDrafts } from './source-drafts.ts'
import { useFileImport } from './use-file-import.ts'

export function useReceive(): {
  receive: (transfer: DataTransfer) => void
  addFiles: (files: readonly File[]) => Promise<void>
} {
  const openForm = useSourceDrafts((state) => state.open)
  const { addFiles, addDropped } = useFileImport()
  const receive = useCallback(
    (transfer: DataTransfer) => {
      const dropped = takeDropped(transfer)
      if (dropped.entries.length + dropped.files.length > 0) void addDropped(dropped)
      else void readTransfer(transfer).then((text) => text && openForm(text))
    },
    [addDropped, openForm],
  )
  return { receive, addFiles }
}

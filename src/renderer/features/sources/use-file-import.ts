// Files into the notebook: one text or page opens the form with what it says about itself, everything else is an import.

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { fileKindOf } from '../../../core/import/file-kinds.ts'
import { type Dropped, type GatheredFile, gatherDropped, gatherPicked } from '../../notebook/gather-files.ts'
import { runLongTask } from '../../notebook/long-tasks.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { beginImport } from '../../notebook/window-import.ts'
import { strings } from '../../strings/strings.ts'
import { readFile } from '../../ui/incoming-text.ts'
import { useSourceDrafts } from './source-drafts.ts'

export type FileImport = { addFiles: (files: readonly File[]) => Promise<void>; addDropped: (dropped: Dropped) => Promise<void> }

export function useFileImport(): FileImport {
  const client = useClient()
  const openForm = useSourceDrafts((state) => state.open)
  const addOne = useCallback(
    async (file: File, gather: (signal: AbortSignal) => Promise<readonly GatheredFile[]>) => {
      if (!(await isOneText(file))) return void (await beginImport(client, gather))
      const read = await runLongTask(strings.sources.reading(file.name), () => readFile(file))
      if (read.ok) openForm(read.text)
      else notifications.show({ color: 'red', autoClose: false, title: strings.sources.notAdded(1), message: `${read.name}: ${read.reason}` })
    },
    [client, openForm],
  )
  const addFiles = useCallback(
    async (files: readonly File[]) => {
      const [only] = files
      if (!only) return
      const gather = async () => gatherPicked(files)
      if (files.length === 1) await addOne(only, gather)
      else await beginImport(client, gather)
    },
    [client, addOne],
  )
  const addDropped = useCallback(
    async (dropped: Dropped) => {
      const gather = (signal: AbortSignal) => gatherDropped(dropped, signal)
      const [entry] = dropped.entries
      if (dropped.entries.length + dropped.files.length === 1 && !entry?.isDirectory) {
        const [only] = await gather(new AbortController().signal)
        if (only?.file) return addOne(only.file, async () => [only])
      }
      await beginImport(client, gather)
    },
    [client, addOne],
  )
  return { addFiles, addDropped }
}

/** A list of clippings or a bibliography may lie in a text file too. */
async function isOneText(file: File): Promise<boolean> {
  const kind = fileKindOf(file.name, true)
  if (kind === 'note' || kind === 'page') return true
  if (kind !== 'text') return false
  const head = await file
    .slice(0, 20_000)
    .text()
    .catch(() => '')
  return !/^(?:={10}\s*$|\s*@\w+\s*[{(]\s*[^\s,{}"=@]+\s*,|TY {2}- )/m.test(head)
}

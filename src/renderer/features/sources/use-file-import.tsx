// Files into the notebook: one opens the form with what it says about itself, several are added one after another, whatever becomes of each.

import { notifications } from '@mantine/notifications'
import { useCallback, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { readFile } from './incoming-text.ts'
import { useSourceDrafts } from './source-drafts.ts'

export type ImportProgress = { done: number; total: number } | undefined
type Failure = { name: string; reason: string }

const shownFailures = 8

export function useFileImport(onAdded: (id: RecordId<'source'>) => void): {
  progress: ImportProgress
  addFiles: (files: readonly File[]) => Promise<void>
} {
  const send = useSend()
  const openForm = useSourceDrafts((state) => state.open)
  const [progress, setProgress] = useState<ImportProgress>()
  const addFiles = useCallback(
    async (files: readonly File[]) => {
      const [only] = files
      if (!only) return
      if (files.length === 1) {
        const read = await readFile(only)
        if (read.ok) openForm(read.text)
        else showFailures([read])
        return
      }
      const failures: Failure[] = []
      let lastAdded: RecordId<'source'> | undefined
      for (const [done, file] of files.entries()) {
        setProgress({ done, total: files.length })
        const read = await readFile(file)
        if (!read.ok) {
          failures.push(read)
          continue
        }
        const { markdown, title, language, url, stated } = read.text
        const answer = await send('source.add', { title, language, url, kind: url ? 'web page' : 'article', ...stated, markdown }, { quiet: true })
        if (answer.ok) lastAdded = answer.result.id
        else failures.push({ name: file.name, reason: answer.error.message })
      }
      setProgress(undefined)
      if (lastAdded) {
        notifications.show({ message: strings.sources.addedMany(files.length - failures.length) })
        onAdded(lastAdded)
      }
      if (failures.length > 0) showFailures(failures)
    },
    [send, openForm, onAdded],
  )
  return { progress, addFiles }
}

function showFailures(failures: readonly Failure[]): void {
  notifications.show({
    color: 'red',
    autoClose: false,
    title: strings.sources.notAdded(failures.length),
    message: (
      <ul>
        {failures.slice(0, shownFailures).map(({ name, reason }) => (
          <li key={name}>
            {name}: {reason}
          </li>
        ))}
        {failures.length > shownFailures && <li>{strings.sources.remainingFailures(failures.length - shownFailures)}</li>}
      </ul>
    ),
  })
}

// Files into the notebook: one opens the form with what it says about itself, several are added one after another, whatever becomes of each.

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { runLongTask, type TaskHandle } from '../../notebook/long-tasks.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { type Send, useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { readFile } from '../../ui/incoming-text.ts'
import { useSourceDrafts } from './source-drafts.ts'

type Failure = { name: string; reason: string }
type Imported = { added: RecordId<'source'>[]; failures: Failure[]; leftOut: number }

const shownFailures = 8

export function useFileImport(onAdded: (id: RecordId<'source'>) => void): (files: readonly File[]) => Promise<void> {
  const client = useClient()
  const send = useSend()
  const openForm = useSourceDrafts((state) => state.open)
  return useCallback(
    async (files: readonly File[]) => {
      const [only] = files
      if (!only) return
      if (files.length === 1) {
        const read = await runLongTask(strings.sources.reading(only.name), () => readFile(only))
        if (read.ok) openForm(read.text)
        else showFailures([read])
        return
      }
      const { added, failures, leftOut } = await runLongTask(strings.sources.adding(files.length), async (task) => {
        // Of the state before. The import need not wait for it, nor fail with it: it only adds, and whoever follows the backups tells of a problem.
        void client.ask('backups.make', { reason: 'before import' })
        return addAll(send, files, task)
      })
      const last = added.at(-1)
      if (leftOut > 0) notifications.show({ autoClose: 12_000, message: strings.sources.stopped(added.length, leftOut) })
      else if (last) notifications.show({ message: strings.sources.addedMany(added.length) })
      if (last) onAdded(last)
      if (failures.length > 0) showFailures(failures)
    },
    [client, send, openForm, onAdded],
  )
}

/** Stops between two files, never within one: what was added stays, each with an undo of its own. */
async function addAll(send: Send, files: readonly File[], { signal, report }: TaskHandle): Promise<Imported> {
  const imported: Imported = { added: [], failures: [], leftOut: 0 }
  for (const [done, file] of files.entries()) {
    if (signal.aborted) return { ...imported, leftOut: files.length - done }
    report(done, files.length, strings.sources.addingFile(file.name))
    const read = await readFile(file)
    if (!read.ok) {
      imported.failures.push(read)
      continue
    }
    const { markdown, title, language, url, stated } = read.text
    const answer = await send('source.add', { title, language, url, kind: url ? 'web page' : 'article', ...stated, markdown }, { quiet: true })
    if (answer.ok) imported.added.push(answer.result.id)
    else imported.failures.push({ name: file.name, reason: answer.error.message })
  }
  return imported
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

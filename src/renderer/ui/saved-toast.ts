// Says that a file was saved, and where; on the desktop it can be shown there.

import { notifications } from '@mantine/notifications'
import { strings } from '../strings/strings.ts'
import type { SavedFile } from './download.ts'
import { showChoices } from './undo-toast.tsx'

/** Whoever waits for something to be saved finds it by this, in every language and on every host. */
const savedToastMark = { 'data-saved-file': '' } as const

/** `message` is for a browser, which does not tell where it put the file. `problems` are told beside it, wherever it lies. */
export function showSavedToast({ path, show }: SavedFile, message: string, problems?: string): void {
  if (path !== undefined && show) showChoices(strings.desktop.savedAs(path), [{ label: strings.desktop.showFile, run: show }], savedToastMark)
  else notifications.show({ ...savedToastMark, message })
  if (problems !== undefined) notifications.show({ color: 'yellow', title: strings.app.exportProblems, message: problems, autoClose: 12_000 })
}

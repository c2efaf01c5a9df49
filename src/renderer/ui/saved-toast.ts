// Says that a file was saved, and where; on the desktop it can be shown there.

import { notifications } from '@mantine/notifications'
import { strings } from '../strings/strings.ts'
import type { SavedFile } from './download.ts'
import { offerToast } from './undo-toast.tsx'

/** `message` is for a browser, which does not tell where it put the file. */
export function showSavedToast({ path, show }: SavedFile, message: string): void {
  if (path !== undefined && show) offerToast(strings.desktop.savedAs(path), strings.desktop.showFile, show)
  else notifications.show({ message })
}

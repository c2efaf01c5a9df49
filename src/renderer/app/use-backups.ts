// What the window does about backups wherever it is: one more now, and a word, once, where one failed.

import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useAction } from '../keys/actions.ts'
import { useClientState } from '../notebook/use-client-state.ts'
import { useMakeBackup } from '../notebook/use-make-backup.ts'
import { strings } from '../strings/strings.ts'

export function useBackups(): void {
  const backups = useClientState((state) => state.backups)
  const make = useMakeBackup()
  useAction({ id: 'backup.make', run: () => void make(), isEnabled: () => backups !== undefined })
  const problem = backups?.problem
  useEffect(() => {
    if (problem === undefined) return
    notifications.show({ color: 'red', autoClose: 20_000, title: strings.backups.problemTitle, message: `${problem}. ${strings.backups.failedHint}` })
  }, [problem])
}

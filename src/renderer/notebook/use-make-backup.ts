// A backup because somebody asked for it, shown while it takes its time.

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { strings } from '../strings/strings.ts'
import { runLongTask } from './long-tasks.ts'
import { useClient } from './notebook-context.ts'

/** A failure is told by whoever follows the state of backups. */
export function useMakeBackup(): () => Promise<void> {
  const client = useClient()
  return useCallback(async () => {
    const answer = await runLongTask(strings.backups.making, () => client.ask('backups.make', { reason: 'asked' }))
    if (answer.ok && answer.value.problems.length === 0)
      notifications.show({ message: answer.value.isNew ? strings.backups.made : strings.backups.nothingChanged })
  }, [client])
}

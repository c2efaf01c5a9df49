// The notebook that the window shows: the present, or the past while it looks there. Going from one to the other begins every screen anew.

import { notifications } from '@mantine/notifications'
import { type ReactNode, useEffect } from 'react'
import type { NotebookClient } from '../../core/contract/notebook-client.ts'
import { lockChanges } from '../keys/actions.ts'
import { LiveContext, NotebookContext } from '../notebook/notebook-context.ts'
import { usePast } from '../notebook/past.ts'
import { strings } from '../strings/strings.ts'

export function WindowNotebook({ live, children }: { live: NotebookClient; children: (isPast: boolean) => ReactNode }) {
  const past = usePast(({ client }) => client)
  const isPast = past !== undefined
  useEffect(() => {
    lockChanges(isPast ? sayRefused : undefined)
  }, [isPast])
  return (
    <LiveContext value={live}>
      <NotebookContext value={past ?? live}>{children(isPast)}</NotebookContext>
    </LiveContext>
  )
}

function sayRefused(): void {
  notifications.show({ id: 'past-refused', message: strings.history.refused })
}

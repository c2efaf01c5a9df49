// A toast that says what happened and takes it back on a press.

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { en } from '../strings/en.ts'

const shownForMs = 8_000

export function showUndoToast(message: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: shownForMs,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', gap: 'var(--space-3)' }}>
        <span style={{ flex: 1 }}>{message}</span>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {en.undo}
        </Button>
      </span>
    ),
  })
}

// A toast with one thing to do.

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'

const shownForMs = 10_000

export function offerToast(message: string, action: string, run: () => void): void {
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
            run()
          }}
        >
          {action}
        </Button>
      </span>
    ),
  })
}

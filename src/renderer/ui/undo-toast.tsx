// A toast that says what happened and offers one thing to do about it, most often to take it back.

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { strings } from '../strings/strings.ts'

const shownForMs = 10_000

/** What others know a toast by, whatever its words. */
type ToastAttributes = { [name: `data-${string}`]: string }

export function showUndoToast(message: string, undo: () => void): void {
  offerToast(message, strings.app.undo, undo)
}

export function offerToast(message: string, action: string, run: () => void): void {
  showChoices(message, [{ label: action, run }])
}

/** A toast with more than one thing to do about it. */
export function showChoices(message: string, choices: readonly { label: string; run: () => void }[], attributes: ToastAttributes = {}): void {
  const id = notifications.show({
    ...attributes,
    autoClose: shownForMs,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', gap: 'var(--space-3)' }}>
        <span style={{ flex: 1 }}>{message}</span>
        {choices.map(({ label, run }) => (
          <Button
            key={label}
            size="compact-sm"
            variant="light"
            style={{ flex: 'none' }}
            onClick={() => {
              notifications.hide(id)
              run()
            }}
          >
            {label}
          </Button>
        ))}
      </span>
    ),
  })
}

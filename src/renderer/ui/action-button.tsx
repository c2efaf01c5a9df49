// A button for an action of the catalogue, with the key that does the same: whoever presses it once knows the key the next time.

import { Button, type ButtonProps } from '@mantine/core'
import { runAction } from '../keys/actions.ts'
import { type ActionId, catalogue } from '../keys/catalogue.ts'
import { useIsPast } from '../notebook/past.ts'
import { ActionKey } from './key-hint.tsx'

type ActionButtonProps = Omit<ButtonProps, 'rightSection'> & {
  action: ActionId
  /** What the action is called here; the catalogue's name where nothing is said. */
  label?: string | undefined
}

/** While the past is shown, there is none for what changes something. */
export function ActionButton({ action, label = catalogue[action].title, ...look }: ActionButtonProps) {
  const isPast = useIsPast()
  if (isPast && catalogue[action].changes) return null
  return (
    <Button size="compact-md" variant="light" {...look} rightSection={<ActionKey action={action} />} onClick={() => runAction(action)}>
      {label}
    </Button>
  )
}

// A key as it stands on the keyboard, beside the action that it triggers.

import { showKey } from '../keys/actions.ts'
import type { ActionId } from '../keys/catalogue.ts'
import { useKeysOf } from '../keys/key-settings.ts'
import classes from './key-hint.module.css'

export function KeyHint({ keys }: { keys: string }) {
  return <kbd className={classes.key}>{showKey(keys)}</kbd>
}

/** The first key that the action has now; nothing where the analyst took its keys away. */
export function ActionKey({ action }: { action: ActionId }) {
  const [first] = useKeysOf(action)
  return first === undefined ? null : <KeyHint keys={first} />
}

// A key as it stands on the keyboard, beside the action that it triggers.

import { showKey } from '../keys/actions.ts'
import classes from './key-hint.module.css'

export function KeyHint({ keys }: { keys: string }) {
  return <kbd className={classes.key}>{showKey(keys)}</kbd>
}

// Keys as assistive technology reads them (`aria-keyshortcuts`), and as a tooltip shows them beside an action's name.

import { isMac, showKey } from './actions.ts'
import type { ActionId } from './catalogue.ts'
import { useKeysOf } from './key-settings.ts'

/** `Mod+K` becomes `Control+K`, on a Mac `Meta+K`; several keys stand side by side. */
function ariaKeys(keys: readonly string[]): string | undefined {
  return keys.length === 0 ? undefined : keys.map((key) => key.replace('Mod+', isMac ? 'Meta+' : 'Control+')).join(' ')
}

/** What a button of an action says about its key: in its tooltip and to assistive technology. */
export function useKeyProps(action: ActionId, name: string): { title: string; 'aria-keyshortcuts': string | undefined } {
  const keys = useKeysOf(action)
  return { title: keys[0] === undefined ? name : `${name} (${showKey(keys[0])})`, 'aria-keyshortcuts': ariaKeys(keys) }
}

/** The same where there is no tooltip. */
export function useAriaKeys(action: ActionId): string | undefined {
  return ariaKeys(useKeysOf(action))
}

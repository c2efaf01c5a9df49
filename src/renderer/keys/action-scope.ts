// Where an action belongs that several panes can do: keys and palette mean the one in the pane that has the focus.

import { createContext } from 'react'

export type ActionScope = {
  /** False while what says it can do the action is kept but not shown, as a tab in the background. */
  isShown: () => boolean
  isFocused: () => boolean
}

/** Without one, an action belongs to the window. */
export const ActionScopeContext = createContext<ActionScope | undefined>(undefined)

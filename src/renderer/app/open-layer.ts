// Which of the layers over the window lies open, and where the focus was before.

import { create } from 'zustand'
import { availableActions } from '../keys/actions.ts'
import type { ActionId } from '../keys/catalogue.ts'

export type LayerName = 'palette' | 'keys' | 'settings' | 'capture' | 'reset' | 'history' | 'clippers' | 'exports'

type OpenLayer = {
  layer: LayerName | undefined
  /** What could be run when the layer was opened: many an action depends on where the focus is. */
  commands: readonly ActionId[]
  before: Element | null
  open: (layer: LayerName) => void
  /** Gives the focus back at once, so that an action that follows finds it where it was. */
  close: () => void
}

export const useOpenLayer = create<OpenLayer>((set, get) => ({
  layer: undefined,
  commands: [],
  before: null,
  open: (layer) =>
    set(({ layer: open, before }) => ({ layer, commands: availableActions(), before: open === undefined ? document.activeElement : before })),
  close: () => {
    const { before } = get()
    set({ layer: undefined, before: null })
    if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true })
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  },
}))

// How the window is divided: what of it is shown and how wide the panes are. Kept in this browser or on this desktop, for every notebook alike.

import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type LayoutSettings = {
  isRailHidden: boolean
  isListHidden: boolean
  toggleRail: () => void
  toggleList: () => void
  /** Both away, so that what lies open has the whole window; both back where both are away. */
  toggleSurroundings: () => void
}

export const useLayoutSettings = create<LayoutSettings>()(
  persist(
    (set) => ({
      isRailHidden: false,
      isListHidden: false,
      toggleRail: () => set(({ isRailHidden }) => ({ isRailHidden: !isRailHidden })),
      toggleList: () => set(({ isListHidden }) => ({ isListHidden: !isListHidden })),
      toggleSurroundings: () =>
        set(({ isRailHidden, isListHidden }) => {
          const isAway = isRailHidden && isListHidden
          return { isRailHidden: !isAway, isListHidden: !isAway }
        }),
    }),
    {
      name: 'footing.layout',
      version: 1,
      partialize: ({ isRailHidden, isListHidden }) => ({ isRailHidden, isListHidden }),
      // What somebody else wrote there is no setting.
      merge: (kept, settings) => {
        const { isRailHidden, isListHidden } = (kept ?? {}) as Partial<Record<'isRailHidden' | 'isListHidden', unknown>>
        return { ...settings, isRailHidden: isRailHidden === true, isListHidden: isListHidden === true }
      },
    },
  ),
)

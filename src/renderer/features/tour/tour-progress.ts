// How far the tour has come in each notebook: kept in this browser or on this desktop, so that it is shown once and goes on after a restart.

import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { followOtherWindows } from '../../ui/follow-other-windows.ts'

export type Progress = { step: number; isRunning: boolean }

type TourProgress = {
  /** By the notebook's id; nothing of one that the tour was never shown in. */
  notebooks: Readonly<Record<string, Progress>>
  set: (notebook: string, progress: Progress) => void
}

export const useTourProgress = create<TourProgress>()(
  persist(
    (set) => ({
      notebooks: {},
      set: (notebook, progress) => set(({ notebooks }) => ({ notebooks: { ...notebooks, [notebook]: progress } })),
    }),
    { name: 'footing.tour', partialize: ({ notebooks }) => ({ notebooks }) },
  ),
)

// Ended in one window, it ends in the others: heard from the moment on in which what is kept was read.
followOtherWindows([useTourProgress])

// How far the tour has come in each notebook: kept in this browser or on this desktop, so that it is shown once and goes on after a restart.

import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export type Progress = { step: number; isRunning: boolean }

type TourProgress = {
  /** By the notebook's id; nothing of one that the tour was never shown in. */
  notebooks: Readonly<Record<string, Progress>>
  set: (notebook: string, progress: Progress) => void
}

const storageKey = 'footing.tour'

export const useTourProgress = create<TourProgress>()(
  persist(
    (set) => ({
      notebooks: {},
      set: (notebook, progress) => set(({ notebooks }) => ({ notebooks: { ...notebooks, [notebook]: progress } })),
    }),
    { name: storageKey, partialize: ({ notebooks }) => ({ notebooks }) },
  ),
)

/** Ended in one window, it ends in the others. Returns how to stop. */
export function followOtherWindows(): () => void {
  const follow = ({ key }: StorageEvent) => {
    if (key === storageKey) void useTourProgress.persist.rehydrate()
  }
  window.addEventListener('storage', follow)
  return () => window.removeEventListener('storage', follow)
}

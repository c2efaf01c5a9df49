// Whether notes stand beside what is read: kept on this computer, for every notebook alike.

import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type NotesShown = { areShown: boolean; toggle: () => void }

export const useNotesShown = create<NotesShown>()(
  persist(
    (set) => ({
      areShown: true,
      toggle: () => set(({ areShown }) => ({ areShown: !areShown })),
    }),
    {
      name: 'footing.side-notes',
      partialize: ({ areShown }) => ({ areShown }),
      // What stands in the storage may be anything.
      merge: (stored, fresh) => ({ ...fresh, areShown: (stored as Partial<NotesShown> | undefined)?.areShown !== false }),
    },
  ),
)

// What was opened and run lately in this browser or on this desktop: it comes first in the palette.

import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type Recent = {
  /** Ids of records, the latest first. Those of other notebooks stand among them: nobody finds them here. */
  things: readonly string[]
  /** Ids of actions that were run from the palette, the latest first. */
  commands: readonly string[]
  noteThing: (id: string) => void
  noteCommand: (id: string) => void
  forget: () => void
}

const kept = 40

export const useRecent = create<Recent>()(
  persist(
    (set) => ({
      things: [],
      commands: [],
      noteThing: (id) => set(({ things }) => ({ things: toFront(things, id) })),
      noteCommand: (id) => set(({ commands }) => ({ commands: toFront(commands, id) })),
      forget: () => set({ things: [], commands: [] }),
    }),
    {
      name: 'footing.recent',
      partialize: ({ things, commands }) => ({ things, commands }),
      // What stands in the storage may be of another version, or anything.
      merge: (stored, fresh) => {
        const { things, commands } = (stored ?? {}) as Partial<Record<'things' | 'commands', unknown>>
        return { ...fresh, things: toIds(things), commands: toIds(commands) }
      },
    },
  ),
)

function toFront(ids: readonly string[], id: string): readonly string[] {
  return ids[0] === id ? ids : [id, ...ids.filter((other) => other !== id)].slice(0, kept)
}

function toIds(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string' && id.length <= 200).slice(0, kept) : []
}

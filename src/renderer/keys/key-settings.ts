// The keys that the analyst gave to actions: kept in this browser or on this desktop, for every notebook alike.

import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { type ActionId, catalogue } from './catalogue.ts'

type KeySettings = {
  /** Only what differs from the catalogue; an empty list takes an action's keys away. */
  changed: Partial<Record<ActionId, readonly string[]>>
  /** `undefined` goes back to the catalogue's keys. */
  setKeys: (id: ActionId, keys: readonly string[] | undefined) => void
  resetAll: () => void
}

export const useKeySettings = create<KeySettings>()(
  persist(
    (set) => ({
      changed: {},
      setKeys: (id, keys) =>
        set(({ changed: { [id]: _, ...rest } }) => ({ changed: keys === undefined ? rest : ({ ...rest, [id]: keys } as KeySettings['changed']) })),
      resetAll: () => set({ changed: {} }),
    }),
    { name: 'footing.keys', partialize: ({ changed }) => ({ changed }) },
  ),
)

/** The keys that trigger an action now. */
export function keysOf(id: ActionId): readonly string[] {
  return useKeySettings.getState().changed[id] ?? catalogue[id].keys
}

/** The same for a component, which shows the new ones as soon as they are changed. */
export function useKeysOf(id: ActionId): readonly string[] {
  return useKeySettings(({ changed }) => changed[id]) ?? catalogue[id].keys
}

// The keys that the analyst gave to actions: kept in this browser or on this desktop, for every notebook alike.

import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { type ActionId, actionIds, catalogue } from './catalogue.ts'

const mostKeys = 10

export type ChangedKeys = Partial<Record<ActionId, readonly string[]>>

type KeySettings = {
  /** Only what differs from the catalogue; an empty list takes an action's keys away. */
  changed: ChangedKeys
  /** `undefined` goes back to the catalogue's keys. */
  setKeys: (id: ActionId, keys: readonly string[] | undefined) => void
  /** All at once: for resetting, and for taking that back. */
  replaceAll: (changed: ChangedKeys) => void
}

export const useKeySettings = create<KeySettings>()(
  persist(
    (set) => ({
      changed: {},
      setKeys: (id, keys) =>
        set(({ changed: { [id]: _, ...rest } }) => ({ changed: keys === undefined || isFirst(id, keys) ? rest : { ...rest, [id]: keys } })),
      replaceAll: (changed) => set({ changed }),
    }),
    {
      name: 'footing.keys',
      partialize: ({ changed }) => ({ changed }),
      // What stands in the storage may be of another version, or anything: what is not a list of keys of an action is passed over.
      merge: (stored, fresh) => ({ ...fresh, changed: readChanged(stored) }),
    },
  ),
)

/** The keys that trigger an action now. */
export function keysOf(id: ActionId): readonly string[] {
  return effectiveKeys(useKeySettings.getState().changed, id)
}

/** The same for a component, which shows the new ones as soon as they are changed. */
export function useKeysOf(id: ActionId): readonly string[] {
  return useKeySettings(({ changed }) => changed[id]) ?? catalogue[id].keys
}

export function effectiveKeys(changed: ChangedKeys, id: ActionId): readonly string[] {
  return changed[id] ?? catalogue[id].keys
}

function isFirst(id: ActionId, keys: readonly string[]): boolean {
  const first = catalogue[id].keys
  return keys.length === first.length && keys.every((key, position) => key === first[position])
}

function readChanged(stored: unknown): ChangedKeys {
  const changed = typeof stored === 'object' && stored !== null && 'changed' in stored ? stored.changed : undefined
  if (typeof changed !== 'object' || changed === null) return {}
  const entries = Object.entries(changed).filter(
    ([id, keys]) =>
      (actionIds as readonly string[]).includes(id) &&
      Array.isArray(keys) &&
      keys.length <= mostKeys &&
      keys.every((key) => typeof key === 'string' && key !== '' && key.length <= 40),
  )
  return Object.fromEntries(entries) as ChangedKeys
}

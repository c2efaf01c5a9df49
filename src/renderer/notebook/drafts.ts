// How many text fields hold typing that is not sent yet: the status bar must not say Saved before them.

import { create } from 'zustand'

type Drafts = { open: ReadonlySet<string>; set: (name: string, isUnsent: boolean) => void }

export const useDrafts = create<Drafts>((set) => ({
  open: new Set(),
  set: (name, isUnsent) =>
    set(({ open }) => {
      if (open.has(name) === isUnsent) return {}
      const next = new Set(open)
      if (isUnsent) next.add(name)
      else next.delete(name)
      return { open: next }
    }),
}))

// A highlight that waits for other words: asked for wherever it is listed, answered by a selection in the reader of its source.

import { create } from 'zustand'
import type { RecordId } from '../../core/records/record-id.ts'

type Relinked = { highlight: RecordId<'highlight'>; source: RecordId<'source'> /** Such as `sina2025-exit h3`. */; name: string }
type Relinking = { wanted: Relinked | undefined; begin: (wanted: Relinked) => void; end: () => void }

export const useRelinking = create<Relinking>((set) => ({
  wanted: undefined,
  begin: (wanted) => set({ wanted }),
  end: () => set({ wanted: undefined }),
}))

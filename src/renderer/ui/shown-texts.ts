// Whose texts are shown, if any: the list of a source's revisions, the form for a new one, or what rests on it.

import { create } from 'zustand'
import type { RecordId } from '../../core/records/record-id.ts'

export type TextsPart = 'texts' | 'renew' | 'falls'

type ShownTexts = {
  source: RecordId<'source'> | undefined
  part: TextsPart
  show: (source: RecordId<'source'>, part: TextsPart) => void
  close: () => void
}

export const useShownTexts = create<ShownTexts>((set) => ({
  source: undefined,
  part: 'texts',
  show: (source, part) => set({ source, part }),
  close: () => set({ source: undefined }),
}))

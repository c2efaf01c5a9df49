// The colour that H uses: the one used last in this window.

import { create } from 'zustand'
import type { HighlightColour } from '../../../core/records/highlight.ts'

export const useLastColour = create<{ colour: HighlightColour; use: (colour: HighlightColour) => void }>((set) => ({
  colour: 'yellow',
  use: (colour) => set({ colour }),
}))

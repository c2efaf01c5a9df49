// What is being captured: kept in the browser's storage until it is saved or discarded, whatever closes the dialog or the window.

import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { insightKinds } from '../../../core/records/insight-kinds.ts'

export type CaptureDraft = {
  text: string
  /** Chosen by hand; otherwise it is guessed. */
  kind?: (typeof insightKinds)[number] | undefined
  /** Topics switched on and off by hand; the others are guessed. */
  topics: Readonly<Record<string, boolean>>
}

export const blankCapture: CaptureDraft = { text: '', topics: {} }

type CaptureDrafts = {
  /** One for each notebook, by its id. */
  drafts: Readonly<Record<string, CaptureDraft>>
  change: (notebook: string, change: Partial<CaptureDraft>) => void
  discard: (notebook: string) => void
}

export const useCaptureDrafts = create<CaptureDrafts>()(
  persist(
    (set) => ({
      drafts: {},
      change: (notebook, change) =>
        set(({ drafts }) => ({ drafts: { ...drafts, [notebook]: { ...(drafts[notebook] ?? blankCapture), ...change } } })),
      discard: (notebook) => set(({ drafts: { [notebook]: _, ...rest } }) => ({ drafts: rest })),
    }),
    {
      name: 'footing.capture',
      partialize: ({ drafts }) => ({ drafts }),
      merge: (stored, fresh) => ({ ...fresh, drafts: readDrafts(stored) }),
    },
  ),
)

/** What stands in the storage may be of another version, or anything: the words are what matters. */
function readDrafts(stored: unknown): CaptureDrafts['drafts'] {
  const drafts = isObject(stored) && isObject(stored.drafts) ? stored.drafts : {}
  return Object.fromEntries(
    Object.entries(drafts).flatMap(([notebook, draft]) => {
      if (!isObject(draft) || typeof draft.text !== 'string') return []
      const topics = isObject(draft.topics)
        ? Object.entries(draft.topics).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean')
        : []
      return [[notebook, { text: draft.text, kind: insightKinds.find((kind) => kind === draft.kind), topics: Object.fromEntries(topics) }]]
    }),
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

// Drafts in components.

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'
import type { Draft, DraftState } from './draft.ts'
import type { DraftKind } from './draft-kinds.ts'
import type { DraftContent } from './draft-merge.ts'
import { shelfOf } from './draft-shelf.ts'
import type { LeftDraft } from './draft-storage.ts'
import { useClient } from './notebook-context.ts'

/** The draft of a record as long as the component is shown; what is unsent when it goes is sent. `kind` must stay the same object. */
export function useDraft<Content extends DraftContent, Info>(kind: DraftKind<Content, Info>, id: RecordId): Draft<Content, Info> | undefined {
  const client = useClient()
  const [opened, setOpened] = useState<{ id: RecordId; draft: Draft<Content, Info> } | undefined>(() => {
    const draft = shelfOf(client).peek(kind, id)
    return draft && { id, draft }
  })
  useEffect(() => {
    const { draft, release } = shelfOf(client).open(kind, id)
    setOpened((before) => (before?.draft === draft ? before : { id, draft }))
    return release
  }, [client, kind, id])
  return opened?.id === id ? opened.draft : undefined
}

/** A part of the draft's state; the component renders again only when that part changes. */
export function useDraftState<Content extends DraftContent, Info, Value>(
  draft: Draft<Content, Info>,
  select: (state: DraftState<Content, Info>) => Value,
): Value {
  const subscribe = useMemo(() => (listener: () => void) => draft.onState(listener), [draft])
  return useSyncExternalStore(subscribe, () => select(draft.state))
}

/** Typing that ended windows left behind, for records that are not open, looked for once; and how to take a record off the list. */
export function useLeftDrafts(isReady: boolean): [left: readonly LeftDraft[], dismiss: (record: string) => void] {
  const client = useClient()
  const [left, setLeft] = useState<readonly LeftDraft[]>([])
  useEffect(() => {
    if (!isReady) return
    let isWanted = true
    void shelfOf(client)
      .leftBehind()
      .then((drafts) => isWanted && setLeft(drafts))
    return () => {
      isWanted = false
    }
  }, [client, isReady])
  return [left, (dismissed) => setLeft((drafts) => drafts.filter(({ record }) => record !== dismissed))]
}

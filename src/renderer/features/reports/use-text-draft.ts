// One drafted text of a report: what stands in its field, and what to do as it is edited.

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { Draft, DraftState, FieldConflict } from '../../notebook/draft.ts'
import { useDraft } from '../../notebook/draft-hooks.ts'
import type { DraftKind } from '../../notebook/draft-kinds.ts'
import { restoreNewlines, toEditorNewlines } from '../../notebook/draft-newlines.ts'
import { useDrafts } from '../../notebook/drafts.ts'

export type TextDraft = {
  /** With `\n` alone, as plain fields hold it. */
  text: string
  /** With the line ends that it has in the notebook, as the Markdown editor takes it. */
  written: string
  /** Another window changed the same words. Both stay until one of `resolve`'s texts is chosen. */
  conflict: FieldConflict | undefined
  resolve: (text: string) => void
  edit: (text: string) => void
  write: (written: string) => void
  flush: () => void
  /** While an input method is composing nothing is sent or replaced. */
  compose: (isComposing: boolean) => void
}

type Texts = { [field: string]: string }

export type DraftedTexts<Content extends Texts> = {
  /** Undefined until the record has come: a moment, in which somebody may type already. */
  opened: { draft: Draft<Content, undefined>; state: DraftState<Content, undefined> } | undefined
  /** What was typed in that moment. */
  early: Texts
  hold: (field: string, text: string) => void
}

/** The draft of several texts under one id; `kind` must stay the same object. */
export function useDraftedTexts<Content extends Texts>(kind: DraftKind<Content, undefined>, id: RecordId): DraftedTexts<Content> {
  const draft = useDraft(kind, id)
  const subscribe = useCallback((listener: () => void) => draft?.onState(listener) ?? (() => {}), [draft])
  const state = useSyncExternalStore(subscribe, () => draft?.state)
  const isOpen = state?.content !== undefined
  const [early, setEarly] = useState<Texts>({})
  useEffect(() => {
    const typed = Object.entries(early)
    if (!draft || !isOpen || typed.length === 0) return
    for (const [field, text] of typed) draft.edit(field, text as Content[typeof field])
    setEarly({})
  }, [draft, isOpen, early])
  const hold = useCallback((field: string, text: string) => setEarly((held) => ({ ...held, [field]: text })), [])
  return { opened: draft && state?.content ? { draft, state } : undefined, early, hold }
}

/** One field of them. `stored` is shown until the draft is there. */
export function fieldOf<Content extends Texts>(
  { opened, early, hold }: DraftedTexts<Content>,
  field: keyof Content & string,
  stored: string,
): TextDraft {
  const draft = opened?.draft
  const written = early[field] ?? opened?.state.content?.[field] ?? stored
  const write = (text: string) => {
    if (draft && early[field] === undefined) draft.edit(field, text as Content[typeof field])
    else hold(field, text)
  }
  return {
    text: toEditorNewlines(written),
    written,
    conflict: opened?.state.conflicts.get(field),
    resolve: (text) => draft?.resolve(field, text as Content[typeof field]),
    edit: (text) => write(restoreNewlines(written, text)),
    write,
    flush: () => draft?.flush(),
    compose: (isComposing) => draft?.compose(isComposing),
  }
}

const longestWaitMs = 3_000

/** Sends what the field with the focus holds, and waits until every draft of the window is durable: false where that takes too long. */
export function settleDrafts(): Promise<boolean> {
  const focused = document.activeElement
  if (focused instanceof HTMLElement && useDrafts.getState().open.size > 0) {
    focused.blur()
    focused.focus({ preventScroll: true })
  }
  return new Promise((resolve) => {
    const finish = (isSettled: boolean) => {
      clearTimeout(timer)
      stop()
      resolve(isSettled)
    }
    const timer = setTimeout(() => finish(false), longestWaitMs)
    const stop = useDrafts.subscribe(({ open }) => open.size === 0 && finish(true))
    if (useDrafts.getState().open.size === 0) finish(true)
  })
}

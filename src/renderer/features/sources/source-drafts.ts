// Sources that are being written down: kept until they are added or cleared, whatever closes the dialog or the window (kept-source-drafts.ts). The last is the one that the dialog shows.

import { create } from 'zustand'
import type { IncomingText } from '../../ui/incoming-text.ts'
import { noFields, type SourceFields } from '../../ui/source-form.ts'
import { suggestSource } from '../../ui/suggest-source.ts'

export type SourceDraft = {
  key: number
  /** What it is kept under, from one window to the next. */
  id: string
  fields: SourceFields
  citekey: string
  markdown: string
  /** Fields that the analyst wrote: what the text suggests no longer replaces them. */
  written: ReadonlySet<keyof SourceFields>
}

type SourceDrafts = {
  isOpen: boolean
  drafts: readonly SourceDraft[]
  /** Opens the dialog, with a text that came in or with what was being written. */
  open: (text?: IncomingText) => void
  close: () => void
  change: (key: number, change: Partial<SourceFields>) => void
  setCitekey: (key: number, citekey: string) => void
  setMarkdown: (key: number, markdown: string) => void
  /** Takes up what an ended window left; the dialog stays as it is. */
  takeUp: (left: readonly Omit<SourceDraft, 'key'>[]) => void
  /** Added or given up. */
  remove: (key: number) => void
}

let lastKey = 0

function makeDraft(text?: IncomingText): SourceDraft {
  lastKey += 1
  const { title = '', language = '', url = '', markdown = '', stated = {} } = text ?? {}
  const { citekey = '', authors = [], ...facts } = stated
  const fields: SourceFields = { ...noFields, title, language, url, kind: url ? 'web page' : noFields.kind, ...facts, authors: authors.join('\n') }
  return { key: lastKey, id: crypto.randomUUID(), fields, citekey, markdown, written: new Set() }
}

export function isBlank({ fields, citekey, markdown, written }: SourceDraft): boolean {
  return markdown === '' && citekey === '' && [...written].every((name) => fields[name].length === 0 || name === 'kind')
}

export const useSourceDrafts = create<SourceDrafts>((set) => {
  const revise = (key: number, revised: (draft: SourceDraft) => SourceDraft) =>
    set(({ drafts }) => ({ drafts: drafts.map((draft) => (draft.key === key ? revised(draft) : draft)) }))
  return {
    isOpen: false,
    drafts: [],
    open: (text) =>
      set(({ drafts }) => {
        const kept = text ? drafts.filter((draft) => !isBlank(draft)) : drafts
        return { isOpen: true, drafts: text || kept.length === 0 ? [...kept, makeDraft(text)] : kept }
      }),
    close: () => set(({ drafts }) => ({ isOpen: false, drafts: drafts.filter((draft) => !isBlank(draft)) })),
    change: (key, change) =>
      revise(key, (draft) => ({
        ...draft,
        fields: { ...draft.fields, ...change },
        written: new Set([...draft.written, ...(Object.keys(change) as (keyof SourceFields)[])]),
      })),
    setCitekey: (key, citekey) => revise(key, (draft) => ({ ...draft, citekey })),
    setMarkdown: (key, markdown) =>
      revise(key, (draft) => {
        const { title, language } = suggestSource(markdown)
        const suggested = {
          ...(draft.written.has('title') ? {} : { title }),
          ...(draft.written.has('language') ? {} : { language }),
        }
        return { ...draft, markdown, fields: { ...draft.fields, ...suggested } }
      }),
    takeUp: (left) =>
      set(({ drafts }) => {
        const fresh = left.filter(({ id }) => !drafts.some((draft) => draft.id === id))
        // Below what is being written now.
        return {
          drafts: [
            ...fresh.map((draft) => {
              lastKey += 1
              return { ...draft, key: lastKey }
            }),
            ...drafts,
          ],
        }
      }),
    remove: (key) =>
      set(({ drafts }) => {
        const left = drafts.filter((draft) => draft.key !== key)
        return { drafts: left, isOpen: left.length > 0 }
      }),
  }
})

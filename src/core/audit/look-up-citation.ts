// What a citation leads to now: its source, and the highlight if it names one.

import type { CitationItem } from '../markdown/citation-syntax.ts'
import type { Highlight } from '../records/highlight.ts'
import type { HeadOf } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'

export type CitedThing = { source: HeadOf<'sources'>; highlight: Highlight | undefined }

/** Undefined where the source or the highlight is not there, or lies in the trash. */
export function lookUpCitation(view: NotebookView, { citekey, highlight: number }: CitationItem): CitedThing | undefined {
  const source = view.by('sourcesByCitekey', citekey).find(({ removedAt }) => removedAt === undefined)
  if (!source) return undefined
  if (number === undefined) return { source, highlight: undefined }
  const highlight = view.by('highlightsBySource', source.id).find((held) => held.number === number && held.removedAt === undefined)
  return highlight && { source, highlight }
}

/** `@sina2025-exit#h7` */
export function citationWord({ citekey, highlight }: CitationItem): string {
  return highlight === undefined ? `@${citekey}` : `@${citekey}#h${highlight}`
}

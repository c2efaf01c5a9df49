// What goes out of a notebook as annotations: sources in order of their citekeys, each with its highlights in order of place.

import type { Highlight } from '../../records/highlight.ts'
import type { RecordId } from '../../records/record-id.ts'
import type { Source } from '../../records/source.ts'
import type { NotebookView } from '../../store/notebook-view.ts'

export type AnnotatedSource = { source: Source; highlights: Highlight[]; readingText: (text: RecordId<'text'>) => string | undefined }

/** `chosen`: only these sources. Nothing of the trash; sources without highlights are left out. The same notebook gives the same order. */
export function collectAnnotations(view: NotebookView, chosen?: ReadonlySet<RecordId>): AnnotatedSource[] {
  const sources = [...view.heads('sources')].filter(({ id, removedAt }) => removedAt === undefined && (chosen?.has(id) ?? true))
  return sources
    .map(({ id }) => view.get('sources', id) as Source)
    .toSorted((one, other) => (one.citekey < other.citekey ? -1 : 1))
    .map((source) => ({
      source,
      highlights: view
        .by('highlightsBySource', source.id)
        .filter(({ removedAt }) => removedAt === undefined)
        .map(({ id }) => view.get('highlights', id) as Highlight)
        .toSorted((one, other) => one.passage.start - other.passage.start || one.number - other.number),
      readingText: (text: RecordId<'text'>) => view.readingText(text),
    }))
    .filter(({ highlights }) => highlights.length > 0)
}

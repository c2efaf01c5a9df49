// A bibliography of a notebook's sources in CSL-JSON, BibLaTeX or RIS.

import type { CslItem } from '../../import/bibliography/csl-item.ts'
import type { RecordId } from '../../records/record-id.ts'
import type { Source } from '../../records/source.ts'
import type { NotebookView } from '../../store/notebook-view.ts'
import { cslOfSource } from './csl-of-source.ts'
import { bibtexEntry } from './write-bibtex.ts'
import { risEntry } from './write-ris.ts'

export const bibliographyFormats = ['csl', 'bibtex', 'ris'] as const
export type BibliographyFormat = (typeof bibliographyFormats)[number]

/** In order of citekeys, nothing of the trash. */
export function writeBibliography(view: NotebookView, format: BibliographyFormat, chosen?: ReadonlySet<RecordId>): string {
  const items = [...view.heads('sources')]
    .filter(({ id, removedAt }) => removedAt === undefined && (chosen?.has(id) ?? true))
    .map(({ id }) => view.get('sources', id) as Source)
    .toSorted((one, other) => (one.citekey < other.citekey ? -1 : 1))
    .map(cslOfSource)
  return written(items, format)
}

function written(items: readonly CslItem[], format: BibliographyFormat): string {
  switch (format) {
    case 'csl':
      return `${JSON.stringify(items, null, 2)}\n`
    case 'bibtex':
      return items.map(bibtexEntry).join('\n')
    case 'ris':
      return items.map(risEntry).join('\r\n')
  }
}

// What an editor or a rendered note needs of the notebook around it: where links lead, what they complete to, and what following one does.

import type { CitationSuggestion, ResolvedCitation } from '../../../core/contract/questions.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { FigureBook } from './figure-book.ts'
import type { LinkBook } from './link-book.ts'

export type NoteLinks = {
  book: LinkBook
  /** Without it, figures are not compared. */
  figures?: FigureBook | undefined
  suggestCitations: (text: string) => Promise<readonly CitationSuggestion[]>
  suggestInsights: (text: string) => Promise<readonly { id: RecordId<'insight'>; title: string }[]>
  openCitation: (citation: ResolvedCitation) => void
  /** Without an id there is no insight of this title yet. */
  openInsight: (title: string, id: RecordId<'insight'> | undefined) => void
  /** A highlight was dropped into the text. */
  onCite?: ((highlight: RecordId<'highlight'>) => void) | undefined
}

export type OpenPassage = (passage: { source: RecordId<'source'>; highlight?: RecordId<'highlight'> }) => void

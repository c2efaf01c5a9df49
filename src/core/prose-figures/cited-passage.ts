// A cited passage, or a whole source, as far as its figures are concerned.

import type { CitationItem } from '../markdown/citation-syntax.ts'
import type { RecordId } from '../records/record-id.ts'
import type { StatedFigure } from './stated-figure.ts'

/** Where a figure stands that an insight is compared with. */
export type StatedPlace = {
  /** `passage`: in what is cited; `beside`: next to it in the same text; `title` and `date`: what the notebook knows of the source. */
  part: 'passage' | 'beside' | 'title' | 'date'
  item: CitationItem
  source: RecordId<'source'>
  highlight?: RecordId<'highlight'>
}

export type StatedHere = StatedFigure & { place: StatedPlace }

export type CitedPassage = {
  inside: readonly StatedHere[]
  /** In the same text, near the passage but not in it. */
  beside: readonly StatedHere[]
  /** The source's title and date of publication. */
  facts: () => readonly StatedHere[]
}

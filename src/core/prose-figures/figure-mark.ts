// What a window is told of one checked figure.

import { citationWord } from '../audit/look-up-citation.ts'
import type { CitationItem } from '../markdown/citation-syntax.ts'
import type { RecordId } from '../records/record-id.ts'
import type { CheckedFigure } from './checked-figure.ts'
import type { StatedHere, StatedPlace } from './cited-passage.ts'
import type { Operation } from './computed-figure.ts'
import type { Clashing } from './quoting.ts'

/** A figure that stands elsewhere, and where. */
export type MarkedPlace = {
  written: string
  part: StatedPlace['part']
  item: CitationItem
  source: RecordId<'source'>
  highlight?: RecordId<'highlight'>
}

export type FigureMark = {
  /** In the text of its block. */
  start: number
  end: number
  written: string
  isTold: boolean
} & (
  | { kind: 'agrees' | 'elsewhere'; match: MarkedPlace }
  | { kind: 'computed'; operation: Operation; terms: string[] }
  | { kind: 'contradicts'; match: MarkedPlace; clash: Clashing }
  | { kind: 'absent'; coarser?: MarkedPlace; citations: string[] }
)

export function figureMark({ start, end, written, isTold, sentence, verdict }: CheckedFigure): FigureMark {
  const mark = { start, end, written, isTold }
  switch (verdict.kind) {
    case 'agrees':
    case 'elsewhere':
      return { ...mark, kind: verdict.kind, match: placeOf(verdict.match) }
    case 'computed':
      return { ...mark, kind: 'computed', operation: verdict.operation, terms: verdict.terms.map((term) => term.written) }
    case 'contradicts':
      return { ...mark, kind: 'contradicts', match: placeOf(verdict.match), clash: verdict.clash }
    case 'absent': {
      const absent: FigureMark = { ...mark, kind: 'absent', citations: [...new Set(sentence.items.map(citationWord))] }
      if (verdict.coarser) absent.coarser = placeOf(verdict.coarser)
      return absent
    }
  }
}

function placeOf({ written, place }: StatedHere): MarkedPlace {
  return { written, ...place }
}

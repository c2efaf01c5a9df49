// What a new text of a source means for the figures that were kept in it: carried across as highlights are, and read anew.

import type { FoundPassage } from '../anchoring/find-passage.ts'
import { figuresRead } from '../ledger/figure-at.ts'
import type { FigureAmount } from '../records/figure.ts'
import type { RecordId } from '../records/record-id.ts'
import type { Source } from '../records/source.ts'
import type { Transaction } from '../store/transaction.ts'
import { type CarriedCounts, placesOf, readingOf, settleAt } from './carry-highlights.ts'

/**
 * The same words can say something else, where the head of their column went from millions to thousands: they are `changed` then, and wait for the
 * analyst. Costs what carrying costs, and reading the pieces of the text in which the figures stand.
 */
export function carryFigures(notebook: Transaction, source: Source, text: RecordId<'text'>): CarriedCounts {
  const counts: CarriedCounts = { exact: 0, moved: 0, changed: 0, lost: 0 }
  const figures = notebook.by('figuresBySource', source.id)
  if (figures.length === 0) return counts
  const reading = readingOf(notebook, text)
  const read = figuresRead(reading, source.language)
  for (const [figure, place] of placesOf(notebook, figures, reading)) {
    const isSame = (place.kind === 'exact' || place.kind === 'moved') && saysSame(read(place.start, place.end)?.amount, figure.amount)
    const kind = isSame || place.kind === 'lost' ? place.kind : 'changed'
    notebook.update('figures', figure.id, undefined, (draft) => settleAt(draft, { ...place, kind } as FoundPassage, text, reading))
    counts[kind] += 1
  }
  return counts
}

/** What a finder of a later version says beside the number is no change of the text. */
function saysSame(fresh: FigureAmount | undefined, kept: FigureAmount): boolean {
  const fields = ['kind', 'value', 'low', 'high', 'currency', 'from', 'to'] as const
  return fresh !== undefined && fields.every((field) => fresh[field] === kept[field])
}

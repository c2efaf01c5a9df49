// The figures of the text that is read: those that were found and those that are kept, as one list in the order of the text.

import type { ExactFigure as FoundFigure } from '../../../core/figures/figure.ts'
import { amountOf } from '../../../core/ledger/amount-of.ts'
import type { FigureRow } from '../../../core/queries/ledger-queries.ts'
import type { FigureAmount } from '../../../core/records/figure.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { ReadingRange } from './reading-positions.ts'

/** `row` where it is kept, `found` where it was only found; neither where the analyst selected words in which no figure was found. */
export type TextFigure = ReadingRange & { row?: FigureRow; found?: FoundFigure }

/** A kept figure stands in place of what was found there. Both lists are in the order of the text; `kept` may hold figures of other texts. */
export function mergeFigures(text: RecordId<'text'>, found: readonly FoundFigure[], kept: readonly FigureRow[]): TextFigure[] {
  const placed = kept.flatMap((row): TextFigure[] => {
    const passage = row.text === text ? row.passage : row.found?.text === text ? row.found.passage : undefined
    return passage && row.anchor !== 'lost' ? [{ start: passage.start, end: passage.end, row }] : []
  })
  placed.sort((one, other) => one.start - other.start)
  const merged: TextFigure[] = []
  let next = 0
  for (const figure of found) {
    let beside = placed[next]
    while (beside && beside.end <= figure.start) {
      merged.push(beside)
      next += 1
      beside = placed[next]
    }
    if (!beside || beside.start >= figure.end) merged.push({ start: figure.start, end: figure.end, found: figure })
  }
  return [...merged, ...placed.slice(next)]
}

/** The position of the first figure that ends after `offset`; `length` where none does. */
export function indexFrom(figures: readonly TextFigure[], offset: number): number {
  let [low, high] = [0, figures.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((figures[middle] as TextFigure).end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The one that shares a character with the range (a caret: that it stands at or in). */
export function figureIn(figures: readonly TextFigure[], { start, end }: ReadingRange): TextFigure | undefined {
  const figure = figures[indexFrom(figures, start)] ?? undefined
  if (figure && figure.start < Math.max(end, start + 1)) return figure
  const before = start === end ? figures[indexFrom(figures, start - 1)] : undefined
  return before && before.end === start ? before : undefined
}

/** The next or the one before, from the current one or from an offset; round at the ends. */
export function figureBeside(figures: readonly TextFigure[], from: number, step: 1 | -1): TextFigure | undefined {
  const index = step === 1 ? figures.findIndex(({ start }) => start > from) : figures.findLastIndex(({ start }) => start < from)
  return figures[index] ?? figures.at(step === 1 ? 0 : -1)
}

export function amountIn({ row, found }: TextFigure, readingText: string): FigureAmount | undefined {
  return row?.amount ?? (found && amountOf(found, readingText))
}

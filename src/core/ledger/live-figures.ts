// The figures of a metric that count, with what comparing them needs.

import type { Figure } from '../records/figure.ts'
import type { RecordId } from '../records/record-id.ts'
import type { HeadOf } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { saidBy } from './amount-of.ts'
import type { ComparedFigure } from './compared-figure.ts'
import type { RateUsed } from './convert-currency.ts'

type Reader = Pick<NotebookView, 'head' | 'heads' | 'by'>

/** What lies in the trash does not count, nor what the newest text of its source has no more, nor what hangs on a removed source. */
export function isLiveFigure(notebook: Pick<NotebookView, 'head'>, { removedAt, state, source }: Figure): boolean {
  if (removedAt !== undefined || state === 'lost') return false
  const head = notebook.head('sources', source)
  return head !== undefined && head.removedAt === undefined
}

export function liveFiguresOf(notebook: Reader, metric: RecordId<'metric'>): Figure[] {
  return notebook.by('figuresByMetric', metric).filter((figure) => isLiveFigure(notebook, figure))
}

export function comparedFigure(notebook: Pick<NotebookView, 'head'>, figure: Figure): ComparedFigure {
  const source = notebook.head('sources', figure.source) as HeadOf<'sources'>
  return {
    id: figure.id,
    amount: saidBy(figure),
    // A unit that stands in the head of a column is not at the passage: what is around helps to tell which scale was meant.
    written: figure.passage.exact,
    asOf: figure.asOf,
    basis: figure.basis,
    source: figure.source,
    publisher: source.publisher,
    published: source.published,
    revision: source.revisions.findIndex(({ text }) => text === figure.text),
  }
}

export function liveRates(notebook: Pick<NotebookView, 'heads'>): RateUsed[] {
  return [...notebook.heads('rates')].filter(({ removedAt }) => removedAt === undefined)
}

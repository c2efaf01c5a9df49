// A figure with what its comparison needs to know of its source.

import type { FigureAmount, FigureBasis, FigureTime } from '../records/figure.ts'
import type { RecordId } from '../records/record-id.ts'

export type ComparedFigure = {
  id: RecordId<'figure'>
  amount: FigureAmount
  /** As it stands in its text: tells what slip a wrong scale comes from. */
  written: string
  asOf?: FigureTime | undefined
  basis: FigureBasis
  source: RecordId<'source'>
  publisher: string
  /** As precise as it is known: 2025-11-14, 2025-11, 2025 or nothing. */
  published: string
  /** Which of its source's texts it stands in, counted from 0. */
  revision: number
}

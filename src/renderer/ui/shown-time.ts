// How the time of a figure is shown: `14 Nov 2025`, `Oct 2025`, `FY2025 Q3`.

import { timeWords } from '../../core/ledger/amount-words.ts'
import type { FigureTime } from '../../core/records/figure.ts'
import { showPartialDate } from './partial-date.ts'

export function shownTime(time: FigureTime | undefined): string {
  return time === undefined ? '' : timeWords(time).split(' – ').map(showPartialDate).join(' – ')
}

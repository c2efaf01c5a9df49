// An amount that the analyst writes where the text was misread.

import { findExactFigures } from '../../../core/figures/find-figures.ts'
import { amountOf } from '../../../core/ledger/amount-of.ts'
import { finderLanguage } from '../../../core/ledger/figure-at.ts'
import type { FigureAmount } from '../../../core/records/figure.ts'

/** Undefined where it holds no figure. */
export function readAmount(typed: string, language: string): FigureAmount | undefined {
  const [found] = findExactFigures(typed, { language: finderLanguage(language, typed) })
  return found && amountOf(found, typed)
}

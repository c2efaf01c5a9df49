// A figure with the sentence in which it stands, and the way to it.

import { IconExternalLink } from '@tabler/icons-react'
import { amountWords } from '../../../core/ledger/amount-words.ts'
import type { FigurePassage } from '../../../core/ledger/ledger-answers.ts'
import type { FigureRow } from '../../../core/queries/ledger-queries.ts'
import { strings } from '../../strings/strings.ts'
import { languageOfWords } from '../../ui/guess-language.ts'
import { showPartialDate } from '../../ui/partial-date.ts'
import { shownTime } from '../../ui/shown-time.ts'
import type { FiguresPlaces } from './figures-view.tsx'
import classes from './metric-detail.module.css'
import { placeOf } from './place-of.ts'

const words = strings.figures

type CardProps = { row: FigureRow | undefined; passage: FigurePassage | undefined; onOpen: FiguresPlaces['onOpenPassages'] }

export function FigurePassageCard({ row, passage, onOpen }: CardProps) {
  if (!row || !passage) return null
  const { before, written, after } = passage
  const { amount, asOf, basis, citekey, published, state } = row
  return (
    <section className={classes.card} data-state={state} aria-label={written}>
      <p className={classes.cardValue}>{amountWords(amount)}</p>
      <blockquote className={classes.quote} lang={languageOfWords(before + written + after)}>
        {before}
        <mark className={classes.cited}>{written}</mark>
        {after}
      </blockquote>
      <p className={classes.from}>
        <button type="button" className={classes.link} data-opens="" onClick={() => onOpen([placeOf(row)])}>
          {words.openIn(citekey)} <IconExternalLink size={13} aria-hidden />
        </button>
        <span>
          {[shownTime(asOf), basis === 'actual' ? '' : words.bases[basis], published && showPartialDate(published)].filter(Boolean).join(' · ')}
        </span>
      </p>
    </section>
  )
}

// A metric in the list: its name, a line for each of its first figures, and how they agree.

import { amountWords, computedWords } from '../../../core/ledger/amount-words.ts'
import type { FigureLine, MetricRow } from '../../../core/queries/metric-queries.ts'
import { strings } from '../../strings/strings.ts'
import { FigureStateChip } from '../../ui/figure-state.tsx'
import { languageOfWords } from '../../ui/guess-language.ts'
import { shownTime } from '../../ui/shown-time.ts'
import classes from './figures-view.module.css'

const words = strings.figures

type MetricRowProps = { row: MetricRow; isUnderEntity?: boolean; heading?: string | undefined }

export function MetricRowView({ row, isUnderEntity = false, heading }: MetricRowProps) {
  const { name, entityName, figures, figureCount, state, factor, derived } = row
  return (
    <div className={classes.entry}>
      {heading !== undefined && <div className={classes.heading}>{heading}</div>}
      <div className={classes.metric}>
        <span className={classes.name}>
          <span className={classes.title}>{name}</span>
          {entityName !== '' && !isUnderEntity && <span className={classes.of}>{entityName}</span>}
        </span>
        <span className={classes.lines}>
          {figures.map((figure) => (
            <LineOf key={figure.id} figure={figure} />
          ))}
          {figures.length === 0 && derived?.value !== undefined && (
            <span className={classes.line}>
              <span className={classes.written}>ƒ</span>
              <span className={classes.value}>{`${computedWords(derived.value)} ${derived.currency ?? (row.kind === 'percent' ? '%' : '')}`}</span>
              <span className={classes.asOf}>{shownTime(derived.time)}</span>
              <span className={classes.source} />
            </span>
          )}
          {figureCount > figures.length && <span className={classes.of}>{words.more(figureCount - figures.length)}</span>}
        </span>
        <span className={classes.agreement}>
          <FigureStateChip state={state} factor={state === 'contested' || state === 'scale-slip' ? factor : undefined} />
        </span>
      </div>
    </div>
  )
}

function LineOf({ figure }: { figure: FigureLine }) {
  return (
    <span className={classes.line}>
      <span className={classes.written} lang={languageOfWords(figure.written)}>
        {figure.written}
      </span>
      <span className={classes.value}>{amountWords(figure.amount)}</span>
      <span className={classes.asOf}>
        {shownTime(figure.asOf)}
        {figure.basis !== 'actual' && ` ${words.bases[figure.basis]}`}
      </span>
      <span className={classes.source}>{figure.citekey}</span>
    </span>
  )
}

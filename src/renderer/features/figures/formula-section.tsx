// A metric that is computed from others: its formula in their names, what it gives, and which of them changed since.

import { Button } from '@mantine/core'
import { computedWords } from '../../../core/ledger/amount-words.ts'
import type { MetricRow } from '../../../core/queries/metric-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { shownFormula } from './formula-names.ts'
import classes from './metric-detail.module.css'

const words = strings.figures

type FormulaSectionProps = { metric: MetricRow; onOpenMetric: (id: RecordId<'metric'>) => void }

export function FormulaSection({ metric, onOpenMetric }: FormulaSectionProps) {
  const send = useSend()
  const isPast = useIsPast()
  const { id, rev, formula = '', derived, kind } = metric
  if (!derived) return null
  const { value, low, high, currency, problem, bases, isAccepted } = derived
  const unit = currency ?? (kind === 'percent' ? '%' : '')
  const names = new Map(bases.map((base) => [base.metric as string, base.name]))
  return (
    <section>
      <h4 className={classes.label}>{words.formula}</h4>
      <p className={classes.formula}>{shownFormula(formula, names)}</p>
      {problem && <p className={classes.problem}>{words.noResult(strings.ledger.problems[problem])}</p>}
      {value !== undefined && (
        <p className={classes.why}>
          <span className={classes.agreed}>
            = {computedWords(value)} {unit}
          </span>{' '}
          {low !== undefined && high !== undefined && low !== high && `(${computedWords(low)} – ${computedWords(high)})`}
        </p>
      )}
      <h5 className={classes.label}>{words.standsOn}</h5>
      <ul className={classes.bases}>
        {bases.map((base) => (
          <li key={base.metric} data-state={base.state}>
            <button type="button" className={classes.link} onClick={() => onOpenMetric(base.metric)}>
              {base.name}
            </button>
            <span className={classes.number}>{base.value === undefined ? '' : computedWords(base.value)}</span>
            <span>{words.baseStates[base.state]}</span>
            {base.accepted !== undefined && base.accepted !== base.value && <span>{words.was(computedWords(base.accepted))}</span>}
          </li>
        ))}
      </ul>
      {!isAccepted && !isPast && value !== undefined && (
        <Button size="compact-sm" onClick={() => void send('metric.accept', { id, rev }, { undoMessage: words.accepted })}>
          {words.accept}
        </Button>
      )}
    </section>
  )
}

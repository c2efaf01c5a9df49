// The rules that tie a metric to others, and whether they hold.

import { computedWords } from '../../../core/ledger/amount-words.ts'
import type { MetricRow } from '../../../core/queries/metric-queries.ts'
import type { MetricRule } from '../../../core/records/metric.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import classes from './metric-detail.module.css'

const words = strings.figures

type RulesSectionProps = { metric: MetricRow; onOpenMetric: (id: RecordId<'metric'>) => void }

/** Its own rules and those of others that name it: where one does not hold, either end can be wrong. */
export function RulesSection({ metric, onOpenMetric }: RulesSectionProps) {
  const outcomes = [
    ...metric.outcomes.map((outcome) => ({ ...outcome, of: metric.id, leadsTo: outcome.rule.of })),
    ...metric.namedBy.map((outcome) => ({ ...outcome, of: outcome.metric, leadsTo: outcome.metric })),
  ]
  const named = [...new Set(outcomes.flatMap(({ rule, of }) => [of, ...metricsOfRule(rule)]))]
  const { rows } = useWatch('metrics', { among: named }, 0, 200)
  const nameOf = (id: RecordId<'metric'>) => rows.find((row) => row.id === id)?.name ?? '…'
  return (
    <section>
      <h4 className={classes.label}>{words.rules}</h4>
      <ul className={classes.rules}>
        {outcomes.map(({ rule, state, value, limit, percent, of, leadsTo }) => (
          <li key={of + JSON.stringify(rule)} data-state={state}>
            <span className={classes.ruleState}>{words.ruleStates[state]}</span>
            <span>
              {nameOf(of)} {sentenceOf(rule, nameOf)}
              {value !== undefined && limit !== undefined && (
                <span className={classes.number}>
                  {' '}
                  ({words.outcome(computedWords(value) + (percent ? ' %' : ''), computedWords(limit) + (percent ? ' %' : ''))})
                </span>
              )}
            </span>
            <button type="button" className={classes.link} onClick={() => onOpenMetric(leadsTo)}>
              {words.openMetric(nameOf(leadsTo))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function metricsOfRule(rule: MetricRule): RecordId<'metric'>[] {
  switch (rule.type) {
    case 'part-of':
      return [rule.of]
    case 'share-of':
      return rule.share ? [rule.of, rule.share] : [rule.of]
    case 'ratio-of':
      return [rule.of, rule.to]
  }
}

function sentenceOf(rule: MetricRule, nameOf: (id: RecordId<'metric'>) => string): string {
  switch (rule.type) {
    case 'part-of':
      return words.partOf(nameOf(rule.of), rule.by ?? '')
    case 'share-of':
      return words.shareOf(nameOf(rule.of), rule.share ? nameOf(rule.share) : `${computedWords(rule.atMost ?? '100')} %`)
    case 'ratio-of':
      return words.ratioOf(nameOf(rule.of), nameOf(rule.to))
  }
}

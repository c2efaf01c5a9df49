// Which other metrics a metric stands on: those that its rules name, and those in its formula.

import type { Metric } from '../records/metric.ts'
import type { RecordId } from '../records/record-id.ts'

/** The metrics in a formula, each once, in the order in which they stand there. */
export function metricsIn(formula: string): RecordId<'metric'>[] {
  return [...new Set([...formula.matchAll(/\{(metric:[^{}\s]+)\}/g)].map((match) => match[1] as RecordId<'metric'>))]
}

export function basesOf({ rules, formula }: Pick<Metric, 'rules' | 'formula'>): RecordId<'metric'>[] {
  const bases = new Set<RecordId<'metric'>>(formula === undefined ? [] : metricsIn(formula))
  for (const rule of rules) {
    bases.add(rule.of)
    if (rule.type === 'ratio-of') bases.add(rule.to)
    if (rule.type === 'share-of' && rule.share) bases.add(rule.share)
  }
  return [...bases]
}

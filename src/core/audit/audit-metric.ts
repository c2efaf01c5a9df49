// What of one metric does not hold: figures that clash, a scale that slipped, a rule that is broken, a formula whose bases changed.

import { agreementIn } from '../ledger/agreement-in.ts'
import { metricStanding } from '../ledger/metric-standing.ts'
import type { Metric } from '../records/metric.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import type { MetricFinding } from './finding.ts'

/** One finding for each way in which it does not hold, however many figures have a part in it. */
export function auditMetric(view: NotebookView, metric: Metric): MetricFinding[] {
  if (metric.removedAt !== undefined) return []
  const { id } = metric
  const findings: MetricFinding[] = []
  const { pairs } = agreementIn(view, id).agreement
  const slips = pairs.filter((pair) => pair.class === 'scale-slip')
  const contested = pairs.filter((pair) => pair.class === 'contested')
  const [slip] = slips
  const [clash] = contested
  if (slip) {
    const { one, other, factor, cause } = slip
    findings.push({
      kind: 'scale-slip',
      key: `scale-slip ${id}`,
      metric: id,
      one,
      other,
      clashes: slips.length,
      ...(factor ? { factor } : {}),
      ...(cause ? { cause } : {}),
    })
  }
  if (clash) {
    const { one, other, factor } = clash
    findings.push({
      kind: 'figures-contested',
      key: `figures-contested ${id}`,
      metric: id,
      one,
      other,
      clashes: contested.length,
      ...(factor ? { factor } : {}),
    })
  }
  const { rules, derived } = metricStanding(view, metric)
  for (const [position, outcome] of rules.entries()) {
    if (outcome.state === 'broken' || outcome.state === 'doubtful')
      findings.push({ kind: 'rule-broken', key: `rule-broken ${id} ${position}`, metric: id, outcome })
  }
  const moved = derived?.bases.filter(({ state }) => state !== 'as-accepted') ?? []
  if (derived && (derived.problem || moved.length > 0)) {
    const bases = moved.map(({ metric: base }) => base)
    findings.push({ kind: 'derived-stale', key: `derived-stale ${id}`, metric: id, ...(derived.problem ? { problem: derived.problem } : {}), bases })
  }
  return findings
}

// Whether what a metric's rules say holds: certainly, perhaps, or not at all.

import { add, compare, type Decimal, multiply } from '../figures/decimal.ts'
import type { Metric, MetricRule } from '../records/metric.ts'
import type { RecordId } from '../records/record-id.ts'
import type { Interval } from './evaluate-formula.ts'
import { decimalIn, decimalText, divide } from './exact.ts'

/**
 * `broken`: no value that the figures allow keeps the rule. `doubtful`: what is written breaks it, what the bounds leave open might not.
 * `unknown`: a value is missing, or they are of different times or currencies.
 */
export type RuleState = 'holds' | 'unknown' | 'doubtful' | 'broken'

/** `value` is what the rule bounds, `limit` what it must not exceed (of a ratio: what it should be), as exact decimals. */
export type RuleOutcome = { rule: MetricRule; state: RuleState; value?: string; limit?: string; percent?: true }

/** What a metric is worth at the time in question, in one currency; undefined where that is not known. */
export type Worth = (metric: RecordId<'metric'>) => Interval | undefined

const hundred: Decimal = { mantissa: 1n, exponent: 2 }

/** `partsOf` names all metrics that are parts of the same whole by the same division, this one included. */
export function checkRule(
  metric: Pick<Metric, 'id' | 'kind'>,
  rule: MetricRule,
  worth: Worth,
  partsOf: (rule: Extract<MetricRule, { type: 'part-of' }>) => readonly Pick<Metric, 'id' | 'kind'>[],
): RuleOutcome {
  const own = worth(metric.id)
  if (!own) return { rule, state: 'unknown' }
  switch (rule.type) {
    case 'part-of': {
      const isShare = metric.kind === 'percent'
      const whole = isShare ? exactly(hundred) : worth(rule.of)
      const parts = partsOf(rule).flatMap(({ id, kind }) => (kind === metric.kind ? (worth(id) ?? []) : []))
      // A text that rounds each share may give 100.1 in all: the digits leave that open, and so do the intervals.
      const sum = parts.reduce((total, part) => plus(total, part), exactly({ mantissa: 0n, exponent: 0 }))
      return whole ? { ...atMost(rule, sum, whole), ...(isShare ? { percent: true as const } : {}) } : { rule, state: 'unknown' }
    }
    case 'share-of': {
      const whole = worth(rule.of)
      const share = rule.share ? worth(rule.share) : exactly(decimalIn(rule.atMost ?? '1e2'))
      if (!whole || !share) return { rule, state: 'unknown' }
      const by = (one: Decimal, other: Decimal) => multiply(multiply(one, other), { mantissa: 1n, exponent: -2 })
      return atMost(rule, own, { value: by(whole.value, share.value), low: by(whole.low, share.low), high: by(whole.high, share.high) })
    }
    case 'ratio-of':
      return checkRatio(metric, rule, own, worth(rule.of), worth(rule.to))
  }
}

function atMost(rule: MetricRule, value: Interval, limit: Interval): RuleOutcome {
  const state = compare(value.low, limit.high) > 0 ? 'broken' : compare(value.value, limit.value) > 0 && !touches(value, limit) ? 'doubtful' : 'holds'
  return { rule, state, value: decimalText(value.value), limit: decimalText(limit.value) }
}

/** Within the digits of points there is no doubt; what only a bound leaves open is one. */
function touches(value: Interval, limit: Interval): boolean {
  const slack = add(limit.value, multiply(limit.value, { mantissa: 1n, exponent: -2 }))
  return compare(value.value, slack) <= 0 && compare(value.low, limit.high) <= 0
}

function checkRatio(metric: Pick<Metric, 'kind'>, rule: MetricRule, own: Interval, of: Interval | undefined, to: Interval | undefined): RuleOutcome {
  if (!of || !to || to.low.mantissa <= 0n || of.low.mantissa < 0n) return { rule, state: 'unknown' }
  const scale = metric.kind === 'percent' ? hundred : exactly({ mantissa: 1n, exponent: 0 }).value
  const over = (one: Decimal, other: Decimal) => multiply(divide(one, other) as Decimal, scale)
  const ratio = { value: over(of.value, to.value), low: over(of.low, to.high), high: over(of.high, to.low) }
  const isPossible = compare(own.low, ratio.high) <= 0 && compare(own.high, ratio.low) >= 0
  return {
    rule,
    state: isPossible ? 'holds' : 'broken',
    value: decimalText(own.value),
    limit: decimalText(ratio.value),
    ...(metric.kind === 'percent' ? { percent: true } : {}),
  }
}

function exactly(value: Decimal): Interval {
  return { value, low: value, high: value }
}

function plus(one: Interval, other: Interval): Interval {
  return { value: add(one.value, other.value), low: add(one.low, other.low), high: add(one.high, other.high) }
}

// The sentences of the ledger of figures: how figures agree, why not, and what a metric's rules and formula say. In English.

import { numberWords } from '../../ledger/amount-words.ts'
import type { RuleOutcome, RuleState } from '../../ledger/check-rules.ts'
import type { ComparisonClass, ComparisonReason } from '../../ledger/compare-figures.ts'
import type { FormulaProblem } from '../../ledger/evaluate-formula.ts'
import type { MetricState } from '../../ledger/metric-standing.ts'
import type { SlipCause } from '../../ledger/scale-slip.ts'
import type { FigureBasis } from '../../records/figure.ts'

const times = (factor: number) => `×${factor.toLocaleString('en-GB')}`

export const ledgerWords = {
  /** In a chip. */
  states: {
    none: 'no figure',
    single: 'one figure',
    agree: 'agree',
    derived: 'computed',
    restated: 'restated',
    'not-comparable': 'not comparable',
    'derived-stale': 'a base changed',
    doubtful: 'doubtful',
    'rule-broken': 'breaks a rule',
    contested: 'contested',
    'scale-slip': 'scale slip?',
  } as const satisfies Readonly<Record<MetricState, string>>,
  classes: {
    equal: 'equal',
    'within-written': 'equal within what was written',
    'within-bound': 'within the bound',
    'exchange-rate': 'differ by the exchange rate only',
    restated: 'restated',
    'other-period': 'of another time',
    contested: 'contested',
    'scale-slip': 'suspected slip of scale',
    'not-comparable': 'not comparable',
  } as const satisfies Readonly<Record<ComparisonClass, string>>,
  /** Whole sentences, for "Why contested". */
  why: {
    'same-value': 'Both say the same.',
    'digits-allow': 'The digits that were written allow the same value.',
    'bound-allows': 'There are values that both can mean, as people use such words.',
    'rate-allows': 'By your exchange rate they are the same to within 5 %.',
    'later-publication': 'The same publisher gave another value later.',
    'times-differ': 'They are of different times.',
    'time-unclear': 'It is not sure that they are of the same time, and their values differ. Write down the days.',
    'values-differ': 'Their values are such that no rounding reconciles them.',
    'signs-differ': 'The same amount with the other sign: one of them may be a loss.',
    'scales-differ': 'They differ by a power of ten, as after a slip of scale.',
    'no-rate': 'They are in two currencies, and no exchange rate leads from one to the other. Add one to compare them.',
    'currency-unknown': 'The currency of one of them is not known. Correct the figure to compare it.',
    'units-differ': 'They are not of one kind: an amount and a share, for example.',
    'per-differs': 'One is per unit and the other is not, or is per something else.',
    'bases-differ': 'One is an actual and the other an estimate or a target.',
    'no-value': 'One of them holds no number.',
  } as const satisfies Readonly<Record<ComparisonReason, string>>,
  /** After "Likely cause:". */
  causes: {
    digit: 'a digit too many or too few',
    'yi-as-billion': '亿 (a hundred million) read as billion',
    hundredfold: 'two digits too many or too few',
    percent: 'a share read as a percentage, or the other way round',
    'basis-points': 'basis points read as percentage points',
    'baiwan-as-yi': 'millions (百万) and 亿 mixed up',
    thousandfold: 'the scale was missed by one step of a thousand',
    'million-as-billion': 'million and billion mixed up',
    'billion-as-trillion': 'billion and trillion mixed up',
    'thousands-column': 'a column in thousands read as it stands',
    'wan-as-yi': '万 and 亿 mixed up',
    'yi-as-wanyi': '亿 and 万亿 (兆) mixed up',
    'wan-dropped': '万 (ten thousand) was lost',
    'millions-column': 'a column in millions read as it stands',
    zhao: '兆 read as million instead of trillion, or the other way round',
    'yi-dropped': '亿 (a hundred million) was lost',
    'trillion-dropped': 'trillion was lost',
  } as const satisfies Readonly<Record<SlipCause, string>>,
  factor: times,
  bases: { actual: 'actual', estimate: 'estimate', target: 'target' } as const satisfies Readonly<Record<FigureBasis, string>>,
  ruleStates: {
    holds: 'holds',
    unknown: 'cannot be told: a value is missing, or of another time or currency',
    doubtful: 'does not hold as written; what the digits and bounds leave open might',
    broken: 'does not hold',
  } as const satisfies Readonly<Record<RuleState, string>>,
  problems: {
    missing: 'one of its metrics has no value',
    'division-by-zero': 'it would divide by nothing',
    'currencies-differ': 'its amounts are in different currencies, and no exchange rate leads from one to the other',
    circular: 'it leads back to itself',
    unreadable: 'the formula cannot be read',
  } as const satisfies Readonly<Record<FormulaProblem, string>>,
  /** What a rule found: `of` and `to` are the names of the metrics that it names. */
  outcome: ({ rule, state, value, limit, percent }: RuleOutcome, nameOf: (metric: string) => string): string => {
    if (state === 'unknown' || value === undefined || limit === undefined)
      return `the rule about ${nameOf(rule.of)} ${ledgerWords.ruleStates.unknown}`
    const words = (decimal: string) => `${numberWords(shortened(decimal))}${percent ? ' %' : ''}`
    switch (rule.type) {
      case 'part-of':
        return percent
          ? `the shares of ${nameOf(rule.of)} add up to ${words(value)}`
          : `the parts of ${nameOf(rule.of)} add up to ${words(value)}, and the whole is ${words(limit)}`
      case 'share-of': {
        const share = rule.share ? `what ${nameOf(rule.share)} says` : `${numberWords(rule.atMost ?? '0')} %`
        return `it is ${words(value)}, and ${share} of ${nameOf(rule.of)} is ${words(limit)}`
      }
      case 'ratio-of':
        return `it is kept as ${words(value)}, and ${nameOf(rule.of)} by ${nameOf(rule.to)} is ${words(limit)}`
    }
  },
}

/** Quotients have twenty digits; a sentence needs four. */
function shortened(decimal: string): string {
  const [digits = '', exponent = '0'] = decimal.split('e')
  const size = digits.replace('-', '')
  if (size.length <= 12) return decimal
  const rounded = Math.round(Number(size.slice(0, 5)) / 10)
  return `${digits.startsWith('-') ? '-' : ''}${rounded}e${Number(exponent) + size.length - 4}`
}

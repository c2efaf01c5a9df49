// How a metric stands: the agreement of its figures, what its formula gives, whether its rules hold, and one state for all of that.

import type { Decimal } from '../figures/decimal.ts'
import type { FigureTime } from '../records/figure.ts'
import type { Metric } from '../records/metric.ts'
import type { RecordId } from '../records/record-id.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import type { AgreedValue, AgreementState, MetricAgreement, PeriodGroup } from './agreement.ts'
import { agreementIn } from './agreement-in.ts'
import { basesOf, metricsIn } from './bases-of.ts'
import { checkRule, type RuleOutcome, type RuleState } from './check-rules.ts'
import { compareTimes, timeKey } from './compare-times.ts'
import { findRate, type RateUsed } from './convert-currency.ts'
import { type Evaluated, evaluateFormula, type FormulaProblem, type Interval } from './evaluate-formula.ts'
import { decimalIn, decimalText, roundedTo } from './exact.ts'
import { parseFormula } from './formula.ts'
import { liveRates } from './live-figures.ts'

/** From the best to the worst. `derived-stale`: a base of its formula changed, or is contested or missing. */
export const metricStates = [
  'none',
  'single',
  'agree',
  'derived',
  'restated',
  'not-comparable',
  'derived-stale',
  'doubtful',
  'rule-broken',
  'contested',
  'scale-slip',
] as const
export type MetricState = (typeof metricStates)[number]

export type DerivedBase = {
  metric: RecordId<'metric'>
  name: string
  /** `changed` since the analyst accepted it; `contested`: its figures clash; `missing`: it has no value at that time. */
  state: 'as-accepted' | 'changed' | 'contested' | 'missing'
  /** An exact decimal; absent where missing. */
  value?: string
  accepted?: string
}

export type Derived = {
  /** Exact decimals; absent where there is a problem. */
  value?: string
  low?: string
  high?: string
  currency?: string
  problem?: FormulaProblem
  /** The time of its newest base that is dated. */
  time?: FigureTime
  bases: DerivedBase[]
  /** What `metric.accept` writes down: it holds while every base is worth what it was. */
  isAccepted: boolean
}

/** `namedBy`: what the rules of other metrics find that name this one: where they do not hold, either of the two can be wrong. */
export type MetricStanding = {
  state: MetricState
  agreement: MetricAgreement
  rules: RuleOutcome[]
  namedBy: (RuleOutcome & { metric: RecordId<'metric'> })[]
  derived?: Derived
}

type Reader = Pick<NotebookView, 'head' | 'heads' | 'by'>
/** Metrics that stand on one another further down than this go in a circle, or nobody can follow them. */
const maxDepth = 20

export function metricStanding(notebook: Reader, metric: Metric): MetricStanding {
  const book = new StandingBook(notebook)
  const agreement = book.agreement(metric.id)
  const rules = metric.rules.map((rule) => book.outcome(metric, rule))
  const derived = metric.formula === undefined ? undefined : book.derived(metric)
  const namedBy = notebook
    .by('metricsByRule', metric.id)
    .filter(({ removedAt }) => removedAt === undefined)
    .flatMap((other) =>
      other.rules
        .filter((rule) => basesOf({ rules: [rule], formula: undefined }).includes(metric.id))
        .map((rule) => ({ ...book.outcome(other, rule), metric: other.id })),
    )
  return { state: stateOf(agreement.state, [...rules, ...namedBy], derived), agreement, rules, namedBy, ...(derived ? { derived } : {}) }
}

/** What a metric is worth now, in words that are compared: the newest value of its figures, or what its formula gives. */
export function baseValues(notebook: Reader, metric: Metric): { term: string; value: string }[] {
  return new StandingBook(notebook)
    .derived(metric)
    .bases.flatMap(({ metric: base, value }) => (value === undefined ? [] : [{ term: `{${base}}`, value }]))
}

function stateOf(agreement: AgreementState, rules: readonly RuleOutcome[], derived: Derived | undefined): MetricState {
  const states: MetricState[] = [agreement]
  const has = (state: RuleState) => rules.some((outcome) => outcome.state === state)
  if (has('broken')) states.push('rule-broken')
  if (has('doubtful')) states.push('doubtful')
  if (derived)
    states.push(derived.problem || !derived.isAccepted || derived.bases.some(({ state }) => state === 'contested') ? 'derived-stale' : 'derived')
  return states.reduce((worst, state) => (metricStates.indexOf(state) > metricStates.indexOf(worst) ? state : worst))
}

/** Quotients carry twenty digits, so that two thirds times three are two again: the last five are not shown. Sums and products are exact. */
function shown(result: Decimal): Decimal {
  return roundedTo(result, result.mantissa.toString().length < 19 ? 19 : 15)
}

/** One look at the notebook: every agreement that is needed is made once. */
class StandingBook {
  readonly #notebook: Reader
  readonly #rates: RateUsed[]
  readonly #agreements = new Map<RecordId<'metric'>, MetricAgreement>()

  constructor(notebook: Reader) {
    this.#notebook = notebook
    this.#rates = liveRates(notebook)
  }

  agreement(metric: RecordId<'metric'>): MetricAgreement {
    const known = this.#agreements.get(metric)
    if (known) return known
    const { agreement } = agreementIn(this.#notebook, metric, this.#rates)
    this.#agreements.set(metric, agreement)
    return agreement
  }

  derived(metric: Metric): Derived {
    const bases = metricsIn(metric.formula ?? '').map((base) => this.#base(metric, base))
    const isAccepted = bases.every(({ state }) => state === 'as-accepted' || state === 'contested') && metric.accepted !== undefined
    const evaluated = this.#evaluate(metric, undefined, 0)
    const time = bases
      .map(({ metric: base }) => this.#groupAt(base, undefined)?.time)
      .reduce((newest, other) => (timeKey(other) > timeKey(newest) ? other : newest), undefined)
    const common = { bases, isAccepted, ...(time ? { time } : {}) }
    if (!evaluated.ok) return { ...common, problem: evaluated.problem }
    const [value, low, high] = [evaluated.result.value, evaluated.result.low, evaluated.result.high].map(shown) as [Decimal, Decimal, Decimal]
    const currency = metric.kind === 'money' ? this.#currencyOf(metric) : undefined
    return { ...common, value: decimalText(value), low: decimalText(low), high: decimalText(high), ...(currency ? { currency } : {}) }
  }

  outcome(metric: Metric, rule: Metric['rules'][number]): RuleOutcome {
    const times = this.agreement(metric.id).groups.map(({ time }) => time)
    const outcomes = (times.length === 0 ? [undefined] : times).map((time) =>
      checkRule(
        metric,
        rule,
        (id) => this.#worth(id, time, this.#currencyOf(metric)),
        (part) => this.#parts(part),
      ),
    )
    const order: readonly RuleState[] = ['unknown', 'holds', 'doubtful', 'broken']
    return outcomes.reduce((worst, outcome) => (order.indexOf(outcome.state) > order.indexOf(worst.state) ? outcome : worst))
  }

  #parts(rule: Extract<Metric['rules'][number], { type: 'part-of' }>): Metric[] {
    const isAlike = (other: Metric['rules'][number]) => other.type === 'part-of' && other.of === rule.of && (other.by ?? '') === (rule.by ?? '')
    return this.#notebook.by('metricsByRule', rule.of).filter(({ removedAt, rules }) => removedAt === undefined && rules.some(isAlike))
  }

  #base(metric: Metric, id: RecordId<'metric'>): DerivedBase {
    const name = this.#notebook.head('metrics', id)?.name ?? ''
    const accepted = metric.accepted?.bases.find(({ term }) => term === `{${id}}`)?.value
    const evaluated = this.#valueOf(id, undefined, undefined, 1)
    const known = { metric: id, name, ...(accepted === undefined ? {} : { accepted }) }
    if (!evaluated.ok) return { ...known, state: 'missing' }
    const value = decimalText(evaluated.result.value)
    const agreement = this.agreement(id).state
    if (agreement === 'contested' || agreement === 'scale-slip') return { ...known, value, state: 'contested' }
    return { ...known, value, state: accepted === value ? 'as-accepted' : 'changed' }
  }

  #evaluate(metric: Metric, time: FigureTime | undefined, depth: number): Evaluated {
    const parsed = parseFormula(metric.formula ?? '')
    if (!parsed.ok) return { ok: false, problem: 'unreadable' }
    if (depth > maxDepth) return { ok: false, problem: 'circular', metric: metric.id }
    const currency = this.#currencyOf(metric)
    return evaluateFormula(parsed.formula, (id) => this.#valueOf(id, time, currency, depth + 1))
  }

  /** Figures that were kept come before a formula. */
  #valueOf(id: RecordId<'metric'>, time: FigureTime | undefined, currency: string | undefined, depth: number): Evaluated {
    const metric = this.#notebook.head('metrics', id)
    if (!metric || metric.removedAt !== undefined) return { ok: false, problem: 'missing', metric: id }
    const group = this.#groupAt(id, time)
    if (!group?.agreed) return metric.formula === undefined ? { ok: false, problem: 'missing', metric: id } : this.#evaluate(metric, time, depth)
    return this.#converted(group.agreed, group.time, currency, id)
  }

  #converted(
    { value, low, high, currency: own }: AgreedValue,
    time: FigureTime | undefined,
    currency: string | undefined,
    metric: RecordId<'metric'>,
  ): Evaluated {
    const interval: Interval = { value: decimalIn(value), low: decimalIn(low), high: decimalIn(high) }
    if (own === undefined || currency === undefined || own === currency) return { ok: true, result: interval }
    const rate = findRate(this.#rates, own, currency, time && 'to' in time ? time.to : '')
    if (!rate) return { ok: false, problem: 'currencies-differ', metric }
    const { convert } = rate
    return { ok: true, result: { value: convert(interval.value), low: convert(interval.low), high: convert(interval.high) } }
  }

  #worth(id: RecordId<'metric'>, time: FigureTime | undefined, currency: string | undefined): Interval | undefined {
    const evaluated = this.#valueOf(id, time, currency, 1)
    return evaluated.ok ? evaluated.result : undefined
  }

  /** What its amounts are counted in: as the metric says, or as the first of its bases or figures that are money. */
  #currencyOf(metric: Metric): string | undefined {
    if (metric.currency) return metric.currency
    const ids = [metric.id, ...metricsIn(metric.formula ?? '')]
    for (const id of ids) {
      const currency =
        this.#notebook.head('metrics', id)?.currency ?? this.agreement(id).groups.find(({ agreed }) => agreed?.currency)?.agreed?.currency
      if (currency) return currency
    }
    return undefined
  }

  /** Of the same time; else of no time; else, where no time was asked for, the newest. A day and the year around it go together. */
  #groupAt(id: RecordId<'metric'>, time: FigureTime | undefined): PeriodGroup | undefined {
    const { groups } = this.agreement(id)
    if (!time) return groups.findLast(({ agreed }) => agreed !== undefined)
    const relation = (wanted: string) => groups.findLast((group) => group.agreed && compareTimes(group.time, time) === wanted)
    return relation('same') ?? relation('unsaid') ?? relation('near')
  }
}

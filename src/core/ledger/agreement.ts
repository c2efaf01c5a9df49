// How the figures of one metric agree: by the time that they are of, with the pairs that clash and a state that says the worst of it.

import { compare, type Decimal } from '../figures/decimal.ts'
import type { FigureTime } from '../records/figure.ts'
import type { RecordId } from '../records/record-id.ts'
import { agrees, type Comparison, type ComparisonClass, compareFigures, laterOf } from './compare-figures.ts'
import { compareTimes, timeKey } from './compare-times.ts'
import type { ComparedFigure } from './compared-figure.ts'
import type { RateUsed } from './convert-currency.ts'
import { absolute, decimalText, divide, least, most, subtract } from './exact.ts'
import { type Meaning, meaningOf } from './meaning-of.ts'

/** From the best to the worst; the state of several is that of the worst. */
export const agreementStates = ['none', 'single', 'agree', 'restated', 'not-comparable', 'contested', 'scale-slip'] as const
export type AgreementState = (typeof agreementStates)[number]

/** Exact decimals as text; `low` and `high` bound what the figures allow together, `value` is the most exact that was written. */
export type AgreedValue = {
  figure: RecordId<'figure'>
  value: string
  low: string
  high: string
  shape: Meaning['shape']
  currency: string | undefined
}

export type PeriodGroup = {
  /** Absent for figures that nobody dated. */
  time?: FigureTime
  state: AgreementState
  /** The newest word last: by the dates of their sources. */
  figures: RecordId<'figure'>[]
  /** Absent where they hold no number. Where they clash, the newest word is taken, and `state` says so. */
  agreed?: AgreedValue
  /** The weakest way in which two of them agree. */
  by?: ComparisonClass
}

export type FigurePair = Comparison & { one: RecordId<'figure'>; other: RecordId<'figure'> }

export type MetricAgreement = {
  state: AgreementState
  /** Oldest time first, undated first of all. */
  groups: PeriodGroup[]
  /** Those that do not agree although they are of one time, worst first. */
  pairs: FigurePair[]
  /** The state of each figure: that of the worst pair that it is in. */
  states: [RecordId<'figure'>, AgreementState][]
}

/** More different figures of one time are each compared with the most exact one instead of with each other: 1,800 comparisons are some 10 ms. */
const maxPairwise = 60

export function agreementOf(figures: readonly ComparedFigure[], rates: readonly RateUsed[] = []): MetricAgreement {
  const compared = new Map(figures.map((figure) => [figure.id, 'single' as AgreementState]))
  const pairs: FigurePair[] = []
  const groups = groupByTime(figures, rates).map(({ time, members }): PeriodGroup => {
    const found = pairsOf(members, rates)
    const outdated = new Set(
      found.flatMap(({ one, other, comparison }) => (comparison.class === 'restated' ? [laterOf(one, other) === one ? other.id : one.id] : [])),
    )
    let by: ComparisonClass | undefined
    let state: AgreementState = members.length > 1 ? 'agree' : 'single'
    for (const { one, other, comparison } of found) {
      // What its own publisher has corrected since clashes with nobody any more.
      if (comparison.class !== 'restated' && (outdated.has(one.id) || outdated.has(other.id))) continue
      const pairState = stateOf(comparison.class)
      if (pairState === undefined) continue
      for (const { id } of [one, other]) compared.set(id, worse(compared.get(id) ?? 'single', pairState))
      if (pairState === 'agree') by = weaker(by, comparison.class)
      else pairs.push({ one: one.id, other: other.id, ...comparison })
      state = worse(state, pairState)
    }
    for (const id of outdated) compared.set(id, 'restated')
    const agreed = agreedValue(
      members.filter(({ id }) => !outdated.has(id)),
      state,
    )
    return {
      state,
      figures: members.map(({ id }) => id),
      ...(time ? { time } : {}),
      ...(agreed ? { agreed } : {}),
      ...(by ? { by } : {}),
    }
  })
  const state = groups.reduce<AgreementState>((worst, group) => worse(worst, group.state), 'none')
  pairs.sort((one, other) => rank(stateOf(other.class)) - rank(stateOf(one.class)))
  // Several times with one figure each are no agreement.
  return { state, groups, pairs, states: [...compared] }
}

function worse(one: AgreementState, other: AgreementState): AgreementState {
  return rank(one) >= rank(other) ? one : other
}

function rank(state: AgreementState | undefined): number {
  return state === undefined ? -1 : agreementStates.indexOf(state)
}

function stateOf(comparison: ComparisonClass): AgreementState | undefined {
  if (agrees(comparison)) return 'agree'
  return comparison === 'other-period' ? undefined : (comparison as AgreementState)
}

const strengths: readonly ComparisonClass[] = ['equal', 'within-written', 'within-bound', 'exchange-rate']
function weaker(one: ComparisonClass | undefined, other: ComparisonClass): ComparisonClass {
  return one !== undefined && strengths.indexOf(one) > strengths.indexOf(other) ? one : other
}

type Group = { time: FigureTime | undefined; members: ComparedFigure[] }

/** An undated figure belongs to the time with whose figures it agrees, or else to the one nearest to the date of its source. */
function groupByTime(figures: readonly ComparedFigure[], rates: readonly RateUsed[]): Group[] {
  const groups: Group[] = []
  const ordered = figures.toSorted((one, other) =>
    one.published < other.published ? -1 : one.published > other.published ? 1 : one.id < other.id ? -1 : 1,
  )
  // Longer spans first, so that the days of a month find it.
  const dated = ordered.filter(({ asOf }) => asOf !== undefined)
  for (const [, members] of [...Map.groupBy(dated, ({ asOf }) => timeKey(asOf))].sort(([, one], [, other]) => lengthOf(other) - lengthOf(one))) {
    const time = members[0]?.asOf
    const group = groups.find((known) => compareTimes(known.time, time) === 'same')
    if (group) group.members.push(...members)
    else groups.push({ time, members })
  }
  groups.sort((one, other) => (timeKey(one.time) < timeKey(other.time) ? -1 : 1))
  const undated = ordered.filter(({ asOf }) => asOf === undefined)
  if (groups.length === 0) return undated.length === 0 ? [] : [{ time: undefined, members: undated }]
  for (const figure of undated) {
    const home = groups.find(({ members }) => members.some((member) => agrees(compareFigures(figure, member, rates).class)))
    ;(home ?? nearestTo(groups, figure.published)).members.push(figure)
  }
  const places = new Map(ordered.map((figure, position) => [figure, position]))
  for (const { members } of groups) members.sort((one, other) => (places.get(one) as number) - (places.get(other) as number))
  return groups
}

function lengthOf(members: readonly ComparedFigure[]): number {
  const time = members[0]?.asOf
  return time && 'from' in time ? Date.parse(time.to) - Date.parse(time.from) : 0
}

/** The last time that had come when the source was published; the first one where none had. */
function nearestTo(groups: readonly Group[], published: string): Group {
  const past = groups.filter(({ time }) => published === '' || timeKey(time).slice(0, published.length) <= published)
  return (past.at(-1) ?? groups[0]) as Group
}

type ComparedPair = { one: ComparedFigure; other: ComparedFigure; comparison: Comparison }

function pairsOf(members: readonly ComparedFigure[], rates: readonly RateUsed[]): ComparedPair[] {
  if (members.length > maxPairwise) {
    const exact = mostExact(members) ?? (members[0] as ComparedFigure)
    return members.flatMap((other) => (other === exact ? [] : [{ one: exact, other, comparison: compareFigures(exact, other, rates) }]))
  }
  return members.flatMap((one, position) =>
    members.slice(position + 1).map((other) => ({ one, other, comparison: compareFigures(one, other, rates) })),
  )
}

/** The most exact of those that agree, within what all of them allow; the newest word where they do not. */
function agreedValue(members: readonly ComparedFigure[], state: AgreementState): AgreedValue | undefined {
  const isClash = rank(state) > rank('agree')
  const figure = isClash ? members.findLast(({ amount }) => meaningOf(amount) !== undefined) : mostExact(members)
  const meaning = figure && meaningOf(figure.amount)
  if (!meaning) return undefined
  let { low, high } = meaning
  for (const { amount } of isClash ? [] : members) {
    const other = amount.currency === figure.amount.currency && amount.kind === figure.amount.kind ? meaningOf(amount) : undefined
    if (!other || compare(most(low, other.low), least(high, other.high)) > 0) continue
    low = most(low, other.low)
    high = least(high, other.high)
  }
  return {
    figure: figure.id,
    value: decimalText(meaning.nominal),
    low: decimalText(low),
    high: decimalText(high),
    shape: meaning.shape,
    currency: figure.amount.currency ?? undefined,
  }
}

/** The one whose digits leave least open; an actual before an estimate, a point before a bound. */
function mostExact(members: readonly ComparedFigure[]): ComparedFigure | undefined {
  let best: { figure: ComparedFigure; isActual: boolean; isPoint: boolean; width: Decimal } | undefined
  for (const figure of members) {
    const meaning = meaningOf(figure.amount)
    if (!meaning) continue
    const width = meaning.nominal.mantissa === 0n ? meaning.nominal : divide(subtract(meaning.high, meaning.low), meaning.nominal)
    const candidate = { figure, isActual: figure.basis === 'actual', isPoint: meaning.shape === 'point', width: absolute(width as Decimal) }
    if (!best || isMoreExact(candidate, best)) best = candidate
  }
  return best?.figure
}

function isMoreExact(
  one: { isActual: boolean; isPoint: boolean; width: Decimal },
  other: { isActual: boolean; isPoint: boolean; width: Decimal },
): boolean {
  if (one.isActual !== other.isActual) return one.isActual
  if (one.isPoint !== other.isPoint) return one.isPoint
  return compare(one.width, other.width) < 0
}

// How a figure or a metric stands to the others: a shape and a word, in a colour that says the same.

import type { MetricState } from '../../core/ledger/metric-standing.ts'
import type { FigureState } from '../../core/queries/ledger-queries.ts'
import { strings } from '../strings/strings.ts'
import { Chip } from './chip.tsx'

type State = MetricState | FigureState
type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad'

export const stateShapes: Readonly<Record<State, { shape: string; tone: Tone }>> = {
  none: { shape: '–', tone: 'plain' },
  single: { shape: '○', tone: 'plain' },
  agree: { shape: '●', tone: 'good' },
  restated: { shape: '↻', tone: 'accent' },
  'not-comparable': { shape: '◇', tone: 'warn' },
  contested: { shape: '▲', tone: 'bad' },
  'scale-slip': { shape: '⇕', tone: 'bad' },
  derived: { shape: 'ƒ', tone: 'accent' },
  'derived-stale': { shape: 'ƒ!', tone: 'bad' },
  doubtful: { shape: '?', tone: 'warn' },
  'rule-broken': { shape: '✕', tone: 'bad' },
  unassigned: { shape: '·', tone: 'plain' },
  outdated: { shape: '✎', tone: 'warn' },
}

export function FigureStateChip({ state, factor }: { state: State; factor?: number | undefined }) {
  const { shape, tone } = stateShapes[state]
  return (
    <Chip tone={tone}>
      <span aria-hidden="true">{shape}</span> {strings.figures.states[state]}
      {factor !== undefined && ` ${strings.ledger.factor(factor)}`}
    </Chip>
  )
}

// What narrows the figures: words, how they stand, and whether they are listed by metric, source or entity.

import { SegmentedControl } from '@mantine/core'
import { useRef } from 'react'
import type { LedgerOverview } from '../../../core/ledger/ledger-answers.ts'
import type { MetricState } from '../../../core/ledger/metric-standing.ts'
import { useAction } from '../../keys/actions.ts'
import { strings } from '../../strings/strings.ts'
import { stateShapes } from '../../ui/figure-state.tsx'
import { FilterChip } from '../../ui/filter-chip.tsx'
import { ActionKey } from '../../ui/key-hint.tsx'
import classes from './figures-view.module.css'

const words = strings.figures

const groups = ['metric', 'source', 'entity'] as const
export type FigureFilter = { words: string; group: (typeof groups)[number]; state: MetricState | 'unassigned' | undefined }
export const noFilter: FigureFilter = { words: '', group: 'metric', state: undefined }

type FigureFiltersProps = { filter: FigureFilter; overview: LedgerOverview | undefined; onChange: (filter: FigureFilter) => void }

export function FigureFilters({ filter, overview, onChange }: FigureFiltersProps) {
  const field = useRef<HTMLInputElement>(null)
  useAction({ id: 'figures.filter', run: () => field.current?.select() })
  const states: [FigureFilter['state'], number][] = [
    ...(overview?.states ?? []).map(([state, ids]): [MetricState, number] => [state, ids.length]),
    ...(overview && overview.unassigned > 0 ? [['unassigned', overview.unassigned] as [FigureFilter['state'], number]] : []),
  ]
  return (
    <search className={classes.filters}>
      <div className={classes.filterRow}>
        <label className={classes.filterField}>
          <span className="visually-hidden">{words.filter}</span>
          <input
            ref={field}
            type="text"
            value={filter.words}
            maxLength={500}
            placeholder={words.filterPlaceholder}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange({ ...filter, words: event.target.value })}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'Escape' && filter.words !== '') {
                event.preventDefault()
                onChange({ ...filter, words: '' })
              } else if (event.key === 'ArrowDown') {
                event.preventDefault()
                event.currentTarget.closest('section')?.querySelector<HTMLElement>('[role=listbox]')?.focus()
              }
            }}
          />
          <ActionKey action="figures.filter" />
        </label>
        <SegmentedControl
          size="xs"
          aria-label={words.groupBy}
          value={filter.group}
          onChange={(group) => onChange({ ...filter, group: group as FigureFilter['group'] })}
          data={groups.map((value) => ({ value, label: words.groups[value] }))}
        />
      </div>
      {states.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and cannot be a row
        <div role="group" className={classes.states} aria-label={words.standing}>
          <FilterChip isChosen={filter.state === undefined} onChoose={() => onChange({ ...filter, state: undefined })}>
            {words.all}
          </FilterChip>
          {states.map(([state, count]) => {
            if (state === undefined) return null
            const { shape, tone } = stateShapes[state]
            const isChosen = filter.state === state
            return (
              <FilterChip
                key={state}
                tone={tone}
                count={count}
                isChosen={isChosen}
                onChoose={() => onChange({ ...filter, state: isChosen ? undefined : state })}
              >
                <span aria-hidden="true">{shape}</span> {words.states[state]}
              </FilterChip>
            )
          })}
        </div>
      )}
    </search>
  )
}

// What narrows the list of insights, and its order.

import { IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import type { Insight } from '../../../core/records/insight.ts'
import { insightKinds, insightStatuses } from '../../../core/records/insight-kinds.ts'
import { useAction } from '../../keys/actions.ts'
import { strings } from '../../strings/strings.ts'
import { ActionKey } from '../../ui/key-hint.tsx'
import { ChipSelect } from './chip-select.tsx'
import { firstOrder } from './first-insights.ts'
import classes from './insight-list.module.css'

export type InsightFilter = {
  words: string
  kind: Insight['kind'] | undefined
  status: Insight['status'] | undefined
  order: keyof typeof strings.insights.orders
}

export const noFilter: InsightFilter = { words: '', kind: undefined, status: undefined, order: firstOrder }

export function isFiltering({ words, kind, status }: InsightFilter): boolean {
  return words.trim() !== '' || kind !== undefined || status !== undefined
}

type InsightFiltersProps = {
  filter: InsightFilter
  onChange: (change: Partial<InsightFilter>) => void
  topic: string | undefined
  onClearTopic: () => void
}

export function InsightFilters({ filter, onChange, topic, onClearTopic }: InsightFiltersProps) {
  const field = useRef<HTMLInputElement>(null)
  useAction({ id: 'insights.filter', run: () => field.current?.select() })
  return (
    <search className={classes.filters}>
      <label className={classes.filterField}>
        <span className="visually-hidden">{strings.insights.filter}</span>
        <input
          ref={field}
          type="text"
          value={filter.words}
          maxLength={500}
          placeholder={strings.insights.filterPlaceholder}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ words: event.target.value })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Escape' && filter.words !== '') {
              event.preventDefault()
              onChange({ words: '' })
            } else if (event.key === 'ArrowDown') {
              event.preventDefault()
              event.currentTarget.closest('section')?.querySelector<HTMLElement>('[role=listbox]')?.focus()
            }
          }}
        />
        <ActionKey action="insights.filter" />
      </label>
      <div className={classes.filterChips}>
        {topic !== undefined && (
          <button type="button" className={classes.topicFilter} aria-label={strings.insights.clearTopic(topic)} onClick={onClearTopic}>
            {strings.insights.topic(topic)} <IconX size={12} aria-hidden />
          </button>
        )}
        <ChipSelect
          label={strings.insights.kind}
          value={filter.kind ?? ''}
          options={[['', strings.insights.anyKind], ...insightKinds.map((kind) => [kind, strings.insights.kinds[kind]] as const)]}
          onChange={(kind) => onChange({ kind: kind === '' ? undefined : kind })}
        />
        <ChipSelect
          label={strings.insights.status}
          value={filter.status ?? ''}
          options={[['', strings.insights.anyStatus], ...insightStatuses.map((status) => [status, strings.insights.statuses[status]] as const)]}
          onChange={(status) => onChange({ status: status === '' ? undefined : status })}
        />
        <ChipSelect
          label={strings.insights.order}
          value={filter.order}
          options={(['updated', 'created', 'title'] as const).map((order) => [order, strings.insights.orders[order]])}
          onChange={(order) => onChange({ order })}
        />
      </div>
    </search>
  )
}

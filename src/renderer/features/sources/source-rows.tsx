// The rows of the source list. They hold their own page, so that scrolling renders nothing but rows.

import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { SourceRow as Row, sourceOrders } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { EmptySources } from './empty-sources.tsx'
import { SourceRow } from './source-row.tsx'

type SourceRowsProps = {
  filter: string
  order: (typeof sourceOrders)[number]
  selected: RecordId<'source'> | undefined
  onOpen: (id: RecordId<'source'>) => void
  onAdd: () => void
  onPick: () => void
  onClearFilter: () => void
}

const renderRow = (source: Row) => <SourceRow source={source} />

/** Give it a key of filter and order: another list begins at its top. */
export function SourceRows({ filter, order, selected, onOpen, onAdd, onPick, onClearFilter }: SourceRowsProps) {
  const [page, setPage] = useState({ start: 0, count: 200 })
  const { total, start, rows, isLoading } = useWatch('sources', { filter, order }, page.start, page.count)
  const setRange = useCallback((from: number, count: number) => setPage({ start: from, count }), [])
  if (total > 0) {
    return (
      <VirtualList
        label={strings.sources.sources}
        total={total}
        start={start}
        rows={rows}
        estimateHeight={80}
        onRange={setRange}
        selectedId={selected}
        onSelect={(row) => onOpen(row.id)}
        renderRow={renderRow}
      />
    )
  }
  if (isLoading) return null
  if (filter !== '') {
    return (
      <EmptyState
        title={strings.sources.noMatch}
        action={
          <Button size="compact-md" variant="light" onClick={onClearFilter}>
            {strings.sources.showAll}
          </Button>
        }
      >
        {strings.sources.noMatchHint}
      </EmptyState>
    )
  }
  return <EmptySources onAdd={onAdd} onPick={onPick} />
}

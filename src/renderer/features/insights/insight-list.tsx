// The list of insights: filtered, ordered, and as long as the notebook is.

import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pane } from '../../ui/pane.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { type InsightFilter, InsightFilters, isFiltering, noFilter } from './insight-filters.tsx'
import classes from './insight-list.module.css'
import { InsightRowView } from './insight-row.tsx'
import { LeftDraftsNotice } from './left-drafts-notice.tsx'
import { removeInsight } from './remove-insight.ts'

type InsightListProps = {
  topic: string | undefined
  selected: RecordId<'insight'> | undefined
  onOpen: (id: RecordId<'insight'>) => void
  onClearTopic: () => void
}

const firstPage = { start: 0, count: 200 }
const rowHeight = 74

export function InsightList({ topic, selected, onOpen, onClearTopic }: InsightListProps) {
  const send = useSend()
  const [filter, setFilter] = useState<InsightFilter>(noFilter)
  const [page, setPage] = useState(firstPage)
  const { words, kind, status, order } = filter
  const params = {
    filter: words,
    order,
    ...(topic === undefined ? {} : { topic }),
    ...(kind === undefined ? {} : { kind }),
    ...(status === undefined ? {} : { status }),
  }
  const { rows, total, start, isLoading } = useWatch('insights', params, page.start, page.count)
  const showPage = useCallback((from: number, count: number) => setPage({ start: from, count }), [])
  const change = (changed: Partial<InsightFilter>) => {
    setFilter({ ...filter, ...changed })
    setPage(firstPage)
  }
  const isNarrowed = isFiltering(filter) || topic !== undefined

  return (
    <Pane label={strings.app.insights} head={isLoading ? null : <span>{strings.insights.shownCount(total)}</span>} scrolls={false}>
      <InsightFilters filter={filter} onChange={change} topic={topic} onClearTopic={onClearTopic} />
      <LeftDraftsNotice selected={selected} onOpen={onOpen} />
      <div className={classes.rows}>
        <VirtualList
          label={strings.app.insights}
          total={total}
          start={start}
          rows={rows}
          estimateHeight={rowHeight}
          onRange={showPage}
          selectedId={selected}
          onSelect={({ id }) => onOpen(id)}
          onKey={(event, row) => {
            if (event.key !== 'Delete' || event.ctrlKey || event.metaKey || event.altKey) return
            event.preventDefault()
            void removeInsight(send, row)
          }}
          renderRow={(row) => <InsightRowView row={row} />}
        />
        {!isLoading && total === 0 && (
          <EmptyState
            title={isNarrowed ? strings.insights.noMatches : strings.insights.noInsights}
            steps={isNarrowed ? [] : ['insight.new', 'source.new']}
            action={
              isNarrowed && (
                <Button
                  size="compact-md"
                  variant="light"
                  onClick={() => {
                    change(noFilter)
                    onClearTopic()
                  }}
                >
                  {strings.insights.clearFilters}
                </Button>
              )
            }
          >
            <p>{isNarrowed ? strings.insights.noMatchesText : strings.insights.noInsightsText}</p>
          </EmptyState>
        )}
      </div>
    </Pane>
  )
}

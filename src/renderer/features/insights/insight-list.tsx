// The list of insights: filtered, ordered, and as long as the notebook is; one lies open, several can be selected.

import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { InsightRow } from '../../../core/queries/insight-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { insightDraft } from '../../notebook/draft-kinds.ts'
import { shelfOf } from '../../notebook/draft-shelf.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pane } from '../../ui/pane.tsx'
import { RowMenu } from '../../ui/row-menu.tsx'
import { SelectionBar } from '../../ui/selection-bar.tsx'
import { useRowMenu } from '../../ui/use-row-menu.ts'
import { useRowSelection } from '../../ui/use-row-selection.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { prepareDrag, startInsightDrag } from './drag-insights.ts'
import { firstPage } from './first-insights.ts'
import { type InsightFilter, InsightFilters, isFiltering, noFilter } from './insight-filters.tsx'
import classes from './insight-list.module.css'
import { InsightRowView } from './insight-row.tsx'
import { LeftDraftsNotice } from './left-drafts-notice.tsx'
import { removeInsight } from './remove-insight.ts'
import { openActions, useInsightActions } from './use-insight-actions.tsx'
import { useInsightKeys } from './use-insight-keys.ts'

type InsightListProps = {
  topic: string | undefined
  selected: RecordId<'insight'> | undefined
  onOpen: (id: RecordId<'insight'>) => void
  /** In the other pane, whatever lies open there. */
  onOpenBeside: (id: RecordId<'insight'>) => void
  onClearTopic: () => void
}

const rowHeight = 74
const renderRow = (row: InsightRow) => <InsightRowView row={row} />
const dropOf = ({ id, title }: InsightRow) => ({ name: id, title })

export function InsightList({ topic, selected, onOpen, onOpenBeside, onClearTopic }: InsightListProps) {
  const client = useClient()
  const send = useSend()
  const isPast = useIsPast()
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
  const selecting = useRowSelection({ query: 'insights', params }, rows, total)
  const actions = useInsightActions()
  const menu = useRowMenu<InsightRow>(selecting.ids)
  const chosen = selecting.ids.size > 0 ? ([...selecting.ids] as RecordId<'insight'>[]) : selected ? [selected] : []
  useInsightKeys({ ids: chosen, total, actions, selecting, openMenu: () => menu.openForSelection(rows, chosen) })
  const change = (changed: Partial<InsightFilter>) => {
    setFilter({ ...filter, ...changed })
    setPage(firstPage)
  }
  const isNarrowed = isFiltering(filter) || topic !== undefined
  const showAll = () => {
    change(noFilter)
    onClearTopic()
  }
  const shown = menu.shown

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
          selecting={selecting}
          onSelect={({ id }) => onOpen(id)}
          onMenu={menu.open}
          onRowHold={(row) => {
            if (!isPast) shelfOf(client).warm(insightDraft, row.id)
            prepareDrag(client, menu.targetsOf(row) as RecordId<'insight'>[])
          }}
          onRowDragStart={(row, event) => startInsightDrag(event, menu.targetsOf(row) as RecordId<'insight'>[], rows)}
          dropOf={dropOf}
          onKey={(event, row) => {
            if (isPast || event.key !== 'Delete' || event.ctrlKey || event.metaKey || event.altKey) return
            event.preventDefault()
            if (selecting.ids.size > 0) actions.remove(chosen)
            else void removeInsight(send, row)
          }}
          renderRow={renderRow}
        />
        {!isLoading && total === 0 && (
          <EmptyState
            title={isNarrowed ? strings.insights.noMatches : strings.insights.noInsights}
            steps={isNarrowed ? [] : ['insight.new', 'source.new']}
            action={
              isNarrowed && (
                <Button size="compact-md" variant="light" onClick={showAll}>
                  {strings.insights.clearFilters}
                </Button>
              )
            }
          >
            <p>{isNarrowed ? strings.insights.noMatchesText : strings.insights.noInsightsText}</p>
          </EmptyState>
        )}
      </div>
      <SelectionBar count={selecting.ids.size} actions={actions.actionsFor(chosen)} onClear={selecting.clear} />
      {shown && (
        <RowMenu
          point={shown.point}
          label={strings.lists.menuOf(shown.ids.length, shown.row.title || strings.insights.untitled)}
          actions={[
            ...openActions(
              () => onOpen(shown.row.id),
              () => onOpenBeside(shown.row.id),
            ),
            ...actions.actionsFor(shown.ids as RecordId<'insight'>[]),
          ]}
          onClose={menu.close}
        />
      )}
      {actions.dialog}
    </Pane>
  )
}

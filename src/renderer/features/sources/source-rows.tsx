// The rows of the source list. They hold their own page, so that scrolling renders nothing but rows; several can be selected.

import { Button } from '@mantine/core'
import { type DragEvent, useCallback, useState } from 'react'
import type { SourceRow as Row, sourceOrders } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { isTextField, useAction } from '../../keys/actions.ts'
import { referenceTo } from '../../notebook/export-insights.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { startRecordDrag } from '../../ui/drag-data.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RowMenu } from '../../ui/row-menu.tsx'
import { SelectionBar } from '../../ui/selection-bar.tsx'
import { useRowMenu } from '../../ui/use-row-menu.ts'
import { useRowSelection } from '../../ui/use-row-selection.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { EmptySources } from './empty-sources.tsx'
import classes from './source-list.module.css'
import { SourceRow } from './source-row.tsx'
import { useSourceActions } from './use-source-actions.tsx'

type SourceRowsProps = {
  filter: string
  order: (typeof sourceOrders)[number]
  selected: RecordId<'source'> | undefined
  onOpen: (id: RecordId<'source'>) => void
  /** In the other pane, whatever lies open there. */
  onOpenBeside: (id: RecordId<'source'>) => void
  onAdd: () => void
  onPick: () => void
  onClearFilter: () => void
}

const renderRow = (source: Row) => <SourceRow source={source} />

/** Give it a key of filter and order: another list begins at its top. */
export function SourceRows({ filter, order, selected, onOpen, onOpenBeside, onAdd, onPick, onClearFilter }: SourceRowsProps) {
  const [page, setPage] = useState({ start: 0, count: 200 })
  const params = { filter, order }
  const { total, start, rows, isLoading } = useWatch('sources', params, page.start, page.count)
  const setRange = useCallback((from: number, count: number) => setPage({ start: from, count }), [])
  const selecting = useRowSelection({ query: 'sources', params }, rows, total)
  const actions = useSourceActions([...new Set(rows.map(({ publisher }) => publisher).filter((publisher) => publisher !== ''))])
  const menu = useRowMenu<Row>(selecting.ids)
  const chosen = selecting.ids.size > 0 ? ([...selecting.ids] as RecordId<'source'>[]) : selected ? [selected] : []
  const isChosen = () => chosen.length > 0 && !isTextField(document.activeElement)
  useAction({ id: 'selection.all', run: selecting.selectAll, isEnabled: () => total > 0 && !isTextField(document.activeElement) })
  useAction({ id: 'selection.menu', run: () => menu.openForSelection(rows, chosen), isEnabled: isChosen })
  useAction({ id: 'selection.copy-citations', run: () => actions.copyCitations(chosen), isEnabled: () => chosen.length > 0 })
  const startDrag = (row: Row, event: DragEvent) => {
    const ids = new Set<string>(menu.targetsOf(row))
    const records = rows.filter(({ id }) => ids.has(id)).map(({ id, title, citekey }) => ({ id, title, citekey }))
    startRecordDrag(event.dataTransfer, { kind: 'source', records }, { text: records.map(referenceTo).join('\n') })
  }

  if (total === 0) {
    if (isLoading) return null
    if (filter !== '')
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
    return <EmptySources onAdd={onAdd} onPick={onPick} />
  }
  const { shown } = menu
  return (
    <>
      <div className={classes.rows}>
        <VirtualList
          label={strings.sources.sources}
          total={total}
          start={start}
          rows={rows}
          estimateHeight={80}
          onRange={setRange}
          selectedId={selected}
          selecting={selecting}
          onSelect={(row) => onOpen(row.id)}
          onMenu={menu.open}
          onRowDragStart={startDrag}
          onKey={(event, row) => {
            if (event.key !== 'Delete' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
            event.preventDefault()
            actions.remove(menu.targetsOf(row) as RecordId<'source'>[])
          }}
          renderRow={renderRow}
        />
      </div>
      <SelectionBar count={selecting.ids.size} actions={actions.actionsFor(chosen)} onClear={selecting.clear} />
      {shown && (
        <RowMenu
          point={shown.point}
          label={strings.lists.menuOf(shown.ids.length, shown.row.title || strings.sources.untitled)}
          actions={actions.actionsFor(shown.ids as RecordId<'source'>[], {
            here: () => onOpen(shown.row.id),
            beside: () => onOpenBeside(shown.row.id),
          })}
          onClose={menu.close}
        />
      )}
      {actions.dialog}
    </>
  )
}

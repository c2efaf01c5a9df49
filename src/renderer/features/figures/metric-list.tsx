// The metrics, each with its figures and how they agree: as long as the ledger is; several can be selected and made one.

import { IconArrowMerge, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useCallback, useState } from 'react'
import type { MetricRow } from '../../../core/queries/metric-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useSendMany } from '../../notebook/use-send-many.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import type { RowAction } from '../../ui/row-actions.ts'
import { RowMenu } from '../../ui/row-menu.tsx'
import { SelectionBar } from '../../ui/selection-bar.tsx'
import { useRowMenu } from '../../ui/use-row-menu.ts'
import { useRowSelection } from '../../ui/use-row-selection.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import type { FigureFilter } from './figure-filters.tsx'
import classes from './figures-view.module.css'
import { MergeDialog } from './merge-dialog.tsx'
import { MetricRowView } from './metric-row.tsx'
import { type HeadedRow, useHeadedRows } from './use-headed-rows.ts'
import type { LedgerFilter } from './use-ledger-filter.ts'

const words = strings.figures
/** Of two lines of figures in a narrow list; real heights are measured. */
const rowHeight = 96
const mostEntities = 500

type MetricListProps = {
  filter: FigureFilter
  fit: LedgerFilter
  among: RecordId<'metric'>[] | undefined
  selected: RecordId<'metric'> | undefined
  noMatches: ReactNode
  onOpen: (id: RecordId<'metric'>) => void
}

export function MetricList({ filter, fit, among, selected, noMatches, onOpen }: MetricListProps) {
  const sendMany = useSendMany()
  const [page, setPage] = useState({ start: 0, count: 60 })
  const [merged, setMerged] = useState<readonly RecordId<'metric'>[]>()
  const order = filter.group === 'entity' ? ('entity' as const) : ('name' as const)
  // By their names, which only the entities have; a metric that comes between is put in its place by the notebook.
  const entities = useWatch('entities', order === 'entity' ? {} : undefined, 0, mostEntities)
  const inOrder = entities.rows.map(({ id }) => id)
  const params = { ...fit, order, ...(among ? { among } : {}), ...(order === 'entity' ? { entities: inOrder } : {}) }
  const { rows, total, start, isLoading } = useWatch('metrics', params, page.start, page.count)
  const showPage = useCallback((from: number, count: number) => setPage({ start: from, count }), [])
  const selecting = useRowSelection({ query: 'metrics', params }, rows, total)
  const menu = useRowMenu<MetricRow>(selecting.ids)
  const chosen = [...selecting.ids] as RecordId<'metric'>[]
  const remove = (ids: readonly RecordId<'metric'>[]) =>
    void sendMany('trash.remove', { ids: [...ids] }, { label: strings.lists.removing(ids.length), undoMessage: strings.lists.removed(ids.length) })
  const actionsFor = (ids: readonly RecordId<'metric'>[]): RowAction[] => [
    ...(ids.length > 1 ? [{ kind: 'run', label: words.merge, Icon: IconArrowMerge, run: () => setMerged(ids) } as const] : []),
    { kind: 'run', label: words.removeMetric, Icon: IconTrash, run: () => remove(ids) },
  ]
  useAction({ id: 'figures.merge', run: () => setMerged(chosen), isEnabled: () => chosen.length > 1 })
  const headed = useHeadedRows(rows, entityOf)
  return (
    <>
      <div className={classes.columns} aria-hidden="true">
        <span>{words.columns.metric}</span>
        <span className={classes.line}>
          <span className={classes.written}>{words.columns.written}</span>
          <span className={classes.value}>{words.columns.value}</span>
          <span className={classes.asOf}>{words.columns.asOf}</span>
          <span className={classes.source}>{words.columns.source}</span>
        </span>
        <span className={classes.agreement}>{words.columns.agreement}</span>
      </div>
      <VirtualList
        key={order}
        label={words.list}
        total={total}
        start={start}
        rows={headed}
        estimateHeight={rowHeight}
        onRange={showPage}
        selectedId={selected}
        selecting={selecting}
        onSelect={({ id }) => onOpen(id)}
        onMenu={({ row }, point) => menu.open(row, point)}
        onKey={(event, row) => {
          if (event.key !== 'Delete' || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          remove(chosen.length > 0 ? chosen : [row.id])
        }}
        renderRow={order === 'entity' ? renderUnderEntity : renderMetric}
      />
      {!isLoading && total === 0 && noMatches}
      <SelectionBar count={chosen.length} actions={actionsFor(chosen)} onClear={selecting.clear} />
      {menu.shown && (
        <RowMenu
          point={menu.shown.point}
          label={strings.lists.menuOf(menu.shown.ids.length, menu.shown.row.name)}
          actions={actionsFor(menu.shown.ids as RecordId<'metric'>[])}
          onClose={menu.close}
        />
      )}
      {merged && (
        <MergeDialog
          ids={merged}
          onClose={() => setMerged(undefined)}
          onMerged={(into) => {
            setMerged(undefined)
            selecting.clear()
            onOpen(into)
          }}
        />
      )}
    </>
  )
}

const entityOf = ({ entity }: MetricRow) => entity
const renderMetric = ({ row }: HeadedRow<MetricRow>) => <MetricRowView row={row} />
const renderUnderEntity = ({ row, isFirst }: HeadedRow<MetricRow>) => (
  <MetricRowView row={row} isUnderEntity heading={isFirst ? row.entityName || words.noEntity : undefined} />
)

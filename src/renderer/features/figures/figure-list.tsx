// Figures one by one under their sources, also those that have no metric yet: several can be given one in a step.

import { IconTag, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useCallback, useState } from 'react'
import { amountWords } from '../../../core/ledger/amount-words.ts'
import type { FigureRow } from '../../../core/queries/ledger-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useSendMany } from '../../notebook/use-send-many.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { FigureStateChip } from '../../ui/figure-state.tsx'
import { languageOfWords } from '../../ui/guess-language.ts'
import type { RowAction } from '../../ui/row-actions.ts'
import { RowMenu } from '../../ui/row-menu.tsx'
import { SelectionBar } from '../../ui/selection-bar.tsx'
import { shownTime } from '../../ui/shown-time.ts'
import { useRowMenu } from '../../ui/use-row-menu.ts'
import { useRowSelection } from '../../ui/use-row-selection.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { aroundFigure } from './around-figure.ts'
import { AssignDialog } from './assign-dialog.tsx'
import type { FigureFilter } from './figure-filters.tsx'
import classes from './figures-view.module.css'
import type { FiguresPlaces } from './figures-view.tsx'
import { placeOf } from './place-of.ts'
import { type HeadedRow, useHeadedRows } from './use-headed-rows.ts'
import type { LedgerFilter } from './use-ledger-filter.ts'

const words = strings.figures
const rowHeight = 53

type FigureListProps = { filter: FigureFilter; fit: LedgerFilter; among: RecordId<'metric'>[] | undefined; noMatches: ReactNode } & FiguresPlaces

export function FigureList({ filter, fit, among, noMatches, onOpenMetric, onOpenPassages }: FigureListProps) {
  const sendMany = useSendMany()
  const [page, setPage] = useState({ start: 0, count: 100 })
  const [assigned, setAssigned] = useState<readonly RecordId<'figure'>[]>()
  const params = {
    ...fit,
    order: 'source' as const,
    ...(among ? { metrics: among } : {}),
    ...(filter.state === 'unassigned' ? { isUnassigned: true } : {}),
  }
  const { rows, total, start, isLoading } = useWatch('figures', params, page.start, page.count)
  const showPage = useCallback((from: number, count: number) => setPage({ start: from, count }), [])
  const selecting = useRowSelection({ query: 'figures', params }, rows, total)
  const menu = useRowMenu<FigureRow>(selecting.ids)
  const chosen = [...selecting.ids] as RecordId<'figure'>[]
  const remove = (ids: readonly RecordId<'figure'>[]) =>
    void sendMany('trash.remove', { ids: [...ids] }, { label: strings.lists.removing(ids.length), undoMessage: strings.lists.removed(ids.length) })
  const actionsFor = (ids: readonly RecordId<'figure'>[]): RowAction[] => [
    { kind: 'run', label: words.assign, Icon: IconTag, action: 'figures.assign', run: () => setAssigned(ids) },
    { kind: 'run', label: strings.lists.toTrash, Icon: IconTrash, keys: 'Delete', run: () => remove(ids) },
  ]
  useAction({ id: 'figures.assign', run: () => setAssigned(chosen), isEnabled: () => chosen.length > 0 })
  const headed = useHeadedRows(rows, sourceOf)
  return (
    <>
      <VirtualList
        label={words.figureList}
        total={total}
        start={start}
        rows={headed}
        estimateHeight={rowHeight}
        onRange={showPage}
        selecting={selecting}
        onSelect={({ row }) => (row.metric ? onOpenMetric(row.metric) : onOpenPassages([placeOf(row)]))}
        onMenu={({ row }, point) => menu.open(row, point)}
        onKey={(event, row) => {
          if (event.key !== 'Delete' || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          remove(chosen.length > 0 ? chosen : [row.id])
        }}
        renderRow={renderFigure}
      />
      {!isLoading && total === 0 && noMatches}
      <SelectionBar count={chosen.length} actions={actionsFor(chosen)} onClear={selecting.clear} />
      {menu.shown && (
        <RowMenu
          point={menu.shown.point}
          label={strings.lists.menuOf(menu.shown.ids.length, menu.shown.row.written)}
          actions={actionsFor(menu.shown.ids as RecordId<'figure'>[])}
          onClose={menu.close}
        />
      )}
      {assigned && (
        <AssignDialog
          ids={assigned}
          onClose={() => setAssigned(undefined)}
          onAssigned={() => {
            setAssigned(undefined)
            selecting.clear()
          }}
        />
      )}
    </>
  )
}

const sourceOf = ({ source }: FigureRow) => source
const renderFigure = ({ row, isFirst }: HeadedRow<FigureRow>) => <FigureRowView row={row} hasHeading={isFirst} />

function FigureRowView({ row, hasHeading }: { row: FigureRow; hasHeading: boolean }) {
  const { written, amount, asOf, basis, metricName, entityName, state, passage, sourceTitle, citekey, isCorrected } = row
  const around = aroundFigure(passage)
  const language = languageOfWords(passage.prefix + written + passage.suffix)
  return (
    <div className={classes.entry}>
      {hasHeading && (
        <div className={classes.heading} lang={languageOfWords(sourceTitle)}>
          {sourceTitle} <span className={classes.of}>{citekey}</span>
        </div>
      )}
      <div className={classes.figure}>
        <span className={classes.around} lang={language}>
          {around.before}
          <mark>{written}</mark>
          {around.after}
        </span>
        <span className={classes.value}>
          {amountWords(amount)}
          {isCorrected && <span className={classes.of}> {words.corrected}</span>}
        </span>
        <span className={classes.name}>
          {metricName} {entityName !== '' && <span className={classes.of}>{entityName}</span>}
        </span>
        <span className={classes.asOf}>
          {shownTime(asOf)}
          {basis !== 'actual' && ` ${words.bases[basis]}`}
        </span>
        <span className={classes.agreement}>
          <FigureStateChip state={state} />
        </span>
      </div>
    </div>
  )
}

// Several reports of the list at once: their bar, their menu, and where insights can be dropped.

import { IconArrowUpRight, IconTrash } from '@tabler/icons-react'
import type { DragEvent, ReactNode } from 'react'
import type { ReportRow } from '../../../core/queries/queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { isTextField, useAction } from '../../keys/actions.ts'
import { useSendMany } from '../../notebook/use-send-many.ts'
import { strings } from '../../strings/strings.ts'
import { startRecordDrag } from '../../ui/drag-data.ts'
import type { RowAction } from '../../ui/row-actions.ts'
import { RowMenu } from '../../ui/row-menu.tsx'
import { SelectionBar } from '../../ui/selection-bar.tsx'
import { useRowMenu } from '../../ui/use-row-menu.ts'
import { useRowSelection } from '../../ui/use-row-selection.ts'
import type { VirtualListProps } from '../../ui/virtual-list.tsx'

type ReportSelection = {
  hasSeveral: boolean
  remove: () => void
  listProps: Pick<VirtualListProps<ReportRow>, 'selecting' | 'onMenu' | 'onRowDragStart' | 'dropOf'>
  /** The bar and the menu, to stand below the list. */
  shown: ReactNode
}

const dropOf = ({ id, title }: ReportRow) => ({ name: id, title: title || strings.reports.untitled })

export function useReportSelection(
  params: { filter: string },
  rows: readonly ReportRow[],
  total: number,
  onOpen: (id: RecordId<'report'>) => void,
): ReportSelection {
  const sendMany = useSendMany()
  const selecting = useRowSelection({ query: 'reports', params }, rows, total)
  const menu = useRowMenu<ReportRow>(selecting.ids)
  const chosen = [...selecting.ids] as RecordId<'report'>[]
  useAction({ id: 'selection.all', run: selecting.selectAll, isEnabled: () => total > 0 && !isTextField(document.activeElement) })
  useAction({ id: 'selection.menu', run: () => menu.openForSelection(rows, chosen), isEnabled: () => chosen.length > 0 })
  const remove = (ids: readonly RecordId[]) =>
    void sendMany(
      'trash.remove',
      { ids: [...ids] as RecordId<'report'>[] },
      { label: strings.lists.removing(ids.length), undoMessage: strings.lists.removed(ids.length) },
    )
  const removal = (ids: readonly RecordId[]): RowAction => ({
    kind: 'run',
    label: strings.lists.toTrash,
    Icon: IconTrash,
    keys: 'Delete',
    run: () => remove(ids),
  })
  const startDrag = (row: ReportRow, event: DragEvent) => {
    const ids = new Set<string>(menu.targetsOf(row))
    const records = rows.filter(({ id }) => ids.has(id)).map(({ id, title }) => ({ id, title }))
    startRecordDrag(event.dataTransfer, { kind: 'report', records }, { text: records.map(({ title }) => title).join('\n') })
  }
  const { shown } = menu
  return {
    hasSeveral: chosen.length > 0,
    remove: () => remove(chosen),
    listProps: { selecting, onMenu: menu.open, onRowDragStart: startDrag, dropOf },
    shown: (
      <>
        <SelectionBar count={chosen.length} actions={[removal(chosen)]} onClear={selecting.clear} />
        {shown && (
          <RowMenu
            point={shown.point}
            label={strings.lists.menuOf(shown.ids.length, shown.row.title || strings.reports.untitled)}
            actions={[
              { kind: 'run', isHarmless: true, label: strings.lists.open, Icon: IconArrowUpRight, keys: 'Enter', run: () => onOpen(shown.row.id) },
              removal(shown.ids),
            ]}
            onClose={menu.close}
          />
        )}
      </>
    ),
  }
}

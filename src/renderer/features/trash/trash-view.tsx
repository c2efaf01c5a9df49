// The trash: what was removed, newest first, to restore or to delete for good.

import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { TrashRow as Row } from '../../../core/queries/queries.ts'
import { isTextField, useAction } from '../../keys/actions.ts'
import { useAriaKeys } from '../../keys/aria-keys.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { moveFocusByKey } from '../../ui/move-focus.ts'
import { Pane } from '../../ui/pane.tsx'
import { DeleteDialog, type Deletion } from './delete-dialog.tsx'
import { selectRows } from './select-rows.ts'
import { TrashRow } from './trash-row.tsx'
import classes from './trash-view.module.css'
import { useKeptFocus } from './use-kept-focus.ts'
import { useTrashActions } from './use-trash-actions.ts'

const pageSize = 100
const nothing: ReadonlySet<string> = new Set()

export function TrashView() {
  const isPast = useIsPast()
  const [start, setStart] = useState(0)
  const { rows, total, isLoading } = useWatch('trash', {}, start, pageSize)
  const [marked, setMarked] = useState(nothing)
  const [deletion, setDeletion] = useState<Deletion>()
  const anchor = useRef<string>(undefined)
  const list = useRef<HTMLUListElement>(null)
  const empty = useRef<HTMLDivElement>(null)
  const { restore, deleteForGood } = useTrashActions()
  // Only what is shown counts as selected: a record that left the trash elsewhere, or stands on another page, is not acted on unseen.
  const selected = useMemo(() => rows.filter((row) => marked.has(row.id)).map((row) => row.id), [rows, marked])
  const shownIds = useMemo(() => rows.map((row) => row.id), [rows])

  useEffect(() => {
    if (!isLoading && start > 0 && start >= total) setStart(Math.max(0, Math.floor((total - 1) / pageSize) * pageSize))
  }, [isLoading, start, total])
  useKeptFocus(list, empty, shownIds)

  const press = useCallback(
    (row: Row, isRange: boolean) => {
      const before = anchor.current
      setMarked((current) => selectRows(shownIds, current, row.id, before, isRange))
      anchor.current = row.id
    },
    [shownIds],
  )
  const restoreOne = useCallback((row: Row) => void restore([row.id]), [restore])
  const selectAll = () => setMarked(selected.length === rows.length ? nothing : new Set(shownIds))
  const askToDelete = () => setDeletion({ kind: 'some', ids: selected })
  const askToEmpty = () => setDeletion({ kind: 'all', count: total })

  const keys = { restore: useAriaKeys('trash.restore'), delete: useAriaKeys('trash.delete'), empty: useAriaKeys('trash.empty') }
  const hasSelection = () => selected.length > 0
  useAction({ id: 'trash.restore', run: () => void restore(selected), isEnabled: hasSelection })
  useAction({ id: 'trash.delete', run: askToDelete, isEnabled: hasSelection })
  useAction({ id: 'trash.empty', run: askToEmpty, isEnabled: () => total > 0 })
  useAction({
    id: 'trash.select-all',
    run: selectAll,
    isEnabled: () => rows.length > 0 && !isTextField(document.activeElement),
  })

  return (
    <Pane
      label={strings.trash.trash}
      head={
        total > 0 && (
          <>
            <Checkbox
              size="xs"
              classNames={{ label: classes.selectLabel ?? '' }}
              label={selected.length > 0 ? strings.trash.selected(selected.length) : strings.trash.total(total)}
              aria-label={strings.trash.selectAll}
              checked={selected.length > 0 && selected.length === rows.length}
              indeterminate={selected.length > 0 && selected.length < rows.length}
              onChange={selectAll}
            />
            <output className="visually-hidden">{selected.length > 0 && strings.trash.selected(selected.length)}</output>
          </>
        )
      }
      tools={
        total > 0 &&
        !isPast && (
          <>
            <Button
              size="compact-sm"
              variant="light"
              disabled={selected.length === 0}
              aria-keyshortcuts={keys.restore}
              onClick={() => void restore(selected)}
            >
              {strings.trash.restore}
            </Button>
            <Button size="compact-sm" variant="default" disabled={selected.length === 0} aria-keyshortcuts={keys.delete} onClick={askToDelete}>
              {strings.trash.deleteForGood}
            </Button>
            <Button size="compact-sm" variant="default" aria-keyshortcuts={keys.empty} onClick={askToEmpty}>
              {strings.trash.empty}
            </Button>
          </>
        )
      }
    >
      {!isLoading && total === 0 && (
        <div ref={empty} className={classes.body} tabIndex={-1}>
          <EmptyState title={strings.trash.none} steps={['view.insights']}>
            <p>{strings.trash.noneHint}</p>
          </EmptyState>
        </div>
      )}
      {rows.length > 0 && (
        <ul ref={list} className={classes.list} aria-label={strings.trash.list} tabIndex={-1} onKeyDown={(event) => moveFocusByKey(event)}>
          {rows.map((row) => (
            <TrashRow key={row.id} row={row} isSelected={marked.has(row.id)} onPress={press} onRestore={restoreOne} />
          ))}
        </ul>
      )}
      {total > pageSize && <Pager start={start} shown={rows.length} total={total} onStart={setStart} />}
      <DeleteDialog
        deletion={deletion}
        onClose={() => setDeletion(undefined)}
        onConfirm={(confirmed) => {
          setDeletion(undefined)
          void deleteForGood(confirmed)
        }}
      />
    </Pane>
  )
}

function Pager({ start, shown, total, onStart }: { start: number; shown: number; total: number; onStart: (start: number) => void }) {
  return (
    <div className={classes.pager}>
      <ActionIcon
        variant="default"
        disabled={start === 0}
        aria-label={strings.trash.previousPage}
        onClick={() => onStart(Math.max(0, start - pageSize))}
      >
        <IconChevronLeft size={15} />
      </ActionIcon>
      <output>{strings.trash.page(start + 1, start + shown, total)}</output>
      <ActionIcon
        variant="default"
        disabled={start + pageSize >= total}
        aria-label={strings.trash.nextPage}
        onClick={() => onStart(start + pageSize)}
      >
        <IconChevronRight size={15} />
      </ActionIcon>
    </div>
  )
}

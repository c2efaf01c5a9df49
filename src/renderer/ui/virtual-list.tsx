// A list of any length of which only the rows in sight are in the page: a listbox that arrows, Home, End, Page keys and Enter work.

import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, type ReactNode, type Ref, useCallback, useEffect, useId, useRef, useState } from 'react'
import { strings } from '../strings/strings.ts'
import classes from './virtual-list.module.css'
import { pageToLoad, rowAfterKey } from './virtual-list-keys.ts'

export type VirtualListProps<Row extends { id: string }> = {
  /** What a screen reader calls the list. */
  label: string
  /** How many rows there are in all; with none, nothing is shown: show an EmptyState in its place. */
  total: number
  /** The position of `rows[0]`. */
  start: number
  rows: readonly Row[]
  /** Pixels; real heights are measured. */
  estimateHeight: number
  /** Other rows came into sight: load this page (at most 500 rows). */
  onRange: (start: number, count: number) => void
  /** What stands in a row. An option may not hold buttons or links: put actions beside the list, or on keys through `onKey`. */
  renderRow: (row: Row, state: { isSelected: boolean; isActive: boolean }) => ReactNode
  selectedId?: string | undefined
  /** Enter, space or a click on a row. */
  onSelect: (row: Row) => void
  /** Keys beyond those of a list, on the active row. Not called while an input method is composing. */
  onKey?: ((event: KeyboardEvent, row: Row) => void) | undefined
  /** Gives the list the focus when it appears. */
  autoFocus?: boolean
}

export function VirtualList<Row extends { id: string }>(props: VirtualListProps<Row>) {
  const { label, total, start, rows, estimateHeight, onRange, renderRow, selectedId, onSelect, onKey, autoFocus = false } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(-1)
  const listId = useId()
  const selectedIndex = selectedId === undefined ? -1 : indexOf(rows, selectedId, start)
  // Without a row of its own choosing, the keyboard starts from the open one.
  const current = Math.min(active >= 0 ? active : selectedIndex, total - 1)

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimateHeight,
    overscan: 8,
    // Scrolling must never wait for React: what comes late fills in a frame later.
    useFlushSync: false,
    rangeExtractor: useCallback(
      ({ startIndex, endIndex, overscan, count }: { startIndex: number; endIndex: number; overscan: number; count: number }) => {
        const indexes: number[] = []
        const from = Math.max(0, startIndex - overscan)
        const to = Math.min(count - 1, endIndex + overscan)
        for (let index = from; index <= to; index += 1) indexes.push(index)
        // The active row stays in the page while it is out of sight: aria-activedescendant points at it.
        if (current >= 0 && current < count && current < from) indexes.unshift(current)
        if (current >= 0 && current < count && current > to) indexes.push(current)
        return indexes
      },
      [current],
    ),
  })

  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  const wanted = total === 0 ? undefined : pageToLoad({ first, last }, { start, loaded: rows.length }, total)
  const [wantedStart, wantedCount] = [wanted?.start, wanted?.count]
  useEffect(() => {
    if (wantedStart !== undefined && wantedCount !== undefined) onRange(wantedStart, wantedCount)
  }, [wantedStart, wantedCount, onRange])

  const isLoaded = selectedIndex >= 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row is shown when it is opened, not whenever rows move
  useEffect(() => {
    if (!isLoaded) return
    setActive(-1)
    virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
  }, [selectedId, isLoaded])
  useEffect(() => {
    if (autoFocus) scroller.current?.focus({ preventScroll: true })
  }, [autoFocus])

  // Rows that load after the jump have other heights than were estimated, so the row is looked for again until the reader scrolls on.
  const revealed = useRef<number>(undefined)
  const totalSize = virtualizer.getTotalSize()
  // The ends by name: nothing about them needs to be measured.
  const reveal = (index: number) => virtualizer.scrollToIndex(index, { align: index === total - 1 ? 'end' : index === 0 ? 'start' : 'auto' })
  const latestReveal = useRef(reveal)
  latestReveal.current = reveal
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height of the whole is what moves rows about
  useEffect(() => {
    if (revealed.current !== undefined) latestReveal.current(revealed.current)
  }, [totalSize])
  const forgetRevealed = () => {
    revealed.current = undefined
  }

  const select = (index: number) => {
    const row = rows[index - start]
    if (!row) return
    setActive(index)
    onSelect(row)
  }
  const latestSelect = useRef(select)
  latestSelect.current = select
  const clickRow = useCallback((index: number) => latestSelect.current(index), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const next = isPlain ? rowAfterKey(event.key, current, total, last - first) : undefined
    if (next !== undefined) {
      event.preventDefault()
      setActive(next)
      revealed.current = next
      reveal(next)
    } else if (isPlain && (event.key === 'Enter' || event.key === ' ') && current >= 0) {
      event.preventDefault()
      select(current)
    } else {
      const row = rows[current - start]
      if (row) onKey?.(event, row)
    }
  }

  if (total === 0) return null
  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      aria-label={label}
      aria-activedescendant={current >= 0 ? `${listId}-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onWheel={forgetRevealed}
      onPointerDown={forgetRevealed}
    >
      <div role="presentation" className={classes.rows} style={{ height: totalSize }}>
        {virtualizer.getVirtualItems().map(({ index, key, start: top }) => {
          const row = rows[index - start]
          return (
            <VirtualRow
              key={key}
              ref={virtualizer.measureElement}
              id={`${listId}-${index}`}
              index={index}
              total={total}
              top={top}
              row={row}
              isSelected={row !== undefined && row.id === selectedId}
              isActive={index === current}
              pendingHeight={estimateHeight}
              renderRow={renderRow as RenderRow}
              onClick={clickRow}
            />
          )
        })}
      </div>
    </div>
  )
}

type RenderRow = (row: { id: string }, state: { isSelected: boolean; isActive: boolean }) => ReactNode

type VirtualRowProps = {
  ref: Ref<HTMLDivElement>
  id: string
  index: number
  total: number
  /** Pixels from the top of the list. */
  top: number
  /** Undefined while it is loading. */
  row: { id: string } | undefined
  isSelected: boolean
  isActive: boolean
  pendingHeight: number
  renderRow: RenderRow
  onClick: (index: number) => void
}

/** Kept as it is while only others scroll in and out. */
const VirtualRow = memo(function VirtualRow(props: VirtualRowProps) {
  const { ref, id, index, total, top, row, isSelected, isActive, pendingHeight, renderRow, onClick } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the focus and handles the keys of all its options
    // biome-ignore lint/a11y/useFocusableInteractive: options are named by aria-activedescendant
    <div
      ref={ref}
      id={id}
      data-index={index}
      data-active={isActive || undefined}
      className={classes.row}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={total}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onClick(index)}
    >
      {row ? (
        renderRow(row, { isSelected, isActive })
      ) : (
        <div className={classes.pending} style={{ height: pendingHeight }}>
          {strings.app.loading}
        </div>
      )}
    </div>
  )
})

function indexOf(rows: readonly { id: string }[], id: string, start: number): number {
  const position = rows.findIndex((row) => row.id === id)
  return position < 0 ? -1 : start + position
}

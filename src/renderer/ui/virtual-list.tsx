// A list of any length of which only the rows in sight are in the page: a listbox that arrows, Home, End, Page keys and Enter work.

import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type DragEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { DropPlace } from './use-drop-places.ts'
import type { RowSelecting } from './use-row-selection.ts'
import classes from './virtual-list.module.css'
import { isMenuKey, pageToLoad, rowAfterKey, selectingKey } from './virtual-list-keys.ts'
import { type RenderRow, VirtualRow } from './virtual-row.tsx'

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
  /** Lets several rows be selected, by click, key and box. */
  selecting?: RowSelecting | undefined
  /** A right click, Shift+F10 or the menu key on a row: the point is where a menu belongs, in the window's pixels. */
  onMenu?: ((row: Row, point: { x: number; y: number }) => void) | undefined
  onRowDragStart?: ((row: Row, event: DragEvent) => void) | undefined
  /** The pointer went down on a row: what a drag will carry can be fetched. */
  onRowHold?: ((row: Row) => void) | undefined
  /** What a record that is dragged onto a row would be dropped on (see app/record-drops). */
  dropOf?: ((row: Row) => DropPlace) | undefined
  /** Keys beyond those of a list, on the active row. Not called while an input method is composing. */
  onKey?: ((event: KeyboardEvent, row: Row) => void) | undefined
  /** Gives the list the focus when it appears. */
  autoFocus?: boolean
}

export function VirtualList<Row extends { id: string }>(props: VirtualListProps<Row>) {
  const { label, total, start, rows, estimateHeight, onRange, renderRow, selectedId, onSelect, onKey, autoFocus = false } = props
  const { selecting, onMenu, onRowDragStart, onRowHold, dropOf } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(-1)
  const listId = useId()
  const selectedIndex = selectedId === undefined ? -1 : indexOf(rows, selectedId, start)
  // Without a row of its own choosing, the keyboard starts from the open one.
  const current = Math.min(active >= 0 ? active : selectedIndex, total - 1)

  const latestVirtualizer = useRef<Virtualizer<HTMLDivElement, Element>>(undefined)
  const overscan = useOverscan(estimateHeight, latestVirtualizer.current?.isScrolling ?? false)
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimateHeight,
    overscan,
    // Rows with the first rendering, before anything is measured.
    initialRect: { width: 0, height: innerHeight },
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

  latestVirtualizer.current = virtualizer
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
    // A row that was clicked is in sight: asking where it is would lay out the whole page in the midst of opening it.
    if (!isWholeInSight(virtualizer, selectedIndex)) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
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
    selecting?.clear()
    selecting?.anchorAt(row.id)
    onSelect(row)
  }
  // Shift with End reaches rows that are still to be loaded: the range is drawn once they are there.
  const awaitedEnd = useRef<number>(undefined)
  const isExtending = useRef(false)
  useEffect(() => {
    const row = awaitedEnd.current === undefined ? undefined : rows[awaitedEnd.current - start]
    if (!row) return
    awaitedEnd.current = undefined
    selecting?.extendTo(row.id)
  }, [rows, start, selecting])
  const extend = (index: number) => {
    const from = rows[current - start]
    if (!isExtending.current && from) selecting?.anchorAt(from.id)
    isExtending.current = true
    const row = rows[index - start]
    if (row) selecting?.extendTo(row.id, from?.id)
    else awaitedEnd.current = index
  }
  const handlers = {
    click: (index: number, event: MouseEvent) => {
      const row = rows[index - start]
      const target = event.target as Element
      if (!row) return
      if (onMenu && target.closest('[data-more]')) return handlers.menu(index, event)
      const isToggle = event.ctrlKey || event.metaKey
      const isChecked = target.closest('[data-check]') !== null
      if (!selecting || !(isToggle || isChecked || event.shiftKey)) return select(index)
      isExtending.current = false
      if (event.shiftKey) selecting.extendTo(row.id, rows[current - start]?.id)
      else selecting.toggle(row.id, isChecked ? undefined : selectedId)
      setActive(index)
    },
    menu: (index: number, event: MouseEvent) => {
      const row = rows[index - start]
      if (!row) return
      event.preventDefault()
      setActive(index)
      onMenu?.(row, { x: event.clientX, y: event.clientY })
    },
    dragStart: (index: number, event: DragEvent) => {
      const row = rows[index - start]
      if (row) onRowDragStart?.(row, event)
    },
    pointerDown: (index: number) => {
      const row = rows[index - start]
      if (row) onRowHold?.(row)
    },
  }
  const latest = useRef(handlers)
  latest.current = handlers
  const clickRow = useCallback((index: number, event: MouseEvent) => latest.current.click(index, event), [])
  const openMenu = useCallback((index: number, event: MouseEvent) => latest.current.menu(index, event), [])
  const startDrag = useCallback((index: number, event: DragEvent) => latest.current.dragStart(index, event), [])
  const holdRow = useCallback((index: number) => latest.current.pointerDown(index), [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const next = isPlain ? rowAfterKey(event.key, current, total, last - first) : undefined
    const row = rows[current - start]
    const wish = selecting && selectingKey(event, selecting.ids.size > 0)
    if (next !== undefined) {
      event.preventDefault()
      if (selecting && event.shiftKey) extend(next)
      else isExtending.current = false
      setActive(next)
      revealed.current = next
      reveal(next)
    } else if (selecting && wish) {
      event.preventDefault()
      isExtending.current = false
      if (wish === 'all') selecting.selectAll()
      else if (wish === 'none') selecting.clear()
      else if (row) selecting.toggle(row.id, selectedId)
    } else if (onMenu && row && isMenuKey(event)) {
      event.preventDefault()
      const box = document.getElementById(`${listId}-${current}`)?.getBoundingClientRect()
      onMenu(row, { x: (box?.left ?? 0) + 24, y: (box?.top ?? 0) + 24 })
    } else if (isPlain && (event.key === 'Enter' || event.key === ' ') && current >= 0) {
      event.preventDefault()
      select(current)
    } else if (row) onKey?.(event, row)
  }
  const hasSeveral = selecting !== undefined && selecting.ids.size > 0

  if (total === 0) return null
  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      aria-label={label}
      aria-multiselectable={selecting !== undefined || undefined}
      data-selecting={hasSeveral || undefined}
      aria-activedescendant={current >= 0 ? `${listId}-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onWheel={forgetRevealed}
      onPointerDown={forgetRevealed}
    >
      <div role="presentation" className={classes.rows} style={{ height: totalSize }}>
        {virtualizer.getVirtualItems().map(({ index, key, start: top }) => {
          const row = rows[index - start]
          const drop = row && dropOf?.(row)
          return (
            <VirtualRow
              key={key}
              ref={virtualizer.measureElement}
              id={`${listId}-${index}`}
              index={index}
              total={total}
              top={top}
              row={row}
              isSelected={row !== undefined && (hasSeveral ? selecting.ids.has(row.id) : row.id === selectedId)}
              isOpen={row !== undefined && row.id === selectedId}
              isActive={index === current}
              canSelectMany={selecting !== undefined}
              hasMenu={onMenu !== undefined}
              pendingHeight={estimateHeight}
              renderRow={renderRow as RenderRow}
              dropName={drop?.name}
              dropTitle={drop?.title}
              onClick={clickRow}
              onMenu={openMenu}
              onDragStart={onRowDragStart && startDrag}
              onPointerDown={holdRow}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Rows beyond those in sight, for scrolling: none for the first look, for which they are half of the work. */
function useOverscan(rowHeight: number, isScrolling: boolean): number {
  const [isAtRest, setIsAtRest] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsAtRest(true), 200)
    return () => clearTimeout(timer)
  }, [])
  // About 600 pixels on either side: of tall rows fewer are as much work. Who scrolls fast passes them unseen: a third of them will do.
  const rows = Math.max(3, Math.min(8, Math.round(600 / rowHeight)))
  return !isAtRest ? 1 : isScrolling ? Math.ceil(rows / 3) : rows
}

/** By what was measured before: nothing is laid out for it. */
function isWholeInSight({ measurementsCache, scrollOffset, scrollRect }: Virtualizer<HTMLDivElement, Element>, index: number): boolean {
  const row = measurementsCache[index]
  if (!row || !scrollRect) return false
  const top = scrollOffset ?? 0
  return row.start >= top && row.end <= top + scrollRect.height
}

function indexOf(rows: readonly { id: string }[], id: string, start: number): number {
  const position = rows.findIndex((row) => row.id === id)
  return position < 0 ? -1 : start + position
}

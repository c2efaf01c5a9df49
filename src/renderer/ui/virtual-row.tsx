// One row of a virtual list: an option, with a box to select it and a button for its menu that only the pointer needs.

import { type DragEvent, type MouseEvent, memo, type ReactNode, type Ref } from 'react'
import { strings } from '../strings/strings.ts'
import classes from './virtual-list.module.css'

export type RenderRow = (row: { id: string }, state: { isSelected: boolean; isActive: boolean }) => ReactNode

export type VirtualRowProps = {
  ref: Ref<HTMLDivElement>
  id: string
  index: number
  total: number
  /** Pixels from the top of the list. */
  top: number
  /** Undefined while it is loading. */
  row: { id: string } | undefined
  isSelected: boolean
  /** It lies open beside the list. */
  isOpen: boolean
  isActive: boolean
  canSelectMany: boolean
  hasMenu: boolean
  pendingHeight: number
  renderRow: RenderRow
  /** What a record that is dragged onto this row would be dropped on. */
  dropName: string | undefined
  dropTitle: string | undefined
  onClick: (index: number, event: MouseEvent) => void
  onMenu: (index: number, event: MouseEvent) => void
  onDragStart: ((index: number, event: DragEvent) => void) | undefined
  onPointerDown: (index: number) => void
}

/** Kept as it is while only others scroll in and out. */
export const VirtualRow = memo(function VirtualRow(props: VirtualRowProps) {
  const { ref, id, index, total, top, row, isSelected, isOpen, isActive, canSelectMany, hasMenu, pendingHeight, renderRow } = props
  const { dropName, dropTitle, onClick, onMenu, onDragStart, onPointerDown } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the focus and handles the keys of all its options
    // biome-ignore lint/a11y/useFocusableInteractive: options are named by aria-activedescendant
    <div
      ref={ref}
      id={id}
      data-index={index}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      data-drop-on={dropName}
      data-drop-title={dropTitle}
      className={classes.row}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={total}
      style={{ transform: `translateY(${top}px)` }}
      draggable={row !== undefined && onDragStart !== undefined}
      onDragStart={(event) => onDragStart?.(index, event)}
      onPointerDown={() => onPointerDown(index)}
      onClick={(event) => onClick(index, event)}
      onContextMenu={hasMenu ? (event) => onMenu(index, event) : undefined}
    >
      {/* Spans and not buttons: an option holds none. The keys of the list do the same. */}
      {canSelectMany && <span className={classes.check} data-check aria-hidden="true" />}
      {row ? (
        renderRow(row, { isSelected, isActive })
      ) : (
        <div className={classes.pending} style={{ height: pendingHeight }}>
          {strings.app.loading}
        </div>
      )}
      {hasMenu && <span className={classes.more} data-more aria-hidden="true" />}
    </div>
  )
})

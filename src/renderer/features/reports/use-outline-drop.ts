// Dragging rows of an outline: where the row would go is shown between the others, and it goes there on the drop.

import { type DragEvent, useState } from 'react'
import type { OutlineItem } from '../../../core/records/report.ts'
import { isItemDrag, readItemDrag } from './outline-drag.ts'
import { keyAfter } from './outline-edits.ts'

export type DropPlace = { key: string; edge: 'above' | 'below' }

/** `events` are for the list's element, whose rows have `data-key`. */
export function useOutlineDrop(report: string, items: readonly OutlineItem[], onMove: (key: string, before: string | undefined) => void) {
  const [place, setPlace] = useState<DropPlace>()
  const onDragOver = (event: DragEvent<HTMLElement>) => {
    if (!isItemDrag(event.dataTransfer, report)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
    const next = placeOf(event, items)
    if (next?.key !== place?.key || next?.edge !== place?.edge) setPlace(next)
  }
  const onDrop = (event: DragEvent<HTMLElement>) => {
    const key = readItemDrag(event.dataTransfer, report)
    const target = placeOf(event, items)
    setPlace(undefined)
    if (key === undefined || !target) return
    event.preventDefault()
    const before = target.edge === 'above' ? target.key : keyAfter(items, target.key)
    if (before !== key && target.key !== key) onMove(key, before)
  }
  const onDragLeave = (event: DragEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setPlace(undefined)
  }
  return { place, events: { onDragOver, onDrop, onDragLeave, onDragEnd: () => setPlace(undefined) } }
}

/** Beside the row under the pointer, or below the last where there is none. */
function placeOf(event: DragEvent<HTMLElement>, items: readonly OutlineItem[]): DropPlace | undefined {
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')
  const key = row?.dataset.key
  const last = items.at(-1)
  if (!row || key === undefined) return last && { key: last.key, edge: 'below' }
  const { top, height } = row.getBoundingClientRect()
  return { key, edge: event.clientY < top + height / 2 ? 'above' : 'below' }
}

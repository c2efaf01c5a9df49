// Dragging rows of an outline, or insights into it: where they would go is shown between the rows, and they go there on the drop.

import { type DragEvent, useState } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { draggedKind, idsOfKind, readRecordDrag } from '../../ui/drag-data.ts'
import { isItemDrag, readItemDrag } from './outline-drag.ts'
import { keyAfter } from './outline-edits.ts'

export type DropPlace = { key: string; edge: 'above' | 'below' }

/** `events` are for the list's element, whose rows have `data-key`. */
export function useOutlineDrop(
  report: string,
  items: readonly OutlineItem[],
  onMove: (key: string, before: string | undefined) => void,
  onInsert: (insights: readonly RecordId<'insight'>[], before: string | undefined) => void,
) {
  const [place, setPlace] = useState<DropPlace>()
  const onDragOver = (event: DragEvent<HTMLElement>) => {
    const isItem = isItemDrag(event.dataTransfer, report)
    if (!isItem && draggedKind(event.dataTransfer) !== 'insight') return
    event.preventDefault()
    event.dataTransfer.dropEffect = isItem ? 'move' : 'copy'
    const next = placeOf(event, items)
    if (next?.key !== place?.key || next?.edge !== place?.edge) setPlace(next)
  }
  const onDrop = (event: DragEvent<HTMLElement>) => {
    const key = readItemDrag(event.dataTransfer, report)
    const insights = idsOfKind(readRecordDrag(event.dataTransfer), 'insight')
    const target = placeOf(event, items)
    setPlace(undefined)
    if (key === undefined && insights.length === 0) return
    event.preventDefault()
    const before = target?.edge === 'above' ? target.key : keyAfter(items, target?.key)
    if (key === undefined) onInsert(insights, before)
    else if (target && before !== key && target.key !== key) onMove(key, before)
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

// A highlight on its way from the reader to an insight: the one form in which drag and drop carries it.

import type { RecordId } from '../../core/records/record-id.ts'

const mediaType = 'application/x-footing-highlight'

export type DraggedHighlight = { highlight: RecordId<'highlight'>; citekey: string; number: number; quote: string }

/** Other programs get the quote and the citation as plain text. */
export function startHighlightDrag(transfer: DataTransfer, dragged: DraggedHighlight): void {
  transfer.effectAllowed = 'copyLink'
  transfer.setData(mediaType, JSON.stringify(dragged))
  transfer.setData('text/plain', `“${dragged.quote}” [@${dragged.citekey}#h${dragged.number}]`)
}

/** While dragging, browsers show the types but not the data. */
export function isHighlightDrag(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes(mediaType) ?? false
}

export function readHighlightDrag(transfer: DataTransfer | null): DraggedHighlight | undefined {
  const data = transfer?.getData(mediaType)
  return data ? (JSON.parse(data) as DraggedHighlight) : undefined
}

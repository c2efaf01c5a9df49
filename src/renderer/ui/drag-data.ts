// Records on their way from one part of the window to another, or out of it: the one form in which drag and drop carries them.

import type { RecordId } from '../../core/records/record-id.ts'

export const draggedKinds = ['insight', 'source', 'highlight', 'report'] as const
export type DraggedKind = (typeof draggedKinds)[number]

export type DraggedRecord<Kind extends DraggedKind = DraggedKind> = {
  id: RecordId<Kind>
  /** Of a highlight: its words. Empty where the row is not loaded. */
  title: string
  citekey?: string
  number?: number
}
export type Dragged = { kind: DraggedKind; records: readonly DraggedRecord[] }

/** The kind is part of the type: while dragging, browsers show the types but not the data. */
const mediaType = (kind: DraggedKind) => `application/x-footing-${kind}s`

/** `outside` is what other programs get. */
export function startRecordDrag(transfer: DataTransfer, dragged: Dragged, outside: { text: string; html?: string }): void {
  transfer.effectAllowed = 'all'
  transfer.setData(mediaType(dragged.kind), JSON.stringify(dragged.records))
  transfer.setData('text/plain', outside.text)
  if (outside.html) transfer.setData('text/html', outside.html)
}

/** Undefined for what does not come from a list of this program. */
export function draggedKind(transfer: DataTransfer | null): DraggedKind | undefined {
  return draggedKinds.find((kind) => transfer?.types.includes(mediaType(kind)))
}

/** Only at the drop. */
export function readRecordDrag(transfer: DataTransfer | null): Dragged | undefined {
  const kind = draggedKind(transfer)
  const data = kind && transfer?.getData(mediaType(kind))
  return kind && data ? { kind, records: JSON.parse(data) as DraggedRecord[] } : undefined
}

/** Anything of the window itself, rows of an outline included: no text from outside. */
export function isOwnDrag(transfer: DataTransfer | null): boolean {
  return transfer?.types.some((type) => type.startsWith('application/x-footing-')) ?? false
}

export function idsOfKind<Kind extends DraggedKind>(dragged: Dragged | undefined, kind: Kind): RecordId<Kind>[] {
  return dragged?.kind === kind ? dragged.records.map(({ id }) => id as RecordId<Kind>) : []
}

// An outline item on its way to another place of the same report: the one form in which drag and drop carries it.

const mediaType = 'application/x-footing-outline-item'

/** The report is part of the type: while dragging, browsers show the types but not the data. */
const typeFor = (report: string) => `${mediaType}+${encodeURIComponent(report).toLowerCase()}`

export function startItemDrag(transfer: DataTransfer, report: string, key: string, words: string): void {
  transfer.effectAllowed = 'move'
  transfer.setData(typeFor(report), key)
  transfer.setData('text/plain', words)
}

export function isItemDrag(transfer: DataTransfer | null, report: string): boolean {
  return transfer?.types.includes(typeFor(report)) ?? false
}

/** The key of the item; only at the drop. */
export function readItemDrag(transfer: DataTransfer | null, report: string): string | undefined {
  return transfer?.getData(typeFor(report)) || undefined
}

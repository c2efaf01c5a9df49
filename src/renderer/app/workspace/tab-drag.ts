// A tab on the mouse: what it says of itself while it is dragged, and where among the tabs of a strip it would land.

const type = 'application/x-footing-tab'

export function putTabOn(transfer: DataTransfer, id: string): void {
  transfer.setData(type, id)
  transfer.effectAllowed = 'move'
}

/** While it is dragged, browsers tell only the kind; what it is comes with the drop. */
export const hasTab = (transfer: DataTransfer): boolean => transfer.types.includes(type)
export const tabOn = (transfer: DataTransfer): string => transfer.getData(type)

/** Before how many of the elements the point lies. */
export function positionAt(tabs: readonly Element[], x: number): number {
  const position = tabs.findIndex((tab) => {
    const { left, width } = tab.getBoundingClientRect()
    return x < left + width / 2
  })
  return position < 0 ? tabs.length : position
}

// Which rows of a list are selected, as plain functions: single rows toggled, ranges from an anchor, all, and what live updates leave of them.

export type RowSelection = {
  ids: ReadonlySet<string>
  /** The row from which Shift extends. */
  anchor: string | undefined
  /** What was selected before the range that Shift is drawing: the range may shrink again. */
  kept: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()
export const noSelection: RowSelection = { ids: nothing, anchor: undefined, kept: nothing }

/** Ctrl or Cmd and a click: the row joins or leaves, and is where Shift extends from. */
export function toggleRow({ ids }: RowSelection, id: string): RowSelection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id, kept: next }
}

/** Shift: `range` are the rows from the anchor to where it goes, both included; what the last range had beyond it is let go. */
export function extendSelection({ anchor, kept }: RowSelection, range: readonly string[]): RowSelection {
  return { ids: new Set([...kept, ...range]), anchor: anchor ?? range[0], kept }
}

/** From here Shift extends anew; what is selected stays. */
export function anchorAt({ ids }: RowSelection, id: string): RowSelection {
  return { ids, anchor: id, kept: ids }
}

export function selectEach(ids: Iterable<string>, anchor?: string): RowSelection {
  const all = new Set(ids)
  return { ids: all, anchor, kept: all }
}

/** After rows left the list: they are no longer selected. The same object where nothing changed. */
export function withoutGone(selection: RowSelection, isThere: (id: string) => boolean): RowSelection {
  const { ids, anchor, kept } = selection
  const stay = (from: ReadonlySet<string>) => new Set([...from].filter(isThere))
  const left = stay(ids)
  if (left.size === ids.size) return selection
  return { ids: left, anchor: anchor !== undefined && isThere(anchor) ? anchor : undefined, kept: stay(kept) }
}

/** The ids from one loaded row to another, whichever stands first; undefined where one of them is not loaded. */
export function loadedRange(loaded: readonly { id: string }[], one: string, other: string): string[] | undefined {
  const positions = [one, other].map((id) => loaded.findIndex((row) => row.id === id)).sort((first, last) => first - last)
  const [from = -1, to = -1] = positions
  return from < 0 ? undefined : loaded.slice(from, to + 1).map(({ id }) => id)
}

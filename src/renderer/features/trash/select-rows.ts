// Which rows are selected after a press on a checkbox; with Shift, all from the last one pressed to this.

/** `anchor` is the row pressed before, if it is still shown. The whole range takes on what the pressed row becomes. */
export function selectRows(
  shown: readonly string[],
  selected: ReadonlySet<string>,
  pressed: string,
  anchor: string | undefined,
  isRange: boolean,
): ReadonlySet<string> {
  const to = shown.indexOf(pressed)
  const from = isRange && anchor !== undefined ? shown.indexOf(anchor) : to
  const becomes = !selected.has(pressed)
  const next = new Set(selected)
  for (const id of from < 0 ? [pressed] : shown.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (becomes) next.add(id)
    else next.delete(id)
  }
  return next
}

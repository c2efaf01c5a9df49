// Where the cursor is, Markdown shows its marks; elsewhere they step back.

import type { EditorView } from '@codemirror/view'

/** Whether the cursor or the selection is on a line of this range. Nowhere, while another field has the focus: then the note reads as a note. */
export function isTouched(view: EditorView, from: number, to: number): boolean {
  if (!view.hasFocus) return false
  const { doc, selection } = view.state
  const start = doc.lineAt(from).from
  const end = doc.lineAt(Math.min(to, doc.length)).to
  return selection.ranges.some((range) => range.from <= end && range.to >= start)
}

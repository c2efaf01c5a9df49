// Records dropped into the text become what refers to them, where they were dropped: citations, or links to insights.

import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { isCjk } from '../../../core/markdown/cjk-characters.ts'
import { type Dragged, type DraggedRecord, draggedKind, readRecordDrag } from '../drag-data.ts'
import type { NoteLinks } from './note-links.ts'

export function recordDrop(links: NoteLinks): Extension {
  return EditorView.domEventHandlers({
    dragover: (event) => {
      if (!isTaken(event.dataTransfer) || !event.dataTransfer) return false
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      // Not handled: the cursor that shows where it would go is still drawn.
      return false
    },
    drop: (event, view) => {
      const dragged = isTaken(event.dataTransfer) ? readRecordDrag(event.dataTransfer) : undefined
      if (!dragged) return false
      event.preventDefault()
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false)
      const before = view.state.sliceDoc(Math.max(0, at - 1), at)
      const after = view.state.sliceDoc(at, at + 1)
      const gap = before === '' || /\s/.test(before) || isCjk(before) ? '' : ' '
      const trailing = /[\p{L}\p{N}]/u.test(after) && !isCjk(after) ? ' ' : ''
      const insert = `${gap}${referencesTo(dragged)}${trailing}`
      view.dispatch({ changes: { from: at, insert }, selection: { anchor: at + insert.length }, userEvent: 'input.drop' })
      view.focus()
      for (const { id } of dragged.kind === 'highlight' ? dragged.records : []) links.onCite?.(id as DraggedRecord<'highlight'>['id'])
      return true
    },
  })
}

function isTaken(transfer: DataTransfer | null): boolean {
  const kind = draggedKind(transfer)
  return kind === 'insight' || kind === 'source' || kind === 'highlight'
}

/** Several citations are one group, as Pandoc writes them; links stand beside each other. */
function referencesTo({ kind, records }: Dragged): string {
  if (kind === 'insight') return records.flatMap(({ title }) => (title.trim() === '' ? [] : [`[[${title.trim()}]]`])).join(' ')
  const keys = records.map(({ citekey, number }) => `@${citekey}${number === undefined ? '' : `#h${number}`}`)
  return `[${keys.join('; ')}]`
}

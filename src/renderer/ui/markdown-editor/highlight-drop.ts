// A highlight dropped into the text becomes its citation where it was dropped.

import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { isCjk } from '../../../core/markdown/cjk-characters.ts'
import { isHighlightDrag, readHighlightDrag } from '../highlight-drag.ts'
import type { NoteLinks } from './note-links.ts'

export function highlightDrop(links: NoteLinks): Extension {
  return EditorView.domEventHandlers({
    dragover: (event) => {
      if (!isHighlightDrag(event.dataTransfer) || !event.dataTransfer) return false
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      // Not handled: the cursor that shows where it would go is still drawn.
      return false
    },
    drop: (event, view) => {
      const dragged = readHighlightDrag(event.dataTransfer)
      if (!dragged) return false
      event.preventDefault()
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false)
      const before = view.state.sliceDoc(Math.max(0, at - 1), at)
      const after = view.state.sliceDoc(at, at + 1)
      const gap = before === '' || /\s/.test(before) || isCjk(before) ? '' : ' '
      const trailing = /[\p{L}\p{N}]/u.test(after) && !isCjk(after) ? ' ' : ''
      const insert = `${gap}[@${dragged.citekey}#h${dragged.number}]${trailing}`
      view.dispatch({ changes: { from: at, insert }, selection: { anchor: at + insert.length }, userEvent: 'input.drop' })
      view.focus()
      links.onCite?.(dragged)
      return true
    },
  })
}

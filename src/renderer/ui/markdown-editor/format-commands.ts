// Bold, italics and links by key: each puts its marks around the selection, or takes them away again.

import { EditorSelection, type StateCommand } from '@codemirror/state'

/** Wraps every selected range in `mark`, or unwraps it where it is wrapped; with nothing selected the cursor ends between the marks. */
export function toggleMark(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    const { length } = mark
    const change = state.changeByRange(({ from, to }) => {
      const isAround = state.sliceDoc(from - length, from) === mark && state.sliceDoc(to, to + length) === mark && !isLongerMark(from, to)
      if (isAround) {
        const changes = [
          { from: from - length, to: from },
          { from: to, to: to + length },
        ]
        return { changes, range: EditorSelection.range(from - length, to - length) }
      }
      const selected = state.sliceDoc(from, to)
      if (selected.length >= 2 * length && selected.startsWith(mark) && selected.endsWith(mark) && !isLongerMark(from + length, to - length)) {
        return {
          changes: { from, to, insert: selected.slice(length, -length) },
          range: EditorSelection.range(from, to - 2 * length),
        }
      }
      // Marks beside white space are no marks in Markdown.
      const start = from + (selected.length - selected.trimStart().length)
      const end = Math.max(start, to - (selected.length - selected.trimEnd().length))
      const changes = [
        { from: start, insert: mark },
        { from: end, insert: mark },
      ]
      return { changes, range: EditorSelection.range(start + length, end + length) }
    })
    dispatch(state.update(change, { userEvent: 'input.format', scrollIntoView: true }))
    return true

    // `**` around a text is not `*` around it, but `***` is both.
    function isLongerMark(start: number, end: number): boolean {
      if (length > 1) return false
      let count = 0
      while (state.sliceDoc(start - count - 1, start - count) === mark && state.sliceDoc(end + count, end + count + 1) === mark) count += 1
      return count % 2 === 0
    }
  }
}

/** Turns the selection into a link's text and leaves the cursor where the address goes. */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const change = state.changeByRange(({ from, to }) => {
    const selected = state.sliceDoc(from, to)
    const isAddress = /^https?:\/\/\S+$/.test(selected)
    const insert = isAddress ? `[](${selected})` : `[${selected}]()`
    const cursor = isAddress || selected === '' ? from + 1 : from + insert.length - 1
    return { changes: { from, to, insert }, range: EditorSelection.cursor(cursor) }
  })
  dispatch(state.update(change, { userEvent: 'input.format', scrollIntoView: true }))
  return true
}

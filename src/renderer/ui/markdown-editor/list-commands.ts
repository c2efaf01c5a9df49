// Lists by key: items go deeper and back, tasks are ticked.

import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state'

const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])(\s+)/
const TASK = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[([ xX])\](\s|$)/

/** The lines of the selection, each once. */
export function selectedLines(state: EditorState): Line[] {
  const lines = new Map<number, Line>()
  for (const { from, to } of state.selection.ranges) {
    for (let number = state.doc.lineAt(from).number; number <= state.doc.lineAt(to).number; number += 1) {
      const line = state.doc.line(number)
      // A selection that ends at the start of a line does not mean that line.
      if (from < to && line.from === to) continue
      lines.set(number, line)
    }
  }
  return [...lines.values()]
}

/** One step deeper: under the item before, whose content sets the indent. False outside of lists, so that Tab goes on to the next control. */
export const indentItem: StateCommand = ({ state, dispatch }) => {
  const lines = selectedLines(state)
  const first = lines[0]
  const item = first && ITEM.exec(first.text)
  if (state.readOnly || !first || !item) return false
  const above = itemAbove(state, first, item[1]?.length ?? 0)
  // The first item of a list has nothing to go under; the key is used up, so that the focus does not leave by surprise.
  if (above === undefined) return true
  dispatch(
    state.update({
      changes: lines.filter(({ length }) => length > 0).map(({ from }) => ({ from, insert: ' '.repeat(above) })),
      userEvent: 'input.indent',
    }),
  )
  return true
}

/** How far under the item before: the width of its marker; undefined where no item of this depth stands before. */
function itemAbove(state: EditorState, line: Line, indent: number): number | undefined {
  for (let number = line.number - 1; number >= 1; number -= 1) {
    const { text } = state.doc.line(number)
    if (text.trim() === '') continue
    const found = ITEM.exec(text)
    const depth = text.length - text.trimStart().length
    if (found && depth === indent) return (found[2]?.length ?? 1) + Math.min(found[3]?.length ?? 1, 4)
    if (found && depth > indent) continue
    if (!found && depth > 0) continue
    return undefined
  }
  return undefined
}

export const outdentItem: StateCommand = ({ state, dispatch }) => {
  const lines = selectedLines(state)
  const first = lines[0]
  const item = first && ITEM.exec(first.text)
  if (state.readOnly || !first || !item) return false
  const indent = item[1]?.length ?? 0
  if (indent === 0) return true
  let target = 0
  for (let number = first.number - 1; number >= 1; number -= 1) {
    const found = ITEM.exec(state.doc.line(number).text)
    if (!found || (found[1]?.length ?? 0) >= indent) continue
    target = found[1]?.length ?? 0
    break
  }
  const changes = lines.map(({ from, text }) => ({ from, to: from + Math.min(indent - target, text.length - text.trimStart().length) }))
  dispatch(state.update({ changes, userEvent: 'delete.dedent' }))
  return true
}

/** A task is done or to do again; an item or a line becomes a task. */
export const toggleTask: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const lines = selectedLines(state)
  const tasks = lines.map(({ text }) => TASK.exec(text))
  const isAnyToDo = tasks.some((task) => task?.[2] === ' ')
  const changes: ChangeSpec[] = lines.flatMap(({ from, text }, position) => {
    const task = tasks[position]
    if (task) {
      const at = from + (task[1]?.length ?? 0) + 1
      return [{ from: at, to: at + 1, insert: isAnyToDo || task[2] === ' ' ? 'x' : ' ' }]
    }
    if (text.trim() === '' && lines.length > 1) return []
    const item = ITEM.exec(text)
    const indent = text.length - text.trimStart().length
    return [item ? { from: from + item[0].length, insert: '[ ] ' } : { from: from + indent, insert: '- [ ] ' }]
  })
  const set = state.changes(changes)
  // A cursor at the start of a line goes on behind the marks that came in before it.
  dispatch(state.update({ changes: set, selection: state.selection.map(set, 1), userEvent: 'input.task', scrollIntoView: true }))
  return true
}

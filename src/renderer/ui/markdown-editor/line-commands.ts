// Headings, quotes and lists by command: each gives the selected lines its mark, or takes it away where all have it.

import type { ChangeSpec, StateCommand } from '@codemirror/state'
import { selectedLines } from './list-commands.ts'

const HEADING = /^#{1,6}[ \t]+/
const MARKER = /^(\s*)(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+)/

export function toggleHeading(level: number): StateCommand {
  const mark = `${'#'.repeat(level)} `
  return onLines((texts) => {
    const isOn = texts.every((text) => text.startsWith(mark))
    return texts.map((text) => ({ take: HEADING.exec(text)?.[0].length ?? 0, put: isOn ? '' : mark }))
  })
}

export const toggleQuote: StateCommand = onLines((texts) => {
  const isOn = texts.every((text) => /^>[ \t]?/.test(text))
  return texts.map((text) => (isOn ? { take: /^>[ \t]?/.exec(text)?.[0].length ?? 0, put: '' } : { take: 0, put: '> ' }))
})

export const toggleList: StateCommand = listOf(() => '- ', /^\s*[-*+][ \t]+(?!\[[ xX]\] )/)
export const toggleNumberedList: StateCommand = listOf((position) => `${position + 1}. `, /^\s*\d{1,9}[.)][ \t]+/)

function listOf(markerOf: (position: number) => string, isMarked: RegExp): StateCommand {
  return onLines((texts) => {
    const isOn = texts.every((text) => isMarked.test(text))
    return texts.map((text, position) => {
      const held = MARKER.exec(text)
      const indent = held?.[1] ?? ''
      return { take: held?.[0].length ?? 0, put: isOn ? indent : indent + markerOf(position) }
    })
  })
}

type LineEdit = { take: number; put: string }

/** Blank lines are left out, unless there is nothing else. */
function onLines(edit: (texts: readonly string[]) => LineEdit[]): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    const all = selectedLines(state)
    const written = all.filter(({ text }) => text.trim() !== '')
    const lines = written.length > 0 ? written : all
    const edits = edit(lines.map(({ text }) => text))
    const changes: ChangeSpec[] = lines.map(({ from }, position) => {
      const { take, put } = edits[position] as LineEdit
      return { from, to: from + take, insert: put }
    })
    const set = state.changes(changes)
    dispatch(state.update({ changes: set, selection: state.selection.map(set, 1), userEvent: 'input.format', scrollIntoView: true }))
    return true
  }
}

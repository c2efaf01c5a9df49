// Runs an editor command on a text in which `|` marks the cursor or the ends of the selection (`¦` where the text has bars of its own).

import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state'

export function runCommand(command: StateCommand, marked: string, mark = '|'): string {
  const [before = '', middle, after] = marked.split(mark)
  const head = after === undefined ? before.length : before.length + (middle ?? '').length
  let state = EditorState.create({
    doc: before + (middle ?? '') + (after ?? ''),
    selection: EditorSelection.single(before.length, head),
    extensions: markdown({ base: markdownLanguage }),
  })
  command({
    state,
    dispatch: (transaction) => {
      state = transaction.state
    },
  })
  const { from, to } = state.selection.main
  const text = state.doc.toString()
  return from === to ? text.slice(0, from) + mark + text.slice(from) : text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to)
}

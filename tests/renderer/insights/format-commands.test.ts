// Bold, italics and links by key, on real editor states.

import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { insertLink, toggleMark } from '../../../src/renderer/ui/markdown-editor/format-commands.ts'

/** `|` marks the ends of the selection, or the cursor. */
function run(command: StateCommand, marked: string): string {
  const [before = '', middle, after] = marked.split('|')
  const doc = before + (middle ?? '') + (after ?? '')
  const anchor = before.length
  const head = after === undefined ? anchor : anchor + (middle ?? '').length
  let state = EditorState.create({ doc, selection: EditorSelection.single(anchor, head) })
  command({
    state,
    dispatch: (transaction) => {
      state = transaction.state
    },
  })
  const { from, to } = state.selection.main
  const text = state.doc.toString()
  return from === to ? `${text.slice(0, from)}|${text.slice(from)}` : `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`
}

describe('toggleMark', () => {
  it.each([
    ['**', 'a |word| here', 'a **|word|** here'],
    ['**', 'a **|word|** here', 'a |word| here'],
    ['**', 'a |**word**| here', 'a |word| here'],
    ['*', 'a **|word|** here', 'a ***|word|*** here'],
    ['*', 'a ***|word|*** here', 'a **|word|** here'],
    ['*', '|一句话|', '*|一句话|*'],
    ['**', 'x |', 'x **|**'],
    ['**', 'x **|**', 'x |'],
    ['**', 'a| word |b', 'a **|word|** b'],
  ])('%s on %s', (mark, before, after) => {
    expect(run(toggleMark(mark), before)).toBe(after)
  })
})

describe('insertLink', () => {
  it.each([
    ['see |this|', 'see [this](|)'],
    ['see |', 'see [|]()'],
    ['see |https://example.org/a|', 'see [|](https://example.org/a)'],
  ])('on %s', (before, after) => {
    expect(run(insertLink, before)).toBe(after)
  })
})

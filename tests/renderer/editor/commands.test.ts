// Tables, lists, headings and quotes by key, on real editor states.

import { insertNewlineContinueMarkup } from '@codemirror/lang-markdown'
import type { StateCommand } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { toggleHeading, toggleList, toggleNumberedList, toggleQuote } from '../../../src/renderer/ui/markdown-editor/line-commands.ts'
import { indentItem, outdentItem, toggleTask } from '../../../src/renderer/ui/markdown-editor/list-commands.ts'
import {
  addColumn,
  addRow,
  cellBelow,
  insertTable,
  nextCell,
  previousCell,
  rowDown,
  rowUp,
  takeColumn,
} from '../../../src/renderer/ui/markdown-editor/table-commands.ts'
import { runCommand } from './run-command.ts'

describe('tables', () => {
  const small = (first: string, second: string) => `${first}\n| --- | --- |\n${second}`
  it.each<[string, StateCommand, string, string]>([
    ['Tab goes on', nextCell, small('| a¦ | b |', '| 1 | 2 |'), small('| a   | ¦b¦   |', '| 1   | 2   |')],
    ['Tab at the end of a row goes to the next', nextCell, small('| a | b¦ |', '| 1 | 2 |'), small('| a   | b   |', '| ¦1¦   | 2   |')],
    ['Tab in the last cell makes a row', nextCell, small('| a | b |', '| 1 | 2¦ |'), small('| a   | b   |', '| 1   | 2   |\n| ¦    |     |')],
    ['Shift+Tab goes back', previousCell, small('| a | b |', '| 1¦ | 2 |'), small('| a   | ¦b¦   |', '| 1   | 2   |')],
    ['Enter goes down', cellBelow, small('| a | b¦ |', '| 1 | 2 |'), small('| a   | b   |', '| 1   | ¦2¦   |')],
    ['Enter in the last row makes one', cellBelow, small('| a | b |', '| 1 | 2¦ |'), small('| a   | b   |', '| 1   | 2   |\n|     | ¦    |')],
    ['Enter in an empty last row leaves', cellBelow, small('| a | b |', '| ¦ |  |'), '| a   | b   |\n| --- | --- |\n\n¦'],
    ['a row', addRow, small('| a¦ | b |', '| 1 | 2 |'), small('| a   | b   |', '| ¦    |     |\n| 1   | 2   |')],
    ['a column', addColumn, '| a¦ |\n| --- |\n| 1 |', '| a   | ¦    |\n| --- | --- |\n| 1   |     |'],
    ['a column less', takeColumn, small('| a | b¦ |', '| 1 | 2 |'), '| ¦a¦   |\n| --- |\n| 1   |'],
    ['a row up, into the head', rowUp, small('| a | b |', '| 1¦ | 2 |'), small('| ¦1¦   | 2   |', '| a   | b   |')],
    ['in a quote', nextCell, '> | a¦ | b |\n> | - | - |\n> | 1 | 2 |', '> | a   | ¦b¦   |\n> | --- | --- |\n> | 1   | 2   |'],
    ['not outside', nextCell, 'a¦ b', 'a¦ b'],
    ['not below the last', rowDown, small('| a | b |', '| 1¦ | 2 |'), small('| a | b |', '| 1¦ | 2 |')],
  ])('%s', (_, command, before, after) => expect(runCommand(command, before, '¦')).toBe(after))

  it('a new one stands on lines of its own', () => {
    expect(runCommand(insertTable, 'before¦', '¦')).toBe(
      'before\n\n| ¦    |     |     |\n| --- | --- | --- |\n|     |     |     |\n|     |     |     |',
    )
  })
})

describe('lists', () => {
  it.each<[string, StateCommand, string, string]>([
    ['Tab goes under the item before', indentItem, '- a\n- b|', '- a\n  - b|'],
    ['under a number as wide as it is', indentItem, '10. a\n11. b|', '10. a\n    11. b|'],
    ['not under nothing', indentItem, '- a|', '- a|'],
    ['not outside of lists', indentItem, 'a|', 'a|'],
    ['Shift+Tab comes back', outdentItem, '- a\n  - b|', '- a\n- b|'],
    ['to the level before', outdentItem, '- a\n  - b\n    - c|', '- a\n  - b\n  - c|'],
    ['a task is done', toggleTask, '- [ ] a|', '- [x] a|'],
    ['and to do again', toggleTask, '- [x] a|', '- [ ] a|'],
    ['an item becomes a task', toggleTask, '* a|', '* [ ] a|'],
    ['a line becomes a task', toggleTask, '软银|', '- [ ] 软银|'],
    ['several are done together', toggleTask, '|- [ ] a\n- [x] b|', '|- [x] a\n- [x] b|'],
    ['Enter goes on with a task', insertNewlineContinueMarkup, '- [x] a|', '- [x] a\n- [ ] |'],
    ['Enter goes on with a number', insertNewlineContinueMarkup, '1. 软银|', '1. 软银\n2. |'],
    ['a list of lines', toggleList, '|a\nb|', '- |a\n- b|'],
    ['numbered', toggleNumberedList, '|- a\n- b|', '|1. a\n2. b|'],
    ['and no list any more', toggleList, '- a|', 'a|'],
  ])('%s', (_, command, before, after) => expect(runCommand(command, before)).toBe(after))
})

describe('headings and quotes', () => {
  it.each<[string, StateCommand, string, string]>([
    ['a heading', toggleHeading(2), 'a|', '## a|'],
    ['of another level', toggleHeading(1), '### a|', '# a|'],
    ['no heading', toggleHeading(2), '## a|', 'a|'],
    ['a quote', toggleQuote, 'a|', '> a|'],
    ['no quote', toggleQuote, '> a|', 'a|'],
  ])('%s', (_, command, before, after) => expect(runCommand(command, before)).toBe(after))
})

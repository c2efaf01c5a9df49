// Tables as text: read, lined up, changed, and made of cells from a spreadsheet.

import { describe, expect, it } from 'vitest'
import {
  cellRanges,
  displayWidth,
  formatTable,
  insertColumn,
  insertRow,
  moveColumn,
  moveRow,
  parseTable,
  removeColumn,
  removeRow,
  type Table,
  tableFromTabs,
  turnAlignment,
} from '../../../src/renderer/ui/markdown-editor/table-model.ts'
import { seededRandom } from '../../core/commands/memory-notebook.ts'

const cellsOf = (line: string) => cellRanges(line).map(({ start, end }) => line.slice(start, end))
const parsed = (text: string): Table => {
  const table = parseTable(text.split('\n'))
  if (!table) throw new Error('no table')
  return table
}

describe('the cells of a line', () => {
  it.each([
    ['| a | b |', ['a', 'b']],
    ['a | b', ['a', 'b']],
    ['| a | b', ['a', 'b']],
    ['a | b |', ['a', 'b']],
    ['|a||c|', ['a', '', 'c']],
    ['|  |  |', ['', '']],
    ['| a \\| b | c |', ['a \\| b', 'c']],
    ['  | 软银 | 58亿 |  ', ['软银', '58亿']],
    ['|', ['']],
  ])('%s', (line, expected) => expect(cellsOf(line)).toEqual(expected))
})

describe('lining up', () => {
  it('makes columns of one width, in which Chinese characters take two', () => {
    expect(formatTable(parsed('|Name|金额|\n|-|-:|\n|软银|5.83|\n|OpenAI|30|'))).toEqual([
      '| Name   | 金额 |',
      '| ------ | ---: |',
      '| 软银   | 5.83 |',
      '| OpenAI |   30 |',
    ])
  })

  it('keeps alignments, and text beyond the head', () => {
    expect(formatTable(parsed('a|b|c\n:-|:-:|-:\n1|2|3|4'))).toEqual([
      '| a   |  b  |   c |     |',
      '| :-- | :-: | --: | --- |',
      '| 1   |  2  |   3 | 4   |',
    ])
  })

  it.each([
    ['软银', 4],
    ['ソフト', 6],
    ['ｱ', 2],
    ['e\u0301', 1],
    ['🧊', 2],
    ['Ａ', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width))

  it('of 500 random tables changes no cell, and lined up again nothing at all', () => {
    const words = ['a', '软银', '', 'x \\| y', '**b**', '🧊', 'long words here', '-', '`c`']
    for (let seed = 1; seed <= 500; seed += 1) {
      const random = seededRandom(seed)
      const width = 1 + random(4)
      const row = () => Array.from({ length: width }, () => words[random(words.length)] ?? '')
      const alignments = Array.from({ length: width }, () => (['none', 'left', 'center', 'right'] as const)[random(4)] ?? 'none')
      const table: Table = { rows: Array.from({ length: 1 + random(4) }, row), alignments }
      const once = formatTable(table)
      expect(parseTable(once), `seed ${seed}`).toEqual(table)
      expect(new Set(once.map(displayWidth)).size, `seed ${seed}: ${once.join('\n')}`).toBe(1)
    }
  })

  it.each(['a | b', 'a | b\nc | d', '| a |\n| text |'])('%j is no table', (text) => expect(parseTable(text.split('\n'))).toBeUndefined())
})

describe('rows and columns', () => {
  const table = parsed('| a | b |\n| - | -: |\n| 1 | 2 |\n| 3 | 4 |')
  it.each([
    [
      'a row more',
      insertRow(table, 2),
      [
        ['a', 'b'],
        ['1', '2'],
        ['', ''],
        ['3', '4'],
      ],
    ],
    [
      'a row less',
      removeRow(table, 1),
      [
        ['a', 'b'],
        ['3', '4'],
      ],
    ],
    [
      'the head can only be emptied',
      removeRow(table, 0),
      [
        ['', ''],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'a row moved',
      moveRow(table, 2, 1),
      [
        ['a', 'b'],
        ['3', '4'],
        ['1', '2'],
      ],
    ],
    [
      'a column more',
      insertColumn(table, 1),
      [
        ['a', '', 'b'],
        ['1', '', '2'],
        ['3', '', '4'],
      ],
    ],
    ['a column less', removeColumn(table, 0), [['b'], ['2'], ['4']]],
    [
      'a column moved',
      moveColumn(table, 1, 0),
      [
        ['b', 'a'],
        ['2', '1'],
        ['4', '3'],
      ],
    ],
  ])('%s', (_, { rows, alignments }, expected) => {
    expect(rows).toEqual(expected)
    expect(alignments).toHaveLength(expected[0]?.length ?? 0)
  })
  it('alignment turns through all four', () => {
    const turns = [table]
    for (let turn = 0; turn < 4; turn += 1) turns.push(turnAlignment(turns.at(-1) ?? table, 0))
    expect(turns.map(({ alignments }) => alignments[0])).toEqual(['none', 'left', 'center', 'right', 'none'])
  })
})

describe('cells from a spreadsheet', () => {
  it('become a table, numbers to the right', () => {
    expect(tableFromTabs('名称\tAmount\r\n软银\t5.83\r\nOpenAI\t30%\r\n')).toEqual({
      rows: [
        ['名称', 'Amount'],
        ['软银', '5.83'],
        ['OpenAI', '30%'],
      ],
      alignments: ['none', 'right'],
    })
  })
  it('may hold line ends, quotes and bars', () => {
    expect(tableFromTabs('a\tb\n"two\nlines"\t"a ""b"" | c"\n')?.rows).toEqual([
      ['a', 'b'],
      ['two lines', 'a "b" \\| c'],
    ])
  })
  it('may be empty', () =>
    expect(tableFromTabs('a\tb\n\t2\n1\t\n')?.rows).toEqual([
      ['a', 'b'],
      ['', '2'],
      ['1', ''],
    ]))
  it.each(['plain', 'one\ttab in prose\nand a line without', 'single'])('%j is none', (text) => expect(tableFromTabs(text)).toBeUndefined())
})

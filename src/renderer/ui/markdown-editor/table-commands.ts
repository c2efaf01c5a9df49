// Tables by key: from cell to cell, new rows and columns, moved and taken away, each one undo; what is left is lined up.

import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import { EditorSelection, type EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state'
import {
  cellRanges,
  emptyTable,
  formatTable,
  insertColumn,
  insertRow,
  moveColumn,
  moveRow,
  parseTable,
  removeColumn,
  removeRow,
  type Table,
  turnAlignment,
} from './table-model.ts'

/** A table of the text: its lines without what stands before them (a quote's mark, a list's indent), and the cell of the cursor. */
export type PlacedTable = { from: number; to: number; prefix: string; table: Table; row: number; column: number }

export function tableAt(state: EditorState, at: number): PlacedTable | undefined {
  const tree = ensureSyntaxTree(state, Math.min(state.doc.length, at + 1), 50) ?? syntaxTree(state)
  let node = tree.resolveInner(at, -1)
  if (node.from === at && node.to === at) node = tree.resolveInner(at, 1)
  for (const side of [-1, 1] as const) {
    for (let held: typeof node | null = tree.resolveInner(at, side); held; held = held.parent) {
      if (held.name === 'Table') return placeTable(state, held.from, held.to, at)
    }
  }
  return undefined
}

function placeTable(state: EditorState, start: number, to: number, at: number): PlacedTable | undefined {
  const first = state.doc.lineAt(start)
  const prefix = state.sliceDoc(first.from, start)
  const lines: string[] = []
  for (let line = first; ; line = state.doc.line(line.number + 1)) {
    lines.push(state.sliceDoc(Math.min(line.to, line.from + prefix.length), line.to))
    if (line.to >= to || line.number === state.doc.lines) break
  }
  const table = parseTable(lines)
  if (!table) return undefined
  const cursor = state.doc.lineAt(at)
  const inLine = at - cursor.from - prefix.length
  const cells = cellRanges(lines[cursor.number - first.number] ?? '')
  const column = Math.max(
    0,
    cells.findLastIndex(({ from, to }) => inLine > from || (inLine >= from && inLine <= to && from === 0)),
  )
  const offset = cursor.number - first.number
  return {
    from: first.from,
    to: state.doc.line(first.number + lines.length - 1).to,
    prefix,
    table,
    row: Math.max(0, offset < 2 ? 0 : offset - 1),
    column,
  }
}

/** The table written anew, with the words of one cell selected. */
function writeTable({ from, to, prefix }: Pick<PlacedTable, 'from' | 'to' | 'prefix'>, table: Table, row: number, column: number): TransactionSpec {
  const lines = formatTable(table)
  const line = row === 0 ? 0 : row + 1
  const before = lines.slice(0, line).reduce((length, each) => length + prefix.length + each.length + 1, 0)
  const cell = cellRanges(lines[line] ?? '')[column]
  const base = from + before + prefix.length
  return {
    changes: { from, to, insert: lines.map((each) => prefix + each).join('\n') },
    selection: EditorSelection.single(base + (cell?.start ?? 0), base + (cell?.end ?? 0)),
    scrollIntoView: true,
    userEvent: 'input.table',
  }
}

type Edit = (placed: PlacedTable) => { table: Table; row: number; column: number } | undefined

function onTable(edit: Edit): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    const placed = tableAt(state, state.selection.main.head)
    const edited = placed && edit(placed)
    if (!placed || !edited) return false
    dispatch(state.update(writeTable(placed, edited.table, edited.row, edited.column)))
    return true
  }
}

const last = (items: readonly unknown[]) => items.length - 1

export const nextCell = onTable(({ table, row, column }) => {
  if (column < last(table.alignments)) return { table, row, column: column + 1 }
  if (row < last(table.rows)) return { table, row: row + 1, column: 0 }
  return { table: insertRow(table, row + 1), row: row + 1, column: 0 }
})

export const previousCell = onTable(({ table, row, column }) => {
  if (column > 0) return { table, row, column: column - 1 }
  return row > 0 ? { table, row: row - 1, column: last(table.alignments) } : { table, row, column }
})

/** On to the row below, made where there is none. Enter in a last row of nothing but space leaves the table. */
export const cellBelow: StateCommand = ({ state, dispatch }) => {
  const placed = tableAt(state, state.selection.main.head)
  if (!placed || state.readOnly) return false
  const { table, row, column, to, prefix } = placed
  const isLast = row === last(table.rows)
  if (isLast && row > 0 && table.rows[row]?.every((cell) => cell === '')) {
    const lines = formatTable(removeRow(table, row)).map((line) => prefix + line)
    const insert = `${lines.join('\n')}\n${prefix.trimEnd()}\n${prefix}`
    dispatch(
      state.update({
        changes: { from: placed.from, to, insert },
        selection: { anchor: placed.from + insert.length },
        scrollIntoView: true,
        userEvent: 'input.table',
      }),
    )
    return true
  }
  dispatch(state.update(writeTable(placed, isLast ? insertRow(table, row + 1) : table, row + 1, column)))
  return true
}

export const addRow = onTable(({ table, row, column }) => ({ table: insertRow(table, row + 1), row: row + 1, column }))
export const takeRow = onTable(({ table, row, column }) => {
  const left = removeRow(table, row)
  return { table: left, row: Math.min(row, last(left.rows)), column }
})
export const rowUp = onTable(({ table, row, column }) => (row > 0 ? { table: moveRow(table, row, row - 1), row: row - 1, column } : undefined))
export const rowDown = onTable(({ table, row, column }) =>
  row < last(table.rows) ? { table: moveRow(table, row, row + 1), row: row + 1, column } : undefined,
)
export const addColumn = onTable(({ table, row, column }) => ({ table: insertColumn(table, column + 1), row, column: column + 1 }))
export const takeColumn = onTable(({ table, row, column }) =>
  table.alignments.length > 1 ? { table: removeColumn(table, column), row, column: Math.max(0, column - 1) } : undefined,
)
export const columnLeft = onTable(({ table, row, column }) =>
  column > 0 ? { table: moveColumn(table, column, column - 1), row, column: column - 1 } : undefined,
)
export const columnRight = onTable(({ table, row, column }) =>
  column < last(table.alignments) ? { table: moveColumn(table, column, column + 1), row, column: column + 1 } : undefined,
)
export const alignColumn = onTable(({ table, row, column }) => ({ table: turnAlignment(table, column), row, column }))

/** A table of three columns on lines of its own, the cursor in its head. */
export const insertTable: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly || tableAt(state, state.selection.main.head)) return false
  dispatch(insertedTable(state, emptyTable(3, 2)))
  return true
}

/** Blank lines before and after, where there are none: a table ends at one. */
export function insertedTable(state: EditorState, table: Table) {
  const { from, to } = state.selection.main
  const line = state.doc.lineAt(from)
  const rest = state.doc.lineAt(to)
  const before =
    state.sliceDoc(line.from, from).trim() === '' ? (line.number > 1 && state.doc.line(line.number - 1).text.trim() !== '' ? '\n' : '') : '\n\n'
  const start = before === '\n\n' ? from : line.from
  const isEndBlank = state.sliceDoc(to, rest.to).trim() === ''
  const end = isEndBlank ? rest.to : to
  const isFollowed = rest.number < state.doc.lines && state.doc.line(rest.number + 1).text.trim() !== ''
  const after = isEndBlank ? (isFollowed ? '\n' : '') : '\n\n'
  const lines = formatTable(table).join('\n')
  const base = start + before.length
  const cell = cellRanges(formatTable(table)[0] ?? '')[0]
  return state.update({
    changes: { from: start, to: end, insert: before + lines + after },
    selection: EditorSelection.single(base + (cell?.start ?? 0), base + (cell?.end ?? 0)),
    scrollIntoView: true,
    userEvent: 'input.table',
  })
}

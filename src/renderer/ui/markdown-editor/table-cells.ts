// Tables with their cells side by side while they are being written, and lined up in the text when the cursor leaves one that was changed.

import { syntaxTree } from '@codemirror/language'
import { type EditorState, type Extension, Prec, type Range, RangeSet, Transaction } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { diffTexts } from '../../../core/merge/diff-texts.ts'
import { isDrawnAnew } from './is-drawn-anew.ts'
import classes from './table-cells.module.css'
import { type PlacedTable, tableAt } from './table-commands.ts'
import { type Alignment, cellRanges, formatTable } from './table-model.ts'
import { isTouched } from './touched-lines.ts'

const hidden = Decoration.replace({})
const bar = Decoration.mark({ class: classes.bar ?? '' })
/** An address, say, of scripts that break at spaces alone. */
const LONG_WORD = /[^\s\u2e80-\uffff]{25,}/
const alignmentClasses: Readonly<Record<Alignment, string | undefined>> = { none: '', left: '', center: classes.cellCenter, right: classes.cellRight }

export function tableCells(): Extension {
  // Lowest, so that all else that is decorated stands inside the cells (higher precedence makes the inner elements).
  return Prec.lowest(
    ViewPlugin.fromClass(
      class {
        decorations: DecorationSet
        #isEdited = false
        constructor(view: EditorView) {
          this.decorations = decorate(view)
        }
        update(update: ViewUpdate) {
          if (update.view.composing) this.decorations = this.decorations.map(update.changes)
          else if (isDrawnAnew(update)) this.decorations = decorate(update.view)
          this.#lineUp(update)
        }

        /** Only what the person at the keyboard changed: a note that is opened and left keeps its bytes. */
        #lineUp({ view, docChanged, selectionSet, focusChanged, transactions, state, startState, changes }: ViewUpdate): void {
          const isTyped = docChanged && transactions.some((each) => each.isUserEvent('input') || each.isUserEvent('delete'))
          if (isTyped && tableAt(state, state.selection.main.head)) this.#isEdited = true
          if (!this.#isEdited || view.composing || (!selectionSet && !focusChanged)) return
          const left = tableAt(startState, startState.selection.main.head)
          if (!left) return
          const at = changes.mapPos(left.from, 1)
          const isStillIn = view.hasFocus && tableAt(state, state.selection.main.head)?.from === at
          if (isStillIn) return
          this.#isEdited = false
          // Not within an update; and what came meanwhile decides anew.
          queueMicrotask(() => {
            const placed = at <= view.state.doc.length ? tableAt(view.state, at) : undefined
            if (placed && view.dom.isConnected && !view.composing && !view.state.readOnly) lineUp(view, placed)
          })
        }
      },
      { decorations: (plugin) => plugin.decorations },
    ),
  )
}

function lineUp(view: EditorView, { from, to, prefix, table }: PlacedTable): void {
  const written = view.state.sliceDoc(from, to)
  const wanted = formatTable(table)
    .map((line) => prefix + line)
    .join('\n')
  if (written === wanted) return
  const changes = diffTexts(written, wanted).map(({ start, end, insert }) => ({ from: from + start, to: from + end, insert }))
  view.dispatch({ changes, userEvent: 'format.table', annotations: Transaction.addToHistory.of(true) })
}

function decorate(view: EditorView): DecorationSet {
  const ranges: Range<Decoration>[] = []
  const { state } = view
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(state).iterate({
      from,
      to,
      enter: ({ name, from: start, to: end }) => {
        if (name === 'Table') addTable(ranges, view, state, start, end)
        return name !== 'Table'
      },
    })
  }
  return RangeSet.of(ranges, true)
}

function addTable(ranges: Range<Decoration>[], view: EditorView, state: EditorState, from: number, to: number): void {
  const placed = tableAt(state, from)
  if (!placed) return
  const isBeingWritten = isTouched(view, from, to)
  const first = state.doc.lineAt(placed.from).number
  const end = state.doc.lineAt(placed.to).number
  for (let number = first; number <= end; number += 1) {
    const line = state.doc.line(number)
    const isDelimiter = number === first + 1
    const name = isDelimiter
      ? `${classes.tableRow} ${classes.delimiterRow}`
      : number === first
        ? `${classes.tableRow} ${classes.headRow}`
        : classes.tableRow
    ranges.push(Decoration.line({ class: name ?? '' }).range(line.from))
    if (isDelimiter && !isBeingWritten) {
      if (line.length > 0) ranges.push(hidden.range(line.from, line.to))
      continue
    }
    const base = line.from + placed.prefix.length
    const cells = cellRanges(line.text.slice(placed.prefix.length))
    for (const [column, cell] of cells.entries()) {
      const alignment = alignmentClasses[placed.table.alignments[column] ?? 'none']
      const words = state.sliceDoc(base + cell.from, base + cell.to)
      const shape = `${alignment} ${LONG_WORD.test(words) ? classes.cellOfLongWords : ''}`
      const spec = { class: `${classes.cell} ${shape}`, attributes: { 'data-column': String(column) }, inclusiveStart: true }
      ranges.push(Decoration.mark(spec).range(base + cell.from, base + cell.to))
      const isLast = column === cells.length - 1
      if (isBeingWritten) {
        if (words.startsWith('|')) ranges.push(bar.range(base + cell.from, base + cell.from + 1))
        if (isLast && words.length > 1 && words.endsWith('|')) ranges.push(bar.range(base + cell.to - 1, base + cell.to))
      } else {
        // The blanks that line a table up in its text are no words: one of them alone would be a line of a narrow cell.
        const lead = /^\|?[ \t]*/.exec(words)?.[0].length ?? 0
        const rest = words.slice(lead).trimEnd()
        const kept = isLast && rest.endsWith('|') ? rest.slice(0, -1).trimEnd() : rest
        const tail = words.length - lead - kept.length
        if (lead > 0) ranges.push(hidden.range(base + cell.from, base + cell.from + lead))
        if (tail > 0) ranges.push(hidden.range(base + cell.to - tail, base + cell.to))
      }
    }
  }
}

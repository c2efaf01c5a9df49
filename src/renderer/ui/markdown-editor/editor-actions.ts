// What the catalogue's actions of the editor do. They work on the editor that has the focus, or had it last.

import { startCompletion } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import { addAction, keyOf } from '../../keys/actions.ts'
import type { ActionId } from '../../keys/catalogue.ts'
import { keysOf } from '../../keys/key-settings.ts'
import { canOpenFigure, hasProblems, openFigure, stepFigure } from './figure-steps.ts'
import { openFindPanel } from './find-panel.ts'
import { insertLink, toggleMark } from './format-commands.ts'
import { chooseImages } from './image-files.ts'
import { toggleHeading, toggleList, toggleNumberedList, toggleQuote } from './line-commands.ts'
import { toggleTask } from './list-commands.ts'
import type { NoteLinks } from './note-links.ts'
import {
  addColumn,
  addRow,
  alignColumn,
  columnLeft,
  columnRight,
  insertTable,
  rowDown,
  rowUp,
  tableAt,
  takeColumn,
  takeRow,
} from './table-commands.ts'

type EditorAction = (view: EditorView) => unknown

const everywhere = {
  'format.bold': toggleMark('**'),
  'format.italic': toggleMark('*'),
  'format.strike': toggleMark('~~'),
  'format.mark': toggleMark('=='),
  'format.code': toggleMark('`'),
  'format.link': insertLink,
  'format.heading-1': toggleHeading(1),
  'format.heading-2': toggleHeading(2),
  'format.heading-3': toggleHeading(3),
  'format.quote': toggleQuote,
  'format.list': toggleList,
  'format.numbered-list': toggleNumberedList,
  'format.task': toggleTask,
  'insert.table': insertTable,
  'insert.image': chooseImages,
  'insert.citation': (view) => beginLink(view, '[@', ']'),
  'insert.wikilink': (view) => beginLink(view, '[[', ']]'),
  'edit.find': (view) => openFindPanel(view, 'find'),
  'edit.replace': (view) => openFindPanel(view, 'replace'),
} satisfies Partial<Record<ActionId, EditorAction>>

const inTables = {
  'table.add-row': addRow,
  'table.remove-row': takeRow,
  'table.row-up': rowUp,
  'table.row-down': rowDown,
  'table.add-column': addColumn,
  'table.remove-column': takeColumn,
  'table.column-left': columnLeft,
  'table.column-right': columnRight,
  'table.align': alignColumn,
} satisfies Partial<Record<ActionId, EditorAction>>

const actions = new Map<ActionId, EditorAction>(Object.entries({ ...everywhere, ...inTables }) as [ActionId, EditorAction][])

type FigureAction = { run: (view: EditorView, links: NoteLinks) => void; canRun: (view: EditorView) => boolean }

/** They need no cursor to begin from: a note that was only opened has them too. */
const figureActions = {
  'figures.next': { run: stepFigure(1), canRun: hasProblems },
  'figures.previous': { run: stepFigure(-1), canRun: hasProblems },
  'figures.open': { run: openFigure, canRun: canOpenFigure },
} satisfies Partial<Record<ActionId, FigureAction>>

let lastFocused: EditorView | undefined

/** Call when the editor is made and when it takes the focus. */
export function noteFocus(view: EditorView): void {
  lastFocused = view
}

/** Offers the actions for as long as the editor lives; returns how to stop. */
export function offerEditorActions(view: EditorView, links: NoteLinks | undefined): () => void {
  const stops = [...actions].map(([id, run]) =>
    addAction({
      id,
      run: () => {
        run(view)
        if (!id.startsWith('edit.')) view.focus()
      },
      isEnabled: () => lastFocused === view && canRun(view, id),
    }),
  )
  const isMeant = () => (lastFocused ?? view) === view
  for (const [id, { run, canRun: isThere }] of links ? (Object.entries(figureActions) as [ActionId, FigureAction][]) : []) {
    const runAndFocus = () => {
      view.focus()
      if (links) run(view, links)
    }
    stops.push(addAction({ id, run: runAndFocus, isEnabled: () => isMeant() && isThere(view) }))
  }
  return () => {
    for (const stop of stops) stop()
    if (lastFocused === view) lastFocused = undefined
  }
}

/** The key of *find* belongs to the pane that has the focus: beside the note a source may have a *find* of its own. */
function isElsewhere(view: EditorView): boolean {
  const pane = document.activeElement?.closest('section')
  return pane !== null && pane !== undefined && !pane.contains(view.dom)
}

function canRun(view: EditorView, id: ActionId): boolean {
  const { state } = view
  if (id.startsWith('edit.') && isElsewhere(view)) return false
  if (id === 'edit.find') return true
  return !state.readOnly && (!(id in inTables) || tableAt(state, state.selection.main.head) !== undefined)
}

/** Runs the action of a key before CodeMirror's own keys, some of which stand for rarer things (Mod-i, Shift-Mod-k). */
export function runKey(event: KeyboardEvent, view: EditorView): boolean {
  if (event.isComposing || event.keyCode === 229 || !(event.ctrlKey || event.metaKey || event.altKey)) return false
  const pressed = keyOf(event)
  for (const [id, run] of actions) {
    if (!keysOf(id).includes(pressed) || !canRun(view, id)) continue
    event.preventDefault()
    run(view)
    return true
  }
  return false
}

/** Writes the brackets of a link around the cursor and offers what can stand in them. */
function beginLink(view: EditorView, opening: string, closing: string): void {
  const { from, to } = view.state.selection.main
  const written = view.state.sliceDoc(from, to)
  view.dispatch({
    changes: { from, to, insert: opening + written + closing },
    selection: { anchor: from + opening.length + written.length },
    userEvent: 'input.type',
    scrollIntoView: true,
  })
  view.focus()
  startCompletion(view)
}

// What is being looked for in an editor, and where it stands.

import { type ChangeDesc, type EditorState, type Extension, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, type Panel, showPanel, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { Match } from './find-matches.ts'
import classes from './find-panel.module.css'

export type FindState = { isOpen: boolean; isReplacing: boolean; matches: readonly Match[] }

export const setFind = StateEffect.define<Partial<FindState>>()

export const findField = StateField.define<FindState>({
  create: () => ({ isOpen: false, isReplacing: false, matches: [] }),
  update: (held, { changes, effects, docChanged }) => {
    let next = docChanged && held.matches.length > 0 ? { ...held, matches: mapMatches(held.matches, changes) } : held
    for (const effect of effects) if (effect.is(setFind)) next = { ...next, ...effect.value }
    return next
  },
})

/** Until they are found anew. */
function mapMatches(matches: readonly Match[], changes: ChangeDesc): Match[] {
  return matches.flatMap((match) => {
    const start = changes.mapPos(match.start, 1)
    const end = changes.mapPos(match.end, -1)
    return end > start ? [{ ...match, start, end }] : []
  })
}

/** Which match is selected, counted from 1; 0 for none. */
export function currentMatch({ selection, field }: { selection: EditorState['selection']; field: FindState }): number {
  const { from, to } = selection.main
  return field.matches.findIndex(({ start, end }) => start === from && end === to) + 1
}

const found = Decoration.mark({ class: classes.found ?? '' })
const current = Decoration.mark({ class: `${classes.found} ${classes.foundCurrent}` })

const painted = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = paint(view)
    }
    update(update: ViewUpdate) {
      if (update.view.composing) this.decorations = this.decorations.map(update.changes)
      else this.decorations = paint(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function paint(view: EditorView): DecorationSet {
  const { isOpen, matches } = view.state.field(findField)
  if (!isOpen || matches.length === 0) return Decoration.none
  const { from, to } = view.state.selection.main
  const ranges: Range<Decoration>[] = []
  for (const visible of view.visibleRanges) {
    for (const { start, end } of matches) {
      if (end < visible.from || start > visible.to || end > view.state.doc.length) continue
      ranges.push((start === from && end === to ? current : found).range(start, end))
    }
  }
  return RangeSet.of(ranges, true)
}

export function findIn(makePanel: (view: EditorView) => Panel): Extension {
  return [
    findField,
    showPanel.from(findField, ({ isOpen }) => (isOpen ? makePanel : null)),
    painted,
    EditorView.scrollMargins.of(() => ({ top: 90 })),
  ]
}

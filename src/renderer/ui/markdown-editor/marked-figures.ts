// The figures of an editor's text that are marked now, and how they look.

import { type EditorState, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import type { FigureMark } from '../../../core/prose-figures/figure-mark.ts'
import { strings } from '../../strings/strings.ts'
import classes from './link-chips.module.css'

export type MarkedFigure = { from: number; to: number; mark: FigureMark }

export const checked = StateEffect.define<readonly MarkedFigure[]>()

/** What is marked now, in the order of the text. */
export const markedField = StateField.define<{ figures: readonly MarkedFigure[]; decorations: DecorationSet }>({
  create: () => ({ figures: [], decorations: Decoration.none }),
  update: (held, { changes, docChanged, effects }) => {
    const fresh = effects.findLast((effect) => effect.is(checked))?.value
    if (fresh) return { figures: fresh, decorations: decorationsOf(fresh) }
    if (!docChanged) return held
    const figures = held.figures.flatMap(({ from, to, mark }): MarkedFigure[] => {
      const [start, end] = [changes.mapPos(from, 1), changes.mapPos(to, -1)]
      // What was typed over says something else now.
      return end - start === to - from && changes.touchesRange(from, to) === false ? [{ from: start, to: end, mark }] : []
    })
    return { figures, decorations: decorationsOf(figures) }
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
})

export function markedFigures(state: EditorState): readonly MarkedFigure[] {
  return state.field(markedField, false)?.figures ?? []
}

function decorationsOf(figures: readonly MarkedFigure[]): DecorationSet {
  const ranges = figures.flatMap(({ from, to, mark }) => {
    if (to <= from) return []
    const line = Decoration.mark({ class: classes.figure ?? '', attributes: { 'data-figure': mark.kind } }).range(from, to)
    const shape = shapes[mark.kind]
    return shape ? [line, Decoration.widget({ widget: new FigureShape(mark, shape), side: 1 }).range(to)] : [line]
  })
  return RangeSet.of(ranges, true)
}

const shapes: Readonly<Record<FigureMark['kind'], string | undefined>> = {
  agrees: undefined,
  computed: undefined,
  elsewhere: undefined,
  contradicts: '≠',
  absent: '◇',
}

/** Told by its shape, and to a screen reader in words. */
class FigureShape extends WidgetType {
  readonly #mark: FigureMark
  readonly #shape: string
  constructor(mark: FigureMark, shape: string) {
    super()
    this.#mark = mark
    this.#shape = shape
  }

  override eq(other: FigureShape): boolean {
    return JSON.stringify(this.#mark) === JSON.stringify(other.#mark)
  }

  override toDOM(): HTMLElement {
    const shape = document.createElement('span')
    shape.className = classes.figureShape ?? ''
    shape.dataset.figure = this.#mark.kind
    shape.setAttribute('role', 'img')
    shape.setAttribute('aria-label', `${strings.checks.kinds[this.#mark.kind]}: ${strings.checks.sentence(this.#mark)}`)
    shape.textContent = this.#shape
    return shape
  }

  override ignoreEvent(): boolean {
    return false
  }
}

// Figures that were compared with the passages of their sentences: a faint line where they agree, a shape where they do not.
//
// Nothing is compared per key: what was marked moves with the text until the person has paused, and then only what changed is asked about.

import type { EditorState, Extension } from '@codemirror/state'
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { CitationItem } from '../../../core/markdown/citation-syntax.ts'
import type { FigureMark } from '../../../core/prose-figures/figure-mark.ts'
import { useSettings } from '../../theme/settings.ts'
import { type EditorBlock, proseBetween } from './editor-prose.ts'
import type { FigureBook } from './figure-book.ts'
import { figureCards } from './figure-cards.ts'
import { isDrawnAnew } from './is-drawn-anew.ts'
import { findLinks, whenNotComposing } from './link-chips.ts'
import { checked, type MarkedFigure, markedField, markedFigures } from './marked-figures.ts'
import type { NoteLinks } from './note-links.ts'

const pauseMs = 300
/** Notes up to this length are looked through as a whole, so that the keys reach every figure; of longer ones what is in sight. */
const wholeLength = 60_000

export function checkedFigures(book: FigureBook, links: NoteLinks): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      readonly #view: EditorView
      readonly #stops: (() => void)[]
      #timer: ReturnType<typeof setTimeout> | undefined
      constructor(view: EditorView) {
        this.#view = view
        this.#stops = [book.onChange(() => this.#soon(0)), useSettings.subscribe(() => this.#soon(0))]
        this.#soon(0)
      }
      update(update: ViewUpdate) {
        if (update.docChanged) this.#soon(pauseMs)
        else if (update.viewportChanged || (isDrawnAnew(update) && !update.selectionSet && !update.focusChanged)) this.#soon(50)
      }
      destroy() {
        clearTimeout(this.#timer)
        for (const stop of this.#stops) stop()
      }
      #soon(delayMs: number) {
        clearTimeout(this.#timer)
        this.#timer = setTimeout(() => whenNotComposing(this.#view, () => this.#check()), delayMs)
      }
      #check() {
        const { state } = this.#view
        const figures = useSettings.getState().figureChecks === 'off' ? [] : figuresOf(this.#view, book)
        if (figures && !isSame(figures, markedFigures(state))) this.#view.dispatch({ effects: checked.of(figures) })
      }
    },
  )
  return [markedField, plugin, figureCards(links)]
}

/** Undefined while an answer is on its way: what is marked stays until then. */
function figuresOf({ state, visibleRanges }: EditorView, book: FigureBook): readonly MarkedFigure[] | undefined {
  const isShort = state.doc.length <= wholeLength
  const ranges = isShort ? [{ from: 0, to: state.doc.length }] : visibleRanges
  const blocks = ranges.flatMap(({ from, to }) => proseBetween(state, from, to))
  const cited = (isShort ? ranges : visibleRanges).flatMap(({ from, to }) => citationsIn(state, state.doc.lineAt(from).from, state.doc.lineAt(to).to))
  const marks = book.marks(
    blocks.map(({ prose }) => prose),
    cited,
  )
  if (marks.some((each) => each === undefined)) return undefined
  return blocks.flatMap((block, index) => (marks[index] ?? []).map((mark) => place(block, mark)))
}

function citationsIn(state: EditorState, from: number, to: number): CitationItem[] {
  const items = findLinks(state, from, to).flatMap((link) => (link.kind === 'citation' ? link.items : []))
  const distinct = new Map(
    items.map(({ citekey, highlight }) => [`${citekey}#${highlight ?? ''}`, highlight === undefined ? { citekey } : { citekey, highlight }]),
  )
  return [...distinct.values()]
}

function place({ positions }: EditorBlock, mark: FigureMark): MarkedFigure {
  return { from: positions[mark.start] ?? 0, to: (positions[mark.end - 1] ?? 0) + 1, mark }
}

function isSame(one: readonly MarkedFigure[], other: readonly MarkedFigure[]): boolean {
  return one.length === other.length && JSON.stringify(one) === JSON.stringify(other)
}

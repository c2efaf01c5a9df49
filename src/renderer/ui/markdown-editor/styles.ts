// Collects the decorations of what is in sight.

import type { syntaxTree } from '@codemirror/language'
import type { Range, Text } from '@codemirror/state'
import { Decoration, type EditorView, type WidgetType } from '@codemirror/view'
import classes from './markdown-editor.module.css'
import { isTouched } from './touched-lines.ts'

export type SyntaxNode = ReturnType<typeof syntaxTree>['topNode']

const hidden = Decoration.replace({})
const marks = new Map<string, Decoration>()
const lines = new Map<string, Decoration>()

export class Styles {
  readonly view: EditorView
  readonly ranges: Range<Decoration>[] = []

  constructor(view: EditorView) {
    this.view = view
  }

  get doc(): Text {
    return this.view.state.doc
  }

  isTouched(from: number, to: number): boolean {
    return isTouched(this.view, from, to)
  }

  mark(name: string | undefined, from: number, to: number): void {
    if (to > from) this.ranges.push(cached(marks, name ?? '', (held) => Decoration.mark({ class: held })).range(from, to))
  }

  /** As `mark`, around whatever widget stands at its start. */
  frame(name: string | undefined, from: number, to: number): void {
    if (to > from) this.ranges.push(Decoration.mark({ class: name ?? '', inclusiveStart: true }).range(from, to))
  }

  /** `at` is the start of a line. */
  line(name: string | undefined, at: number): void {
    this.ranges.push(cached(lines, name ?? '', (held) => Decoration.line({ class: held })).range(at))
  }

  /** A mark of Markdown: faint on the line of the cursor, hidden elsewhere. */
  syntax(from: number, to: number): void {
    if (to <= from) return
    if (this.isTouched(from, to)) this.mark(classes.faint, from, to)
    else this.ranges.push(hidden.range(from, to))
  }

  widget(widget: WidgetType, from: number, to: number): void {
    this.ranges.push(Decoration.replace({ widget }).range(from, to))
  }
}

function cached(held: Map<string, Decoration>, name: string, make: (name: string) => Decoration): Decoration {
  let value = held.get(name)
  if (!value) {
    value = make(name)
    held.set(name, value)
  }
  return value
}

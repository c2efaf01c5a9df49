// What stands for Markdown's own marks on lines that are not being written: a bullet, a box to tick, a rule, a picture.

import { type EditorView, WidgetType } from '@codemirror/view'
import { strings } from '../../strings/strings.ts'
import classes from './markdown-editor.module.css'

export class Bullet extends WidgetType {
  override eq(): boolean {
    return true
  }
  override toDOM(): HTMLElement {
    return make('span', classes.bullet, '•')
  }
}

export class Rule extends WidgetType {
  override eq(): boolean {
    return true
  }
  override toDOM(): HTMLElement {
    const rule = make('span', classes.rule)
    rule.setAttribute('role', 'separator')
    return rule
  }
}

export class TaskBox extends WidgetType {
  readonly #isDone: boolean
  constructor(isDone: boolean) {
    super()
    this.#isDone = isDone
  }
  override eq(other: TaskBox): boolean {
    return other.#isDone === this.#isDone
  }
  override toDOM(view: EditorView): HTMLElement {
    const box = make('span', classes.taskBox, this.#isDone ? '☑' : '☐')
    box.setAttribute('role', 'checkbox')
    box.setAttribute('aria-checked', String(this.#isDone))
    box.setAttribute('aria-label', this.#isDone ? strings.editor.taskDone : strings.editor.taskToDo)
    box.title = strings.editor.toggleTask
    // On mousedown: by the time of a click, the cursor that the press has set would have turned the box into its Markdown.
    box.addEventListener('mousedown', (event) => {
      if (event.button !== 0) return
      event.preventDefault()
      if (view.state.readOnly) return
      const at = view.posAtDOM(box)
      const written = view.state.sliceDoc(at, at + 3)
      if (!/^\[[ xX]\]$/.test(written)) return
      view.dispatch({ changes: { from: at + 1, to: at + 2, insert: written[1] === ' ' ? 'x' : ' ' }, userEvent: 'input.task' })
    })
    return box
  }
}

export class Picture extends WidgetType {
  readonly #src: string
  readonly #alt: string
  constructor(src: string, alt: string) {
    super()
    this.#src = src
    this.#alt = alt
  }
  override eq(other: Picture): boolean {
    return other.#src === this.#src && other.#alt === this.#alt
  }
  override toDOM(view: EditorView): HTMLElement {
    const frame = make('span', classes.picture)
    const image = document.createElement('img')
    image.alt = this.#alt
    image.draggable = false
    image.addEventListener('load', () => view.requestMeasure())
    image.addEventListener('error', () => {
      image.replaceWith(make('span', classes.missing, strings.editor.pictureMissing(this.#alt)))
      view.requestMeasure()
    })
    image.src = this.#src
    frame.append(image)
    return frame
  }
  override ignoreEvent(): boolean {
    return false
  }
}

function make(tag: string, className: string | undefined, text = ''): HTMLElement {
  const element = document.createElement(tag)
  element.className = className ?? ''
  element.textContent = text
  return element
}

// Find and replace in a note: a panel above the text, with names for a screen reader and counts as one goes along.

import { EditorSelection, type Extension } from '@codemirror/state'
import { type EditorView, type Panel, runScopeHandlers } from '@codemirror/view'
import { strings } from '../../strings/strings.ts'
import { findExpression, findWords, type Match, replacementFor } from './find-matches.ts'
import classes from './find-panel.module.css'
import { currentMatch, findField, findIn, setFind } from './find-state.ts'

const findAfterMs = 80
const words = strings.editor

export function findAndReplace(): Extension {
  return findIn((view) => new FindPanel(view))
}

/** Opens the panel, or goes to its field, with the selected words where they are within one line. */
export function openFindPanel(view: EditorView, what: 'find' | 'replace'): void {
  const { from, to } = view.state.selection.main
  const selected = view.state.sliceDoc(from, to)
  view.dispatch({ effects: setFind.of({ isOpen: true, isReplacing: what === 'replace' || view.state.field(findField).isReplacing }) })
  panels.get(view)?.begin(selected.includes('\n') || selected.length > 200 ? '' : selected)
}

const panels = new WeakMap<EditorView, FindPanel>()

class FindPanel implements Panel {
  readonly dom: HTMLElement
  readonly top = true
  readonly #view: EditorView
  readonly #find: HTMLInputElement
  readonly #replace: HTMLInputElement
  readonly #count: HTMLElement
  readonly #replaceRow: HTMLElement
  readonly #options: { case: HTMLInputElement; word: HTMLInputElement; expression: HTMLInputElement }
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = 0
  /** How many were replaced together, until something else is looked for. */
  #replaced = 0

  constructor(view: EditorView) {
    this.#view = view
    panels.set(view, this)
    this.#find = field(words.findField)
    this.#replace = field(words.replaceField)
    this.#count = document.createElement('span')
    this.#count.className = classes.findCount ?? ''
    this.#count.setAttribute('role', 'status')
    const search = () => this.#searchSoon(true)
    this.#options = {
      case: option(words.matchCase, search),
      word: option(words.wholeWord, search),
      expression: option(words.regularExpression, search),
    }
    this.#find.addEventListener('input', (event) => {
      // What an input method is composing is no word yet.
      if (!(event as InputEvent).isComposing) this.#searchSoon(true)
    })
    this.#find.addEventListener('compositionend', () => this.#searchSoon(true))
    const findRow = row(
      this.#find,
      this.#count,
      button(words.findPrevious, () => this.#step(-1)),
      button(words.findNext, () => this.#step(1)),
      ...Object.values(this.#options).map((box) => box.parentElement as HTMLElement),
      button(strings.app.close, () => this.#close(), '✕'),
    )
    this.#replaceRow = row(
      this.#replace,
      button(words.replaceOne, () => this.#replaceOne()),
      button(words.replaceAll, () => this.#replaceAll()),
    )
    this.dom = document.createElement('div')
    this.dom.className = classes.findPanel ?? ''
    this.dom.setAttribute('role', 'search')
    this.dom.setAttribute('aria-label', words.findPanel)
    this.dom.append(findRow, this.#replaceRow)
    this.dom.addEventListener('keydown', (event) => this.#onKey(event))
    this.#replaceRow.hidden = !view.state.field(findField).isReplacing
  }

  begin(selected: string): void {
    if (selected !== '') this.#find.value = selected
    this.#find.focus()
    this.#find.select()
    this.#searchSoon(false)
  }

  update({ docChanged, selectionSet, state, transactions }: Parameters<NonNullable<Panel['update']>>[0]): void {
    this.#replaceRow.hidden = !state.field(findField).isReplacing || state.readOnly
    if (docChanged) this.#searchSoon(false)
    if (docChanged || selectionSet || transactions.some(({ effects }) => effects.length > 0)) this.#showCount()
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#turn += 1
  }

  #searchSoon(isGoing: boolean): void {
    if (isGoing) this.#replaced = 0
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#search(isGoing), findAfterMs)
  }

  async #search(isGoing: boolean): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    const matches = await this.#matches(() => turn === this.#turn)
    // A transaction would end what an input method is composing in the text.
    if (turn !== this.#turn || this.#view.composing) return
    this.#find.setAttribute('aria-invalid', String(matches === undefined))
    this.#view.dispatch({ effects: setFind.of({ matches: matches ?? [] }) })
    if (matches === undefined) this.#count.textContent = words.badExpression
    else if (isGoing) this.#step(0)
  }

  /** Undefined where it is no regular expression. */
  async #matches(isWanted: () => boolean): Promise<Match[] | undefined> {
    const written = this.#find.value
    const isCaseMatched = this.#options.case.checked
    const isWholeWord = this.#options.word.checked
    if (!this.#options.expression.checked) return findWords(this.#view.state.doc.toString(), written, { isCaseMatched, isWholeWord })
    if (written === '') return []
    // In linear time, whatever is written (github.com/google/re2): the browser's own can hang a page for ever. Loaded when first asked for.
    const { RE2JS } = await import('re2js')
    try {
      const expression = RE2JS.compile(written, RE2JS.MULTILINE | (isCaseMatched ? 0 : RE2JS.CASE_INSENSITIVE))
      return await findExpression(this.#view.state.doc.toString(), expression, isWholeWord, { now: () => performance.now(), rest, isWanted })
    } catch {
      return undefined
    }
  }

  /** To the next or the one before; with 0 to the first from the cursor on. Round at the ends. */
  #step(by: -1 | 0 | 1): void {
    const { matches } = this.#view.state.field(findField)
    if (matches.length === 0) return
    const { from, to } = this.#view.state.selection.main
    const next =
      by > 0
        ? matches.findIndex(({ start }) => start >= to && start > from - 1 && !(start === from))
        : matches.findIndex(({ start }) => start >= from)
    const before = matches.findLastIndex(({ end }) => end <= from)
    const position = by < 0 ? (before < 0 ? matches.length - 1 : before) : Math.max(0, next)
    const match = matches[position]
    if (match) this.#view.dispatch({ selection: EditorSelection.single(match.start, match.end), scrollIntoView: true, userEvent: 'select.search' })
  }

  #replaceOne(): void {
    const { state } = this.#view
    const { matches } = state.field(findField)
    const position = currentMatch({ selection: state.selection, field: state.field(findField) })
    const match = matches[position - 1]
    if (!match || state.readOnly) {
      this.#step(1)
      return
    }
    const insert = replacementFor(match, this.#replace.value)
    this.#view.dispatch({
      changes: { from: match.start, to: match.end, insert },
      selection: { anchor: match.start + insert.length },
      userEvent: 'input.replace',
    })
    this.#step(0)
  }

  /** One change, one undo. */
  #replaceAll(): void {
    const { state } = this.#view
    const { matches } = state.field(findField)
    if (matches.length === 0 || state.readOnly) return
    const changes = matches.map((match) => ({ from: match.start, to: match.end, insert: replacementFor(match, this.#replace.value) }))
    this.#view.dispatch({ changes, userEvent: 'input.replace.all', effects: setFind.of({ matches: [] }) })
    this.#replaced = matches.length
    this.#showCount()
  }

  #showCount(): void {
    const { state } = this.#view
    const field = state.field(findField)
    const current = currentMatch({ selection: state.selection, field })
    if (this.#find.value === '') this.#count.textContent = ''
    else if (this.#replaced > 0 && field.matches.length === 0) this.#count.textContent = words.replacedAll(this.#replaced)
    else this.#count.textContent = words.findCount(current, field.matches.length)
  }

  #close(): void {
    this.#view.dispatch({ effects: setFind.of({ isOpen: false, matches: [] }) })
    this.#view.focus()
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === 'Escape') this.#close()
    else if (event.key === 'Enter' && event.target === this.#replace) this.#replaceOne()
    else if (event.key === 'Enter' && event.target === this.#find) this.#step(event.shiftKey ? -1 : 1)
    else if (!runScopeHandlers(this.#view, event, 'search-panel')) return
    event.preventDefault()
    event.stopPropagation()
  }
}

function field(name: string): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'text'
  input.placeholder = name
  input.spellcheck = false
  input.autocomplete = 'off'
  input.setAttribute('aria-label', name)
  return input
}

function option(name: string, onChange: () => void): HTMLInputElement {
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.addEventListener('change', onChange)
  label.append(box, name)
  return box
}

function button(name: string, run: () => void, shown = name): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = shown
  made.setAttribute('aria-label', name)
  made.title = name
  made.addEventListener('click', run)
  return made
}

function row(...parts: HTMLElement[]): HTMLElement {
  const made = document.createElement('div')
  made.className = classes.findRow ?? ''
  made.append(...parts)
  return made
}

/** A turn of the event loop, in which keys and frames come first. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

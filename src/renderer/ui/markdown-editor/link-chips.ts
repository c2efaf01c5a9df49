// Citations and wikilinks in the text as chips: a name to read, a quote on hover, a click that leads there; their Markdown where the cursor is.

import { type EditorState, type Extension, type Range, RangeSet, StateEffect } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view'
import { CITATION_SOURCE, type CitationItem, citationItems, WIKILINK_SOURCE } from '../../../core/markdown/citation-syntax.ts'
import { strings } from '../../strings/strings.ts'
import { isDrawnAnew } from './is-drawn-anew.ts'
import classes from './link-chips.module.css'
import { labelOf } from './link-label.ts'
import type { NoteLinks } from './note-links.ts'
import { quoteCards } from './quote-cards.ts'
import { isVerbatim } from './verbatim.ts'

export type FoundLink = { from: number; to: number } & (
  | { kind: 'citation'; items: CitationItem[] }
  | { kind: 'wikilink'; title: string; label: string }
)

const CITATION = new RegExp(CITATION_SOURCE, 'gu')
const WIKILINK = new RegExp(WIKILINK_SOURCE, 'gu')

const answersChanged = StateEffect.define<null>()

export function linkChips(links: NoteLinks): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      readonly #stop: () => void
      constructor(view: EditorView) {
        this.decorations = decorate(view, links)
        this.#stop = links.book.onChange(() => whenNotComposing(view, () => view.dispatch({ effects: answersChanged.of(null) })))
      }
      update(update: ViewUpdate) {
        if (update.view.composing) this.decorations = this.decorations.map(update.changes)
        else if (isDrawnAnew(update) || update.transactions.some((transaction) => transaction.effects.some((effect) => effect.is(answersChanged)))) {
          this.decorations = decorate(update.view, links)
        }
      }
      destroy() {
        this.#stop()
      }
    },
    { decorations: (held) => held.decorations },
  )
  return [plugin, quoteCards(links)]
}

/** Follows the link at the cursor; false where there is none. */
export function followLinkAtCursor(links: NoteLinks): (view: EditorView) => boolean {
  return ({ state }) => {
    const { head } = state.selection.main
    const line = state.doc.lineAt(head)
    const found = findLinks(state, line.from, line.to).find(({ from, to }) => head >= from && head <= to)
    if (!found) return false
    if (found.kind === 'wikilink') followWikilink(links, found.title)
    else {
      // Of several citations in one bracket, the one that the cursor is in.
      const written = citationItems(state.sliceDoc(found.from, found.to))
      const at = written.findLastIndex(({ start }) => found.from + start <= head)
      followCitation(links, found.items[Math.max(0, at)])
    }
    return true
  }
}

/** The links between two places, in the order of the text. The places should be line ends: a link never crosses one. */
export function findLinks(state: EditorState, from: number, to: number): FoundLink[] {
  const text = state.sliceDoc(from, to)
  const found: FoundLink[] = []
  for (const match of text.matchAll(CITATION)) {
    const start = from + match.index
    if (isVerbatim(state, start + 1)) continue
    found.push({ kind: 'citation', from: start, to: start + match[0].length, items: citationItems(match[0]) })
  }
  for (const match of text.matchAll(WIKILINK)) {
    const start = from + match.index
    if (isVerbatim(state, start + 2)) continue
    const title = match[1]?.trim() ?? ''
    found.push({ kind: 'wikilink', from: start, to: start + match[0].length, title, label: match[2]?.trim() || title })
  }
  return found.sort((one, other) => one.from - other.from)
}

function decorate(view: EditorView, links: NoteLinks): DecorationSet {
  const ranges: Range<Decoration>[] = []
  const { state } = view
  let drawnTo = -1
  for (const { from, to } of view.visibleRanges) {
    for (const link of findLinks(state, state.doc.lineAt(from).from, state.doc.lineAt(to).to)) {
      if (link.from < drawnTo) continue
      drawnTo = link.to
      const isTouched = view.hasFocus && state.selection.ranges.some((range) => range.from <= link.to && range.to >= link.from)
      if (isTouched) ranges.push(Decoration.mark({ class: classes.rawLink ?? '' }).range(link.from, link.to))
      else ranges.push(Decoration.replace({ widget: chipOf(link, links) }).range(link.from, link.to))
    }
  }
  return RangeSet.of(ranges, true)
}

function chipOf(link: FoundLink, links: NoteLinks): LinkChip {
  if (link.kind === 'wikilink') {
    const id = links.book.insight(link.title)
    const name = id === null ? strings.insights.wikilinkMissing(link.label) : strings.insights.wikilinkTo(link.label)
    return new LinkChip([
      { label: link.label, name, state: id === null ? 'unresolved' : 'wikilink', follow: () => followWikilink(links, link.title) },
    ])
  }
  return new LinkChip(
    link.items.map((item) => {
      const resolved = links.book.citation(item)
      const label = labelOf(item)
      const name =
        resolved === null
          ? strings.insights.citationMissing(label)
          : strings.insights.citationOf(label, resolved?.quote ?? resolved?.sourceTitle ?? '')
      return { label, name, state: resolved === null ? 'unresolved' : 'citation', follow: () => followCitation(links, item) }
    }),
  )
}

function followCitation(links: NoteLinks, item: CitationItem | undefined): void {
  const resolved = item && links.book.citation(item)
  if (resolved) links.openCitation(resolved)
}

function followWikilink(links: NoteLinks, title: string): void {
  const id = links.book.insight(title)
  if (id !== undefined) links.openInsight(title, id ?? undefined)
}

type ChipPart = { label: string; name: string; state: string; follow: () => void }

class LinkChip extends WidgetType {
  readonly #parts: readonly ChipPart[]
  constructor(parts: readonly ChipPart[]) {
    super()
    this.#parts = parts
  }

  override eq(other: LinkChip): boolean {
    const key = (chip: LinkChip) => chip.#parts.map(({ label, name, state }) => `${state} ${label} ${name}`).join('\n')
    return key(this) === key(other)
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span')
    for (const { label, name, state, follow } of this.#parts) {
      const part = chip.appendChild(document.createElement('span'))
      part.className = classes.chip ?? ''
      part.dataset.state = state
      part.setAttribute('role', 'link')
      part.setAttribute('aria-label', name)
      part.textContent = label
      // On mousedown: by the time of a click, the cursor that the press has set would have turned the chip into its Markdown.
      part.addEventListener('mousedown', (event) => {
        if (event.button !== 0) return
        event.preventDefault()
        follow()
      })
    }
    return chip
  }
}

const composingWaitMs = 200

/** Runs now, or once no input method is composing: a transaction in between would end the composition. */
export function whenNotComposing(view: EditorView, run: () => void): void {
  if (!view.dom.isConnected) return
  if (view.composing) setTimeout(() => whenNotComposing(view, run), composingWaitMs)
  else run()
}

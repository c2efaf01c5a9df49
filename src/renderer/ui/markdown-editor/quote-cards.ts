// The quote behind a citation: under the mouse, and at the cursor for those who write without one.

import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state'
import { EditorView, hoverTooltip, showTooltip, type Tooltip } from '@codemirror/view'
import { strings } from '../../strings/strings.ts'
import { guessLanguage } from '../guess-language.ts'
import classes from './cards.module.css'
import { type FoundLink, findLinks } from './link-chips.ts'
import { labelOf } from './link-label.ts'
import type { NoteLinks } from './note-links.ts'

const focusChanged = StateEffect.define<boolean>()

export function quoteCards(links: NoteLinks): Extension {
  return [
    hoverTooltip(({ state }, at) => {
      const found = citationAt(state, at)
      // At the cursor it is shown already.
      const { head } = state.selection.main
      return found && !(head > found.from && head < found.to) ? cardOf(found, links) : null
    }),
    cardAtCursor(links),
  ]
}

function cardAtCursor(links: NoteLinks): Extension {
  const field = StateField.define<{ isFocused: boolean; card: Tooltip | null; key: string }>({
    create: () => ({ isFocused: false, card: null, key: '' }),
    update: (held, { state, effects, docChanged, selection }) => {
      const isFocused = effects.findLast((effect) => effect.is(focusChanged))?.value ?? held.isFocused
      if (!docChanged && !selection && isFocused === held.isFocused) return held
      const { head, empty } = state.selection.main
      const found = isFocused && empty ? citationAt(state, head, true) : undefined
      const key = found ? `${found.from} ${found.items.map(labelOf).join(' ')}` : ''
      // The same card stays as it is: a new one would flicker at every key.
      return key === held.key ? { ...held, isFocused } : { isFocused, key, card: found ? cardOf(found, links) : null }
    },
    provide: (from) => showTooltip.from(from, ({ card }) => card),
  })
  return [field, EditorView.focusChangeEffect.of((_, isFocused) => focusChanged.of(isFocused))]
}

type Citation = Extract<FoundLink, { kind: 'citation' }>

function citationAt(state: EditorState, at: number, isInside = false): Citation | undefined {
  const line = state.doc.lineAt(at)
  const found = findLinks(state, line.from, line.to).find(({ from, to }) => (isInside ? at > from && at < to : at >= from && at <= to))
  return found?.kind === 'citation' ? found : undefined
}

function cardOf({ from, to, items }: Citation, links: NoteLinks): Tooltip {
  return {
    pos: from,
    end: to,
    above: true,
    create: () => {
      const dom = document.createElement('div')
      dom.className = classes.hoverCard ?? ''
      dom.setAttribute('role', 'note')
      const fill = () => {
        dom.replaceChildren()
        for (const item of items) {
          const resolved = links.book.citation(item)
          const label = labelOf(item)
          const words = resolved ? (resolved.quote ?? resolved.sourceTitle) : resolved === null ? strings.insights.citationMissing(label) : label
          add(dom, classes.hoverQuote, words)
          if (resolved) add(dom, classes.hoverFrom, `${label} · ${resolved.sourceTitle}`)
        }
      }
      fill()
      return { dom, destroy: links.book.onChange(fill) }
    },
  }
}

function add(card: HTMLElement, className: string | undefined, words: string): void {
  const line = card.appendChild(document.createElement('p'))
  line.className = className ?? ''
  line.textContent = words
  const language = guessLanguage(words)
  if (language) line.lang = language
}

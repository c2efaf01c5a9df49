// What a checked figure is compared with: under the mouse, and at the cursor for those who write without one.

import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state'
import { EditorView, hoverTooltip, showTooltip, type Tooltip } from '@codemirror/view'
import type { MarkedPlace } from '../../../core/prose-figures/figure-mark.ts'
import { showKey } from '../../keys/actions.ts'
import { keysOf } from '../../keys/key-settings.ts'
import { strings } from '../../strings/strings.ts'
import classes from './cards.module.css'
import { type MarkedFigure, markedFigures } from './marked-figures.ts'
import type { NoteLinks } from './note-links.ts'

const focusChanged = StateEffect.define<boolean>()

export function figureCards(links: NoteLinks): Extension {
  return [
    hoverTooltip(({ state }, at) => {
      const found = figureAt(state, at)
      const { head } = state.selection.main
      return found && !(head >= found.from && head <= found.to) ? cardOf(found, links) : null
    }),
    cardAtCursor(links),
  ]
}

/** A card at every agreeing figure that the cursor passes would be in the way of the writer: it comes by itself where something is wrong. */
function cardAtCursor(links: NoteLinks): Extension {
  const field = StateField.define<{ isFocused: boolean; card: Tooltip | null; key: string }>({
    create: () => ({ isFocused: false, card: null, key: '' }),
    update: (held, { state, effects }) => {
      const isFocused = effects.findLast((effect) => effect.is(focusChanged))?.value ?? held.isFocused
      const { head, empty } = state.selection.main
      const found = isFocused && empty ? figureAt(state, head) : undefined
      const shown = found && isProblem(found) ? found : undefined
      const key = shown ? `${shown.from} ${JSON.stringify(shown.mark)}` : ''
      return key === held.key ? { ...held, isFocused } : { isFocused, key, card: shown ? cardOf(shown, links) : null }
    },
    provide: (from) => showTooltip.from(from, ({ card }) => card),
  })
  return [field, EditorView.focusChangeEffect.of((_, isFocused) => focusChanged.of(isFocused))]
}

export function isProblem({ mark }: MarkedFigure): boolean {
  return mark.kind === 'contradicts' || mark.kind === 'absent'
}

export function figureAt(state: EditorState, at: number): MarkedFigure | undefined {
  return markedFigures(state).find(({ from, to }) => at >= from && at <= to)
}

/** Where the figure stands that this one is compared with. */
export function placeOf({ mark }: MarkedFigure): MarkedPlace | undefined {
  if (mark.kind === 'computed') return undefined
  return mark.kind === 'absent' ? mark.coarser : mark.match
}

export function openPlace({ source, highlight, item }: MarkedPlace, links: NoteLinks): void {
  const citation = { citekey: item.citekey, source, sourceTitle: '' }
  links.openCitation(highlight ? { ...citation, highlight } : citation)
}

function cardOf(figure: MarkedFigure, links: NoteLinks): Tooltip {
  const { from, to, mark } = figure
  return {
    pos: from,
    end: to,
    above: true,
    create: () => {
      const dom = document.createElement('div')
      dom.className = classes.hoverCard ?? ''
      dom.dataset.figure = mark.kind
      dom.setAttribute('role', 'note')
      dom.setAttribute('aria-label', strings.checks.card(mark.written))
      add(dom, 'p', classes.figureKind, strings.checks.kinds[mark.kind])
      add(dom, 'p', classes.figureWords, strings.checks.sentence(mark))
      const place = placeOf(figure)
      if (place) {
        const open = add(dom, 'button', classes.figureOpen, strings.audit.openPassage)
        open.setAttribute('type', 'button')
        open.title = keysOf('figures.open').map(showKey).join(', ')
        open.addEventListener('mousedown', (event) => {
          event.preventDefault()
          openPlace(place, links)
        })
      }
      return { dom }
    },
  }
}

function add(card: HTMLElement, tag: string, className: string | undefined, words: string): HTMLElement {
  const element = card.appendChild(document.createElement(tag))
  element.className = className ?? ''
  element.textContent = words
  return element
}

// What is done with figures in the reader: going from one to the next, keeping the one that is meant, opening the card of one that was clicked.

import { type MouseEvent, useState } from 'react'
import { amountWords } from '../../../core/ledger/amount-words.ts'
import { strings } from '../../strings/strings.ts'
import { anchorOf } from './floating-card.tsx'
import { isPointOn } from './paint-highlights.ts'
import type { Overlay } from './reader-overlay.tsx'
import type { ReadingRange } from './reading-positions.ts'
import { revealPassage } from './reveal-passage.ts'
import { amountIn, figureBeside, figureIn, type TextFigure } from './text-figures.ts'
import type { PaintedText } from './use-painted-text.ts'
import type { ReaderElements } from './use-passage-actions.ts'
import type { TextFigures } from './use-text-figures.ts'

type Reading = {
  elements: ReaderElements
  figures: TextFigures
  painted: PaintedText
  readingText: string
  /** What is selected at this moment. */
  selectedNow: () => ReadingRange | undefined
  onOverlay: (overlay: Overlay | undefined) => void
}

export type FigureActions = {
  /** Opens the card of the figure that is selected, at the caret, current, or the first in view. */
  keep: () => void
  step: (by: 1 | -1) => void
  /** True where the click was on a figure. */
  pick: (event: MouseEvent, isOnHighlight: boolean) => boolean
  openCard: (figure: ReadingRange) => void
  /** For a screen reader. */
  said: string
  say: (words: string) => void
}

export function useFigureActions({ elements, figures: held, painted, readingText, selectedNow, onOverlay }: Reading): FigureActions {
  const [said, setSaid] = useState('')
  const { scroller, column, words } = elements
  const { figures, current, setCurrent } = held
  const anchorAt = (place: ReadingRange) => {
    const range = painted.rangeOf(place)
    return range && column.current ? anchorOf(range, column.current) : { top: 0, bottom: 0, left: 0 }
  }
  const openCard = (place: ReadingRange) => {
    setCurrent(place)
    onOverlay({ kind: 'figure', place: { start: place.start, end: place.end }, anchor: anchorAt(place) })
  }
  const tell = (figure: TextFigure) => {
    const amount = amountIn(figure, readingText)
    const written = readingText.slice(figure.start, figure.end)
    setSaid(strings.figures.told(written, amount ? amountWords(amount) : '', figure.row !== undefined))
  }
  const goTo = (figure: TextFigure) => {
    const range = painted.rangeOf(figure)
    onOverlay(undefined)
    setCurrent(figure)
    if (range && scroller.current) revealPassage(scroller.current, range)
    words.current?.focus({ preventScroll: true })
    tell(figure)
  }
  const firstInView = () => {
    const view = scroller.current?.getBoundingClientRect()
    const seen = view && painted.stretchBetween(view.top, view.bottom)
    return seen && figureBeside(figures, seen.start - 1, 1)
  }
  const keep = () => {
    const selected = selectedNow()
    const caret = painted.caretOffset()
    const meant =
      (selected && (figureIn(figures, selected) ?? selected)) ??
      current ??
      (caret === undefined ? undefined : figureIn(figures, { start: caret, end: caret })) ??
      firstInView()
    if (meant) openCard(meant)
    else setSaid(held.isLoading ? strings.app.loading : figures.length === 0 ? strings.figures.noFigures : strings.figures.noFigure)
  }
  const step = (by: 1 | -1) => {
    const caret = painted.caretOffset()
    const from = current?.start ?? caret ?? (firstInView()?.start ?? 0) - by
    const next = figureBeside(figures, from, by)
    if (next) goTo(next)
    else setSaid(strings.figures.noFigures)
  }
  const pick = (event: MouseEvent, isOnHighlight: boolean): boolean => {
    setCurrent(undefined)
    if (document.getSelection()?.isCollapsed === false) return false
    if (event.target instanceof Element && event.target.closest('a')) return false
    const offset = painted.offsetAt(event.clientX, event.clientY)
    const figure = offset === undefined ? undefined : figureIn(figures, { start: offset, end: offset })
    const range = figure && painted.rangeOf(figure)
    if (!figure || !range || !isPointOn(range, event.clientX, event.clientY)) return false
    // A figure that was only found leaves the click to the highlight around it; a click on another makes it the one that is meant.
    if (figure.row) openCard(figure)
    else if (isOnHighlight) return false
    else {
      setCurrent(figure)
      tell(figure)
      onOverlay({ kind: 'figure-hint', place: { start: figure.start, end: figure.end }, anchor: anchorAt(figure) })
    }
    return true
  }
  return { keep, step, pick, openCard, said, say: setSaid }
}

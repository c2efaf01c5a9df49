// What is done with a passage in the reader, by key, click or button: marking and linking what is selected, going to a highlight, taking one away.

import { type MouseEvent, type RefObject, useCallback } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { HighlightColour } from '../../../core/records/highlight.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { type Anchor, anchorOf } from './floating-card.tsx'
import { focusHighlightItem } from './highlight-list.tsx'
import { useLastColour } from './last-colour.ts'
import { focusSideNote } from './margin-notes.tsx'
import type { Overlay } from './reader-overlay.tsx'
import { flashPassage, revealPassage } from './reveal-passage.ts'
import type { SelectedPassage } from './selected-passage.ts'
import type { NotesPlace } from './side-notes.tsx'
import type { KeyboardCaret } from './use-keyboard-caret.ts'
import type { PaintedText } from './use-painted-text.ts'
import type { ReaderActions } from './use-reader.ts'
import { passageIn } from './use-text-selection.ts'

export type ReaderElements = Readonly<Record<'pane' | 'scroller' | 'column' | 'words', RefObject<HTMLDivElement | null>>>

type Reading = {
  elements: ReaderElements
  actions: ReaderActions
  painted: PaintedText
  highlights: readonly HighlightRow[]
  /** Those that stand in the text that is shown, where they stand in it. */
  shown: readonly HighlightRow[]
  current: RecordId<'highlight'> | undefined
  onCurrent: (id: RecordId<'highlight'> | undefined) => void
  overlay: Overlay | undefined
  onOverlay: (overlay: Overlay | undefined) => void
  caret: KeyboardCaret
  notes: NotesPlace
  onOpenList: () => void
  onLink: () => void
}

export type PassageActions = ReturnType<typeof usePassageActions>

/** About one line: a card beside a point leaves it free. */
const lineHeightPx = 22

export function usePassageActions(reading: Reading) {
  const { elements, actions, painted, highlights, shown, current, onCurrent, overlay, onOverlay, caret, notes, onOpenList, onLink } = reading
  const { pane, scroller, column, words } = elements
  const currentRow = highlights.find(({ id }) => id === current)
  const pending = overlay?.kind === 'toolbar' ? overlay.passage : undefined
  const rangeOf = useCallback(
    (row: HighlightRow) => {
      const placed = shown.find(({ id }) => id === row.id)
      return placed && painted.rangeOf(placed.passage)
    },
    [shown, painted],
  )

  const anchorAt = (range: Range | undefined): Anchor => (range && column.current ? anchorOf(range, column.current) : { top: 0, bottom: 0, left: 0 })
  const anchorAtPoint = (x: number, y: number): Anchor => {
    const { top = 0, left = 0 } = column.current?.getBoundingClientRect() ?? {}
    return { top: y - top - lineHeightPx / 2, bottom: y - top + lineHeightPx / 2, left: x - left }
  }
  const showToolbar = (passage: SelectedPassage) => onOverlay({ kind: 'toolbar', passage, anchor: anchorAt(painted.rangeOf(passage)), isHeld: false })

  const reveal = useCallback(
    (row: HighlightRow, { flash = true } = {}) => {
      onCurrent(row.id)
      const range = rangeOf(row)
      if (!range || !scroller.current) return
      revealPassage(scroller.current, range)
      if (flash) flashPassage(range)
    },
    [onCurrent, rangeOf, scroller],
  )
  const openDetails = (row: HighlightRow) => {
    reveal(row, { flash: false })
    onOverlay({ kind: 'details', anchor: anchorAt(rangeOf(row)) })
  }
  const pick = (event: MouseEvent) => {
    if (document.getSelection()?.isCollapsed === false) return
    // Links in the text keep their own meaning.
    if (event.target instanceof Element && event.target.closest('a')) return
    const [first, ...others] = painted.highlightsAt(event.clientX, event.clientY)
    const row = highlights.find(({ id }) => id === first)
    if (first && others.length > 0) {
      onCurrent(first)
      onOverlay({ kind: 'choice', rows: [first, ...others], anchor: anchorAtPoint(event.clientX, event.clientY) })
    } else if (row) openDetails(row)
    else onOverlay(undefined)
  }

  const endSelection = () => {
    onOverlay(undefined)
    const selection = document.getSelection()
    if (caret.isOn && selection?.rangeCount) selection.collapseToEnd()
    else selection?.removeAllRanges()
    words.current?.focus({ preventScroll: true })
  }
  /** What a key or a button means: the toolbar may be a frame behind what is selected by now. */
  const selectedNow = () => (overlay?.kind === 'toolbar' && !overlay.isHeld ? passageIn(words.current, painted) : undefined) ?? pending
  const highlightSelection = async (colour: HighlightColour, comment = '') => {
    const selected = selectedNow()
    if (!selected) return
    const twin = shown.find(({ passage }) => passage.start === selected.start && passage.end === selected.end)
    if (twin) await actions.recolour(twin, colour, comment)
    const id = twin?.id ?? (await actions.highlight(selected, colour, comment))
    if (!id) return
    endSelection()
    onCurrent(id)
    return id
  }
  const linkSelection = async (comment = '') => {
    if (await highlightSelection(useLastColour.getState().colour, comment)) onLink()
  }
  const copyQuote = async () => {
    const selected = selectedNow()
    if (!selected) return currentRow && actions.copy(currentRow)
    const id = await actions.copyPassage(selected)
    if (!id) return
    endSelection()
    onCurrent(id)
  }

  const goTo = (row: HighlightRow | undefined) => {
    if (!row) return
    onOverlay(undefined)
    onCurrent(row.id)
    // In the margin every passage that is current has a note; otherwise the list says what it is.
    if (notes === 'margin') {
      reveal(row)
      focusSideNote(pane.current, row.id)
      return
    }
    onOpenList()
    // Once the list stands: it takes room from the text.
    requestAnimationFrame(() => {
      reveal(row)
      focusHighlightItem(pane.current, row.id)
    })
  }
  const removeHighlight = async (row: HighlightRow) => {
    const position = highlights.indexOf(row)
    const next = highlights[position + 1] ?? highlights[position - 1]
    const hadFocus = pane.current?.contains(document.activeElement)
    onOverlay(undefined)
    await actions.remove(row)
    onCurrent(next?.id)
    if (hadFocus && next) focusHighlightItem(pane.current, next.id)
  }

  return {
    showToolbar,
    reveal,
    openDetails,
    pick,
    endSelection,
    selectedNow,
    highlightSelection,
    linkSelection,
    copyQuote,
    goTo,
    removeHighlight,
    copy: actions.copy,
  }
}

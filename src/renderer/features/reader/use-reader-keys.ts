// The keys of the reader. Those that act on a highlight work while the focus is in the reader or nowhere in particular.

import type { RefObject } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import { useAction } from '../../keys/actions.ts'
import { strings } from '../../strings/strings.ts'

type ReaderKeys = {
  pane: RefObject<HTMLElement | null>
  canHighlight: boolean
  current: HighlightRow | undefined
  onHighlight: () => void
  onStep: (step: 1 | -1) => void
  onLink: () => void
  onRemove: (row: HighlightRow) => void
  onDetails: (row: HighlightRow) => void
  onEdit: () => void
  onToggleList: () => void
  onCaret: () => void
}

export function useReaderKeys({ pane, canHighlight, current, ...on }: ReaderKeys): void {
  const isHere = () => {
    const { activeElement } = document
    return activeElement === document.body || (pane.current?.contains(activeElement) ?? false)
  }
  const hasCurrent = () => current !== undefined && isHere()
  useAction({ id: 'reader.highlight', title: strings.reader.highlightSelection, keys: ['H'], run: on.onHighlight, isEnabled: () => canHighlight })
  useAction({ id: 'reader.next', title: strings.reader.nextPassage, keys: ['J'], run: () => on.onStep(1) })
  useAction({ id: 'reader.previous', title: strings.reader.previousPassage, keys: ['K'], run: () => on.onStep(-1) })
  useAction({ id: 'reader.link', title: strings.reader.linkEvidence, keys: ['E'], run: on.onLink, isEnabled: () => current !== undefined })
  useAction({
    id: 'reader.details',
    title: strings.reader.openDetails,
    keys: ['O'],
    run: () => current && on.onDetails(current),
    isEnabled: hasCurrent,
  })
  useAction({
    id: 'reader.remove',
    title: strings.reader.removeHighlight,
    keys: ['Delete'],
    run: () => current && on.onRemove(current),
    isEnabled: hasCurrent,
  })
  useAction({ id: 'reader.edit', title: strings.reader.editSource, keys: ['I'], run: on.onEdit })
  useAction({ id: 'reader.list', title: strings.reader.showHighlights, keys: ['L'], run: on.onToggleList })
  useAction({ id: 'reader.caret', title: strings.reader.keyboardSelection, keys: ['V'], run: on.onCaret })
}

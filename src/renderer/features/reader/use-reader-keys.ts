// The keys of the reader. Those that act on a highlight work while the focus is in the reader or nowhere in particular.

import type { RefObject } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import { useAction } from '../../keys/actions.ts'
import type { FindInText } from './use-find.ts'

type ReaderKeys = {
  pane: RefObject<HTMLElement | null>
  canHighlight: boolean
  current: HighlightRow | undefined
  onHighlight: () => void
  onStep: (step: 1 | -1) => void
  onLink: () => void
  onRemove: (row: HighlightRow) => void
  onDetails: (row: HighlightRow) => void
  onCopy: () => void
  onEdit: () => void
  onToggleList: () => void
  onToggleNotes: () => void
  /** Undefined where the text has no headings to list. */
  onContents: (() => void) | undefined
  onCaret: () => void
  onKeepFigure: () => void
  onStepFigure: (step: 1 | -1) => void
  find: FindInText
}

export function useReaderKeys({ pane, canHighlight, current, find, ...on }: ReaderKeys): void {
  const isHere = () => {
    const { activeElement } = document
    return activeElement === document.body || (pane.current?.contains(activeElement) ?? false)
  }
  const hasCurrent = () => current !== undefined && isHere()
  useAction({ id: 'reader.highlight', run: on.onHighlight, isEnabled: () => canHighlight })
  useAction({ id: 'reader.next', run: () => on.onStep(1) })
  useAction({ id: 'reader.previous', run: () => on.onStep(-1) })
  useAction({ id: 'reader.link', run: on.onLink, isEnabled: () => canHighlight || current !== undefined })
  useAction({
    id: 'reader.details',
    run: () => current && on.onDetails(current),
    isEnabled: hasCurrent,
  })
  useAction({
    id: 'reader.remove',
    run: () => current && on.onRemove(current),
    isEnabled: hasCurrent,
  })
  // Elsewhere the key is the editor's, or nobody's.
  useAction({ id: 'reader.find', run: find.open, isEnabled: () => find.isOpen || isHere() })
  useAction({ id: 'reader.find-next', run: () => find.step(1), isEnabled: () => find.isOpen })
  useAction({ id: 'reader.find-previous', run: () => find.step(-1), isEnabled: () => find.isOpen })
  useAction({ id: 'reader.copy', run: on.onCopy, isEnabled: () => canHighlight || hasCurrent() })
  useAction({ id: 'reader.edit', run: on.onEdit })
  useAction({ id: 'reader.list', run: on.onToggleList })
  useAction({ id: 'reader.notes', run: on.onToggleNotes })
  useAction({ id: 'reader.contents', run: () => on.onContents?.(), isEnabled: () => on.onContents !== undefined })
  useAction({ id: 'reader.caret', run: on.onCaret })
  useAction({ id: 'reader.keep-figure', run: on.onKeepFigure, isEnabled: isHere })
  useAction({ id: 'reader.next-figure', run: () => on.onStepFigure(1) })
  useAction({ id: 'reader.previous-figure', run: () => on.onStepFigure(-1) })
}

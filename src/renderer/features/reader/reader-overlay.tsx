// What floats over the text that is read: the toolbar of a selection, the choice between highlights that overlap, the details of one.

import type { ReactNode } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useIsPast } from '../../notebook/past.ts'
import type { Anchor } from './floating-card.tsx'
import { HighlightDetails } from './highlight-details.tsx'
import { KeepFigureHint } from './keep-figure-hint.tsx'
import { OverlapChooser } from './overlap-chooser.tsx'
import type { ReadingRange } from './reading-positions.ts'
import type { SelectedPassage } from './selected-passage.ts'
import { SelectionToolbar } from './selection-toolbar.tsx'
import type { PassageActions } from './use-passage-actions.ts'

export type Overlay =
  /** `isHeld`: something in the toolbar has the focus, and the selection is painted instead. */
  | { kind: 'toolbar'; passage: SelectedPassage; anchor: Anchor; isHeld: boolean }
  | { kind: 'details'; anchor: Anchor }
  /** A figure whose card lies open; and one that was clicked and is not kept, with the button that keeps it. */
  | { kind: 'figure' | 'figure-hint'; place: ReadingRange; anchor: Anchor }
  | { kind: 'choice'; rows: readonly RecordId<'highlight'>[]; anchor: Anchor }

export type ReaderOverlayProps = {
  overlay: Overlay | undefined
  onOverlay: (overlay: Overlay | undefined) => void
  actions: PassageActions
  shown: readonly HighlightRow[]
  current: HighlightRow | undefined
  onCurrent: (id: RecordId<'highlight'>) => void
  language: string
  onLink: () => void
  onOpenInsight: (id: RecordId<'insight'>) => void
  onKeepFigure: () => void
  /** The card of a figure, where one lies open. */
  figureCard: (place: ReadingRange, anchor: Anchor) => ReactNode
}

export function ReaderOverlay(props: ReaderOverlayProps) {
  const { overlay, onOverlay, actions, shown, current, onCurrent, language, onLink, onOpenInsight, onKeepFigure, figureCard } = props
  const isPast = useIsPast()
  const close = () => onOverlay(undefined)
  if (overlay?.kind === 'toolbar' && !isPast)
    return (
      <SelectionToolbar
        anchor={overlay.anchor}
        onHighlight={(colour, comment) => void actions.highlightSelection(colour, comment)}
        onLink={(comment) => void actions.linkSelection(comment)}
        onCopy={() => void actions.copyQuote()}
        onKeepFigure={onKeepFigure}
        onDismiss={actions.endSelection}
        onHold={() => onOverlay({ ...overlay, isHeld: true })}
      />
    )
  if (overlay?.kind === 'figure') return figureCard(overlay.place, overlay.anchor)
  if (overlay?.kind === 'figure-hint' && !isPast) return <KeepFigureHint anchor={overlay.anchor} onKeep={onKeepFigure} onDismiss={close} />
  if (overlay?.kind === 'choice')
    return (
      <OverlapChooser
        rows={overlay.rows.flatMap((id) => shown.find((row) => row.id === id) ?? [])}
        anchor={overlay.anchor}
        language={language}
        onFocus={(row) => onCurrent(row.id)}
        onChoose={actions.openDetails}
        onClose={close}
      />
    )
  if (overlay?.kind === 'details' && current)
    return (
      <HighlightDetails
        key={current.id}
        highlight={current}
        anchor={overlay.anchor}
        onLink={onLink}
        onCopy={() => void actions.copy(current)}
        onRemove={() => void actions.removeHighlight(current)}
        onOpenInsight={onOpenInsight}
        onClose={close}
      />
    )
  return null
}

// A small card that floats over the text beside a passage, inside the reading column, so that it scrolls with what it belongs to.

import { type HTMLAttributes, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import classes from './floating-card.module.css'

/** Where the passage stands in the column: pixels from its top left corner. */
export type Anchor = { top: number; bottom: number; left: number }

type FloatingCardProps = Omit<HTMLAttributes<HTMLDivElement>, 'className'> & {
  anchor: Anchor
  label: string
  role: 'toolbar' | 'dialog'
  /** Moves the focus into the card (to what has `data-autofocus`, where something has), and back to where it was when the card goes. */
  takesFocus?: boolean
  onDismiss: () => void
  children: ReactNode
}

const gap = 8

export function FloatingCard({ anchor, label, role, takesFocus = false, onDismiss, children, ...attributes }: FloatingCardProps) {
  const card = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number }>()
  const { top, bottom, left } = anchor
  useLayoutEffect(() => {
    const column = card.current?.offsetParent
    if (!card.current || !column) return
    const { offsetWidth, offsetHeight } = card.current
    const hasRoomAbove = top - offsetHeight - gap >= 0
    setPlace({
      left: Math.max(gap, Math.min(left, column.clientWidth - offsetWidth - gap)),
      // A toolbar stands above the words, where it does not hide what comes next; a card with more in it stands below.
      top: role === 'toolbar' && hasRoomAbove ? top - offsetHeight - gap : bottom + gap,
    })
  }, [top, bottom, left, role])
  // All of it is in view, also once what it loads has made it taller.
  useEffect(() => {
    const shown = card.current
    if (!place || !shown) return
    const growth = new ResizeObserver(() => shown.scrollIntoView({ block: 'nearest' }))
    growth.observe(shown)
    return () => growth.disconnect()
  }, [place])
  // Before it has its place it is hidden, and what is hidden cannot take the focus.
  const isPlaced = place !== undefined
  useEffect(() => {
    if (!takesFocus || !isPlaced) return
    const before = document.activeElement
    const first = card.current?.querySelector<HTMLElement>('[data-autofocus]') ?? card.current
    first?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && (document.activeElement === document.body || !document.activeElement))
        before.focus({ preventScroll: true })
    }
  }, [takesFocus, isPlaced])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has a role, which the caller chooses
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a label
    <div
      {...attributes}
      ref={card}
      className={classes.card}
      role={role}
      aria-label={label}
      tabIndex={-1}
      style={place ?? { left: 0, top: bottom, visibility: 'hidden' }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onDismiss()
      }}
    >
      {children}
    </div>
  )
}

/** The anchor of a range in `column`: the first line's left, and the whole height. */
export function anchorOf(range: Range, column: HTMLElement): Anchor {
  const { top, left } = column.getBoundingClientRect()
  const rects = range.getClientRects()
  const first = rects[0] ?? range.getBoundingClientRect()
  const last = rects[rects.length - 1] ?? first
  return { top: first.top - top, bottom: last.bottom - top, left: Math.min(first.left, last.left) - left }
}

// Dropping files or text onto an element, and pasting while nothing in particular has the focus.

import { type DragEvent, useEffect, useRef, useState } from 'react'
import { isTextField } from '../../keys/actions.ts'
import { takeHeldPaste } from '../../ui/held-paste.ts'
import { isHighlightDrag } from '../../ui/highlight-drag.ts'

type DropHandlers = {
  onDragEnter: (event: DragEvent) => void
  onDragOver: (event: DragEvent) => void
  onDragLeave: () => void
  onDrop: (event: DragEvent) => void
}

/** `onReceive` must read the transfer before its first await. A highlight that is dragged about is not meant. */
export function useDrop(onReceive: (transfer: DataTransfer) => void): { isOver: boolean; handlers: DropHandlers } {
  // Children are entered and left too: only the difference says whether the pointer is over the element.
  const depth = useRef(0)
  const [isOver, setIsOver] = useState(false)
  const isMeant = ({ dataTransfer }: DragEvent) =>
    !isHighlightDrag(dataTransfer) &&
    (dataTransfer.types.includes('Files') || dataTransfer.types.includes('text/plain') || dataTransfer.types.includes('text/html'))
  return {
    isOver,
    handlers: {
      onDragEnter: (event) => {
        if (!isMeant(event)) return
        event.preventDefault()
        depth.current += 1
        setIsOver(true)
      },
      onDragOver: (event) => {
        if (!isMeant(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      },
      onDragLeave: () => {
        depth.current = Math.max(0, depth.current - 1)
        if (depth.current === 0) setIsOver(false)
      },
      onDrop: (event) => {
        depth.current = 0
        setIsOver(false)
        if (!isMeant(event)) return
        event.preventDefault()
        onReceive(event.dataTransfer)
      },
    },
  }
}

/** Pasting anywhere on the page but in a text field or a dialog. */
export function usePaste(onReceive: (transfer: DataTransfer) => void): void {
  const latest = useRef(onReceive)
  latest.current = onReceive
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event
      if (!clipboardData || isTextField(target) || (target instanceof Element && target.closest('[role="dialog"]'))) return
      event.preventDefault()
      latest.current(clipboardData)
    }
    const held = takeHeldPaste()
    if (held) latest.current(held)
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}

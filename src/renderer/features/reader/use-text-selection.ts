// Follows what is selected in the text. While the mouse is down nothing is reported: the selection is still being made.

import { type RefObject, useEffect, useRef } from 'react'
import type { SelectedPassage } from './selected-passage.ts'
import type { PaintedText } from './use-painted-text.ts'

/** Elements with this attribute can take the focus without the selection counting as given up. */
export const keepsSelection = { 'data-keeps-selection': '' }

/** Calls `onChange` with the selected range inside `root`, or undefined once nothing in it is selected. */
export function useTextSelection(root: RefObject<HTMLElement | null>, onChange: (range: Range | undefined) => void): void {
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => {
    let isPointerDown = false
    let frame = 0
    const report = () => {
      frame = 0
      if (isPointerDown || document.activeElement?.closest('[data-keeps-selection]')) return
      latest.current(selectedRange(root.current))
    }
    const reportSoon = () => {
      frame ||= requestAnimationFrame(report)
    }
    const onPointerDown = (event: PointerEvent) => {
      isPointerDown = !(event.target instanceof Element && event.target.closest('[data-keeps-selection]'))
    }
    const onPointerUp = () => {
      isPointerDown = false
      reportSoon()
    }
    document.addEventListener('selectionchange', reportSoon)
    document.addEventListener('pointerdown', onPointerDown)
    document.addEventListener('pointerup', onPointerUp)
    document.addEventListener('pointercancel', onPointerUp)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('selectionchange', reportSoon)
      document.removeEventListener('pointerdown', onPointerDown)
      document.removeEventListener('pointerup', onPointerUp)
      document.removeEventListener('pointercancel', onPointerUp)
    }
  }, [root])
}

/** What is selected at this moment: what was reported may be a frame old. */
export function passageIn(root: HTMLElement | null, painted: Pick<PaintedText, 'passageOf'>): SelectedPassage | undefined {
  const range = selectedRange(root)
  return range && painted.passageOf(range)
}

function selectedRange(root: HTMLElement | null): Range | undefined {
  const selection = document.getSelection()
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  return range.intersectsNode(root) ? range : undefined
}

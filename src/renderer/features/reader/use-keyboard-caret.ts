// Selecting text without a mouse: a caret that arrow keys move and Shift extends, since pages have none of their own.

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useState } from 'react'
import { paint } from './paint-highlights.ts'

export type KeyboardCaret = { isOn: boolean; toggle: () => void; onKeyDown: (event: KeyboardEvent) => void }

/** `text` is the focusable element of the text, `scroller` what scrolls it. */
export function useKeyboardCaret(text: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): KeyboardCaret {
  const [isOn, setIsOn] = useState(false)
  // The browser draws no caret outside of text fields: the character after it is painted instead.
  useEffect(() => {
    if (!isOn) return
    const paintCaret = () => {
      const selection = document.getSelection()
      const range = selection?.isCollapsed && text.current?.contains(selection.focusNode) ? characterAt(selection) : undefined
      paint('caret', range ? [range] : [])
    }
    paintCaret()
    document.addEventListener('selectionchange', paintCaret)
    return () => {
      document.removeEventListener('selectionchange', paintCaret)
      paint('caret', [])
    }
  }, [isOn, text])
  const toggle = useCallback(() => {
    setIsOn((wasOn) => {
      if (!wasOn) placeCaret(text.current, scroller.current)
      return !wasOn
    })
  }, [text, scroller])
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (!isOn || event.nativeEvent.isComposing || event.altKey || event.target !== text.current) return
      const selection = document.getSelection()
      if (event.key === 'Escape') {
        if (selection?.rangeCount) selection.collapseToEnd()
        setIsOn(false)
      } else {
        const move = moveOf(event)
        if (!move || !selection) return
        modifyWithin(text.current, selection, event.shiftKey ? 'extend' : 'move', move)
        keepInView(selection, scroller.current)
      }
      event.preventDefault()
      event.stopPropagation()
    },
    [isOn, text, scroller],
  )
  return { isOn, toggle, onKeyDown }
}

function moveOf({ key, ctrlKey, metaKey }: KeyboardEvent): [direction: string, granularity: string] | undefined {
  const isFar = ctrlKey || metaKey
  switch (key) {
    case 'ArrowLeft':
      return ['backward', isFar ? 'word' : 'character']
    case 'ArrowRight':
      return ['forward', isFar ? 'word' : 'character']
    case 'ArrowUp':
      return ['backward', isFar ? 'paragraph' : 'line']
    case 'ArrowDown':
      return ['forward', isFar ? 'paragraph' : 'line']
    case 'Home':
      return ['backward', isFar ? 'documentboundary' : 'lineboundary']
    case 'End':
      return ['forward', isFar ? 'documentboundary' : 'lineboundary']
    default:
      return undefined
  }
}

/** The page goes on around the text: what would leave it stops at its beginning or end. */
function modifyWithin(text: HTMLElement, selection: Selection, alter: 'extend' | 'move', [direction, granularity]: [string, string]): void {
  selection.modify(alter, direction, granularity)
  if (granularity !== 'documentboundary' && text.contains(selection.focusNode)) return
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  const end = direction === 'backward' ? walker.firstChild() : walker.lastChild()
  if (end) selection[alter === 'extend' ? 'extend' : 'collapse'](end, direction === 'backward' ? 0 : (end as Text).length)
}

/** At what is selected already, else at the first line in sight. */
function placeCaret(text: HTMLElement | null, scroller: HTMLElement | null): void {
  const selection = document.getSelection()
  if (!text || !scroller || !selection) return
  text.focus({ preventScroll: true })
  if (selection.rangeCount > 0 && selection.anchorNode && text.contains(selection.anchorNode)) return
  const view = scroller.getBoundingClientRect()
  const { left, top } = text.getBoundingClientRect()
  const caret = document.caretPositionFromPoint?.(left + 2, Math.max(top, view.top) + 8)
  if (caret && text.contains(caret.offsetNode)) selection.collapse(caret.offsetNode, caret.offset)
  else selection.collapse(text, 0)
}

function keepInView(selection: Selection, scroller: HTMLElement | null): void {
  const rect = characterAt(selection)?.getClientRects()[0]
  if (!scroller || !rect) return
  const view = scroller.getBoundingClientRect()
  const margin = 48
  if (rect.top < view.top + margin) scroller.scrollTop -= view.top + margin - rect.top
  else if (rect.bottom > view.bottom - margin) scroller.scrollTop += rect.bottom - view.bottom + margin
}

/** The character at the moving end of a selection. */
function characterAt({ focusNode, focusOffset }: Selection): Range | undefined {
  if (!focusNode) return undefined
  const range = document.createRange()
  const length = focusNode.nodeType === Node.TEXT_NODE ? (focusNode as Text).length : focusNode.childNodes.length
  range.setStart(focusNode, Math.min(focusOffset, Math.max(0, length - 1)))
  range.setEnd(focusNode, Math.min(focusOffset + 1, length))
  return range
}

// Dropping files, text or an address anywhere in the window, and pasting while nothing in particular has the focus.

import { useEffect, useRef, useState } from 'react'
import { isTextField } from '../../keys/actions.ts'
import { isOwnDrag } from '../../ui/drag-data.ts'
import { takeHeldPaste } from '../../ui/held-paste.ts'

export type Incoming = 'files' | 'link' | 'text'

/** What hovers over the window, or undefined. `onReceive` must read the transfer before its first await. */
export function useWindowDrop(onReceive: (transfer: DataTransfer) => void): Incoming | undefined {
  const latest = useRef(onReceive)
  latest.current = onReceive
  const [over, setOver] = useState<Incoming>()
  useEffect(() => {
    const hover = (event: DragEvent) => {
      const incoming = event.defaultPrevented ? undefined : incomingOf(event)
      setOver(incoming)
      if (!incoming || !event.dataTransfer) return refuseOnDialog(event)
      // Without this the browser would open what is dropped in place of the notebook.
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const leave = (event: DragEvent) => {
      // Out of the window: nothing is entered instead.
      if (event.relatedTarget === null) setOver(undefined)
    }
    const drop = (event: DragEvent) => {
      setOver(undefined)
      if (event.defaultPrevented || !incomingOf(event) || !event.dataTransfer) return
      event.preventDefault()
      latest.current(event.dataTransfer)
    }
    document.addEventListener('dragenter', hover)
    document.addEventListener('dragover', hover)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragenter', hover)
      document.removeEventListener('dragover', hover)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [])
  return over
}

/** A file that is let go of there must not take the place of the page. */
function refuseOnDialog(event: DragEvent): void {
  const { target, dataTransfer } = event
  if (event.defaultPrevented || !dataTransfer?.types.includes('Files') || !(target instanceof Element)) return
  if (!target.closest('[role="dialog"]') || target.closest('.cm-editor') || isTextField(target)) return
  event.preventDefault()
  dataTransfer.dropEffect = 'none'
}

/** Text fields and the editor take drops themselves, and a dialog is about something else. */
function incomingOf({ dataTransfer, target }: DragEvent): Incoming | undefined {
  if (!dataTransfer || isOwnDrag(dataTransfer)) return undefined
  if (target instanceof Element && target.closest('.cm-editor, [role="dialog"]')) return undefined
  const { types } = dataTransfer
  if (types.includes('Files')) return 'files'
  if (isTextField(target)) return undefined
  if (types.includes('text/uri-list')) return 'link'
  return types.includes('text/plain') || types.includes('text/html') ? 'text' : undefined
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

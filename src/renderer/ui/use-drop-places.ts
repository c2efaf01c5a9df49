// Follows a drag of records over the page: marks the place that would take them, and opens what the pointer rests on.

import { useEffect, useRef } from 'react'
import { type Dragged, type DraggedKind, draggedKind, readRecordDrag } from './drag-data.ts'

/** What a place says of itself: `data-drop-on` is its name, `data-drop-title` what people call it. */
export type DropPlace = { name: string; title: string }

/** A part of the rail opens under a drag that rests on it, so that what is shown elsewhere can be reached. */
const opensAfterMs = 700

export function useDropPlaces(
  takes: (kind: DraggedKind, name: string) => boolean,
  onDrop: (dragged: Dragged, place: DropPlace, point: { x: number; y: number }) => void,
): void {
  const latest = useRef({ takes, onDrop })
  latest.current = { takes, onDrop }
  useEffect(() => {
    let marked: HTMLElement | undefined
    let resting: { element: HTMLElement; timer: ReturnType<typeof setTimeout> } | undefined
    const mark = (element: HTMLElement | undefined) => {
      if (marked === element) return
      marked?.removeAttribute('data-drop-over')
      element?.setAttribute('data-drop-over', '')
      marked = element
    }
    const rest = (element: HTMLElement | undefined) => {
      if (resting?.element === element) return
      if (resting) clearTimeout(resting.timer)
      resting = element && { element, timer: setTimeout(() => element.click(), opensAfterMs) }
    }
    const placeAt = (event: DragEvent): HTMLElement | undefined => {
      const kind = draggedKind(event.dataTransfer)
      const element = kind && closest(event.target, '[data-drop-on]')
      return kind && element && latest.current.takes(kind, element.dataset.dropOn ?? '') ? element : undefined
    }
    const over = (event: DragEvent) => {
      const element = placeAt(event)
      mark(element)
      rest(draggedKind(event.dataTransfer) ? closest(event.target, '[data-drop-opens]') : undefined)
      if (!element || !event.dataTransfer) return
      event.preventDefault()
      event.dataTransfer.dropEffect = element.dataset.dropOn === 'trash' ? 'move' : 'link'
    }
    const end = () => {
      mark(undefined)
      rest(undefined)
    }
    const drop = (event: DragEvent) => {
      const element = placeAt(event)
      end()
      const dragged = element && readRecordDrag(event.dataTransfer)
      if (!element || !dragged) return
      event.preventDefault()
      const { dropOn = '', dropTitle = '' } = element.dataset
      latest.current.onDrop(dragged, { name: dropOn, title: dropTitle }, { x: event.clientX, y: event.clientY })
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) end()
    }
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    document.addEventListener('dragend', end)
    document.addEventListener('dragleave', leave)
    return () => {
      end()
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
      document.removeEventListener('dragend', end)
      document.removeEventListener('dragleave', leave)
    }
  }, [])
}

function closest(target: EventTarget | null, selector: string): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>(selector)) || undefined
}

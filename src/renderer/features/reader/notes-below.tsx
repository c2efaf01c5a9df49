// Side notes where there is no margin: each below the block in which its passage ends.

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { UnsafeHtml } from '../../../core/markdown/safe-html.ts'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { strings } from '../../strings/strings.ts'
import { hasNote } from './has-note.ts'
import classes from './side-note.module.css'
import { SideNote, type SideNoteProps } from './side-note.tsx'
import type { PaintedText } from './use-painted-text.ts'

type NotesBelowProps = Omit<SideNoteProps, 'row' | 'isCurrent' | 'isStop'> & {
  words: RefObject<HTMLElement | null>
  html: UnsafeHtml
  painted: PaintedText
  highlights: readonly HighlightRow[]
  current: RecordId<'highlight'> | undefined
}

type Slot = { key: number; element: HTMLElement; rows: HighlightRow[] }

export function NotesBelow({ words, html, painted, highlights, current, ...on }: NotesBelowProps) {
  const [slots, setSlots] = useState<readonly Slot[]>([])
  // Kept from one look to the next: a field that is being written in must not be made anew with every saving.
  const held = useRef(new Map<Element, Slot>())
  const lastKey = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other blocks
  useLayoutEffect(() => {
    const text = words.current
    if (!text) return
    const had = new Set([...held.current.values()].flatMap(({ rows }) => rows.map(({ id }) => id)))
    const rowsOf = new Map<Element, HighlightRow[]>()
    for (const row of highlights) {
      // One that has just been emptied stays while it is being written.
      const isShown = hasNote(row) || (row.id === current && had.has(row.id))
      const block = isShown ? blockOf(text, painted.rangeOf(row.passage)) : undefined
      if (!block) continue
      const rows = rowsOf.get(block)
      if (rows) rows.push(row)
      else rowsOf.set(block, [row])
    }
    const next = new Map<Element, Slot>()
    for (const [block, rows] of rowsOf) {
      const slot = held.current.get(block)
      if (!slot) lastKey.current += 1
      next.set(block, slot ? { ...slot, rows } : { key: lastKey.current, element: slotAfter(block), rows })
    }
    for (const [block, { element }] of held.current) if (!next.has(block)) element.remove()
    held.current = next
    setSlots([...next.values()])
  }, [words, html, painted, highlights, current])
  useEffect(
    () => () => {
      for (const { element } of held.current.values()) element.remove()
      held.current.clear()
    },
    [],
  )
  const rows = slots.flatMap((slot) => slot.rows)
  const stop = rows.find(({ id }) => id === current) ?? rows[0]
  return slots.map(({ key, element, rows }) =>
    createPortal(
      rows.map((row) => <SideNote key={row.id} row={row} isCurrent={row.id === current} isStop={row === stop} {...on} />),
      element,
      String(key),
    ),
  )
}

function slotAfter(block: Element): HTMLElement {
  const element = document.createElement('div')
  element.className = classes.below ?? ''
  // No offset of the reading text may fall into it.
  element.dataset.noReading = ''
  element.setAttribute('role', 'group')
  element.setAttribute('aria-label', strings.reader.sideNotes)
  block.after(element)
  return element
}

/** The child of `text` in which the range ends. */
function blockOf(text: HTMLElement, range: Range | undefined): Element | undefined {
  let node: Node | null | undefined = range?.endContainer
  while (node && node.parentNode !== text) node = node.parentNode
  return node instanceof Element ? node : undefined
}

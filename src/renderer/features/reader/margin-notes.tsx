// Side notes in the margin, at the height of their passages and never on top of one another.

import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { strings } from '../../strings/strings.ts'
import { placeNotes } from './place-notes.ts'
import classes from './side-note.module.css'
import { SideNote, type SideNoteProps } from './side-note.tsx'
import type { MarginNote } from './use-margin-notes.ts'

type MarginNotesProps = Omit<SideNoteProps, 'row' | 'isCurrent' | 'isStop'> & {
  words: RefObject<HTMLElement | null>
  notes: readonly MarginNote[]
  current: RecordId<'highlight'> | undefined
}

/** Between the text and its notes. */
const gap = 18

export function MarginNotes({ words, notes, current, ...on }: MarginNotesProps) {
  const list = useRef<HTMLUListElement>(null)
  const placeNow = useRef<() => void>(undefined)
  useLayoutEffect(() => {
    const text = words.current
    const items = [...(list.current?.children ?? [])] as HTMLElement[]
    const held = notes.findIndex(({ row }) => row.id === current)
    // Set on the elements: how high a note is, is known only once it is there, and a comment grows as it is written.
    const place = () => {
      // Nothing moves away from under a pointer that is pressing it: the press would miss.
      if (list.current?.matches(':active')) return
      if (list.current && text) list.current.style.left = `${text.offsetLeft + text.offsetWidth + gap}px`
      const heights = items.map((item) => item.offsetHeight)
      const tops = placeNotes(
        notes.map(({ wanted }, index) => ({ wanted, height: heights[index] ?? 0 })),
        held,
      )
      for (const [index, item] of items.entries()) item.style.top = `${tops[index]}px`
    }
    placeNow.current = place
    place()
    const growth = new ResizeObserver(place)
    for (const item of items) growth.observe(item)
    if (text) growth.observe(text)
    return () => growth.disconnect()
  }, [notes, current, words])
  if (notes.length === 0) return null
  const stop = notes.find(({ row }) => row.id === current) ?? notes[0]
  return (
    <ul
      ref={list}
      className={classes.margin}
      aria-label={strings.reader.sideNotes}
      onPointerUp={() => requestAnimationFrame(() => placeNow.current?.())}
    >
      {notes.map(({ row }) => (
        <li key={row.id}>
          <SideNote row={row} isCurrent={row.id === current} isStop={row === stop?.row} {...on} />
        </li>
      ))}
    </ul>
  )
}

/** Moves the focus to a note as soon as it stands: its passage may be on its way into view. */
export function focusSideNote(container: HTMLElement | null, id: RecordId<'highlight'>, triesLeft = 20): void {
  const note = container?.querySelector<HTMLElement>(`[data-side-note="${CSS.escape(id)}"]`)
  if (note) note.focus({ preventScroll: true })
  else if (triesLeft > 0) requestAnimationFrame(() => focusSideNote(container, id, triesLeft - 1))
}

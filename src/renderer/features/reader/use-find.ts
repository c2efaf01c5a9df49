// Finding in the source that is read: what was found, which of it is current, and both painted over the text.

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { FoundRange } from '../../../core/finding/find-all.ts'
import { findInSlices, nextTurn } from './find-in-slices.ts'
import { paint } from './paint-highlights.ts'
import { revealPassage } from './reveal-passage.ts'
import type { PaintedText } from './use-painted-text.ts'

/** More than this are counted and stepped through, but painted only around the current one: a browser paints no book full of marks in a frame. */
const maxPainted = 1_000
const paintedPerTurn = 200

export type FindInText = {
  isOpen: boolean
  query: string
  /** From 0; -1 while there is none. */
  current: number
  count: number
  isSearching: boolean
  /** Counts the askings, so that the field takes the focus each time. */
  asked: number
  open: () => void
  search: (query: string) => void
  step: (by: 1 | -1) => void
  /** Back to the text with the current match selected. */
  close: () => void
}

type Found = { ranges: readonly FoundRange[]; isWhole: boolean }
type Places = { readingText: string; painted: PaintedText; scroller: RefObject<HTMLElement | null>; words: RefObject<HTMLElement | null> }

export function useFind({ readingText, painted, scroller, words }: Places): FindInText {
  const [isOpen, setIsOpen] = useState(false)
  const [asked, setAsked] = useState(0)
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found>({ ranges: [], isWhole: true })
  const [current, setCurrent] = useState(-1)
  /** Where the search begins: at what is in sight or was found last, not at the top each time. */
  const from = useRef(0)
  const { ranges } = found

  useEffect(() => {
    if (!isOpen || query.trim() === '') {
      setFound({ ranges: [], isWhole: true })
      setCurrent(-1)
      return
    }
    const stopping = new AbortController()
    let isFirst = true
    void findInSlices(readingText, query, stopping.signal, (some, isWhole) => {
      setFound({ ranges: isWhole ? some : some.slice(), isWhole })
      const next = some.findIndex(({ start }) => start >= from.current)
      if (isFirst && (next >= 0 || isWhole)) {
        isFirst = false
        setCurrent(next >= 0 ? next : some.length > 0 ? 0 : -1)
      }
    })
    return () => stopping.abort()
  }, [isOpen, query, readingText])

  const match = ranges[current]
  useEffect(() => {
    const range = match && painted.rangeOf(match)
    paint('found-current', range ? [range] : [])
    if (range && scroller.current) revealPassage(scroller.current, range)
  }, [match, painted, scroller])
  const firstPainted = Math.max(0, Math.min(current - maxPainted / 2, ranges.length - maxPainted))
  useEffect(() => {
    let isWanted = true
    const near = ranges.slice(firstPainted, firstPainted + maxPainted)
    const paintAll = async () => {
      const made: Range[] = []
      for (let start = 0; start < near.length && isWanted; start += paintedPerTurn) {
        if (start > 0) await nextTurn()
        made.push(...near.slice(start, start + paintedPerTurn).flatMap((one) => painted.rangeOf(one) ?? []))
      }
      if (isWanted) paint('found', made)
    }
    void paintAll()
    return () => {
      isWanted = false
    }
  }, [ranges, firstPainted, painted])

  const open = useCallback(() => {
    const selected = document.getSelection()
    const isOfText = selected && !selected.isCollapsed && words.current?.contains(selected.anchorNode)
    const text = isOfText ? selected.toString() : ''
    const passage = isOfText ? painted.passageOf(selected.getRangeAt(0)) : undefined
    if (passage) from.current = passage.start
    // What is selected is most likely what is looked for, a whole paragraph is not.
    if (text !== '' && text.length <= 200 && !text.includes('\n')) setQuery(text)
    setIsOpen(true)
    setAsked((count) => count + 1)
  }, [painted, words])
  const step = useCallback(
    (by: 1 | -1) =>
      setCurrent((held) => {
        const next = ranges.length === 0 ? -1 : (held + by + ranges.length) % ranges.length
        from.current = ranges[next]?.start ?? from.current
        return next
      }),
    [ranges],
  )
  const close = useCallback(() => {
    const range = match && painted.rangeOf(match)
    setIsOpen(false)
    words.current?.focus({ preventScroll: true })
    if (!range) return
    from.current = match.start
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }, [match, painted, words])
  return { isOpen, query, current, count: ranges.length, isSearching: !found.isWhole, asked, open, search: setQuery, step, close }
}

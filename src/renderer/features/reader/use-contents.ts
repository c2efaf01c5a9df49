// The headings of the text as its table of contents, and which of them one is reading under.

import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { UnsafeHtml } from '../../../core/markdown/safe-html.ts'

export type ContentsHeading = { level: number; text: string; position: number }
export type Contents = {
  headings: readonly ContentsHeading[]
  /** The position of the heading above what is read; -1 before the first. */
  current: number
  isOpen: boolean
  toggle: () => void
  goTo: (position: number) => void
}

const headingTags = 'h1, h2, h3, h4, h5, h6'
/** A heading counts as reached a little before it is at the upper edge. */
const reachedWithinPx = 90

export function useContents(words: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>, html: UnsafeHtml): Contents {
  const [headings, setHeadings] = useState<readonly ContentsHeading[]>([])
  const [current, setCurrent] = useState(-1)
  const [isOpen, setIsOpen] = useState(false)
  const elements = useCallback(() => [...(words.current?.querySelectorAll<HTMLElement>(headingTags) ?? [])], [words])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other headings
  useEffect(() => {
    setHeadings(elements().map((element, position) => ({ level: Number(element.tagName[1]), text: element.textContent.trim(), position })))
  }, [elements, html])
  useEffect(() => {
    const view = scroller.current
    if (!view || !isOpen) return
    let frame = 0
    const look = () => {
      frame = 0
      const edge = view.getBoundingClientRect().top + reachedWithinPx
      setCurrent(elements().findLastIndex((element) => element.getBoundingClientRect().top <= edge))
    }
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look)
    }
    look()
    view.addEventListener('scroll', lookSoon, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      view.removeEventListener('scroll', lookSoon)
    }
  }, [elements, scroller, isOpen])
  const goTo = useCallback(
    (position: number) => {
      elements()[position]?.scrollIntoView({ block: 'start', behavior: 'instant' })
      setCurrent(position)
    },
    [elements],
  )
  return { headings, current, isOpen: isOpen && headings.length > 1, toggle: useCallback(() => setIsOpen((open) => !open), []), goTo }
}

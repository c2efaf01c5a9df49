// Which part of a text is near the view, as a stretch of the reading text, without laying out the rest of it.

import type { ReadingRange } from './reading-positions.ts'

/** Notes are ready this many heights of the view above and below it. */
const views = 1

/**
 * Looks at the blocks of `words` alone, by halves (a text of 500,000 characters has some 8,000 of them): what stands in a block that is skipped
 * while out of sight is never measured.
 */
export function readingRangeInView(words: HTMLElement, view: DOMRect): ReadingRange {
  const { children } = words
  const top = view.top - views * view.height
  const bottom = view.bottom + views * view.height
  const first = firstChild(children, (rect) => rect.bottom >= top)
  const afterLast = firstChild(children, (rect) => rect.top > bottom)
  return { start: startFrom(children, first) ?? 0, end: startFrom(children, afterLast) ?? Number.POSITIVE_INFINITY }
}

function firstChild(children: HTMLCollection, passes: (rect: DOMRect) => boolean): number {
  let low = 0
  let high = children.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(children[middle]!.getBoundingClientRect())) high = middle
    else low = middle + 1
  }
  return low
}

/** The offset at which the text of this block begins, or of the next that has any. */
function startFrom(children: HTMLCollection, from: number): number | undefined {
  for (let index = from; index < children.length; index += 1) {
    const child = children[index]!
    const leaf = child.hasAttribute('data-reading-start') ? child : child.querySelector('[data-reading-start]')
    if (leaf) return Number(leaf.getAttribute('data-reading-start'))
  }
  return undefined
}

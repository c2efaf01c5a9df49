// Painting passages without touching the page: the CSS Custom Highlight API, one registered highlight per colour and purpose.

import { type HighlightColour, highlightColours } from '../../../core/records/highlight.ts'

/** What reading-text.css styles as `::highlight(footing-…)`. */
export type Purpose = HighlightColour | 'current' | 'found' | 'found-current' | 'pending' | 'caret' | 'flash'

/** Later ones lie on top where passages overlap. */
const order: readonly Purpose[] = [...highlightColours, 'current', 'found', 'found-current', 'pending', 'caret', 'flash']

const registry = (): HighlightRegistry | undefined => (typeof CSS !== 'undefined' && 'highlights' in CSS ? CSS.highlights : undefined)

/** Paints exactly these ranges for a purpose; none takes the paint away. A browser without the API shows the list of highlights only. */
export function paint(purpose: Purpose, ranges: readonly Range[]): void {
  const highlights = registry()
  if (!highlights) return
  const name = `footing-${purpose}`
  if (ranges.length === 0) {
    highlights.delete(name)
    return
  }
  const highlight = new Highlight(...ranges)
  highlight.priority = order.indexOf(purpose)
  highlights.set(name, highlight)
}

export function clearPaint(): void {
  for (const purpose of order) paint(purpose, [])
}

/** The painted ranges at a point of the window, topmost first; undefined where the browser cannot tell (before Chromium 140). */
export function paintedRangesAt(x: number, y: number): AbstractRange[] | undefined {
  const highlights = registry() as (HighlightRegistry & { highlightsFromPoint?: (x: number, y: number) => { ranges: AbstractRange[] }[] }) | undefined
  return highlights?.highlightsFromPoint?.(x, y).flatMap(({ ranges }) => ranges)
}

/** True where the point lies on one of the range's lines: carets snap to the nearest text, however far away it is. */
export function isPointOn(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom)
}

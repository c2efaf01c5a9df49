// Painting passages without touching the page: the CSS Custom Highlight API, one registered highlight per colour and purpose.

import { type HighlightColour, highlightColours } from '../../../core/records/highlight.ts'

/** What reading-text.css styles as `::highlight(footing-…)`. */
export type Purpose =
  | FigurePurpose
  | HighlightColour
  | 'changed'
  | 'current'
  | 'figure-current'
  | 'found'
  | 'found-current'
  | 'pending'
  | 'caret'
  | 'flash'

/** Figures that were found in the text, those that are kept, and those of them that do not agree with others. */
export type FigurePurpose = 'figure' | 'figure-kept' | 'figure-contested'

/** Later ones lie on top where passages overlap. */
const order: readonly Purpose[] = [
  'figure',
  'figure-kept',
  'figure-contested',
  ...highlightColours,
  'changed',
  'current',
  'figure-current',
  'found',
  'found-current',
  'pending',
  'caret',
  'flash',
]

const registry = (): HighlightRegistry | undefined => (typeof CSS !== 'undefined' && 'highlights' in CSS ? CSS.highlights : undefined)

/** Two sources can be read side by side, and the page has one highlight for a purpose: each reader adds what is its own. */
const held = new Map<Purpose, Map<object, readonly Range[]>>()
/** What only one reader does at a time. */
const anyReader = {}

/** Paints exactly these ranges for a purpose of a reader; none takes the paint away. A browser without the API shows the list of highlights only. */
export function paint(purpose: Purpose, ranges: readonly Range[], reader: object = anyReader): void {
  const highlights = registry()
  if (!highlights) return
  const name = `footing-${purpose}`
  const byReader = held.get(purpose) ?? new Map<object, readonly Range[]>()
  held.set(purpose, byReader)
  if (ranges.length === 0) byReader.delete(reader)
  else byReader.set(reader, ranges)
  if (byReader.size === 0) {
    highlights.delete(name)
    return
  }
  const highlight = new Highlight(...[...byReader.values()].flat())
  highlight.priority = order.indexOf(purpose)
  highlights.set(name, highlight)
}

export function clearPaint(reader: object): void {
  for (const purpose of order) {
    paint(purpose, [], reader)
    if (purpose === 'flash' || purpose === 'caret') paint(purpose, [])
  }
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

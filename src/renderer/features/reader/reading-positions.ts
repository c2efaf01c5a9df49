// Places in the rendered page to offsets in the reading text, and back. The string half of the arithmetic is core's reading-offsets.

import { toReadingOffset, toTextPlaces } from '../../../core/markdown/reading-offsets.ts'

/** A stretch of the reading text, UTF-16, `end` exclusive. */
export type ReadingRange = { start: number; end: number }

/** One leaf block: its offset, and the text nodes that hold its reading text. */
type Leaf = { start: number; end: number; nodes: Text[]; texts: string[] }

/** The text nodes of a rendered text in order, each with the place of its leaf: both are ascending, so every search is a binary one. */
export type ReadingMap = { leaves: readonly Leaf[]; nodes: readonly { node: Text; leaf: Leaf; position: number }[] }

/**
 * Walks the rendered page once (a text of 1 MB has some 30,000 text nodes: 15 ms). What stands under `data-no-reading` (footnote marks, check
 * boxes) or outside a leaf is left out. Make it again after the page has changed.
 */
export function mapReadingText(root: Element): ReadingMap {
  const leaves: Leaf[] = []
  const nodes: { node: Text; leaf: Leaf; position: number }[] = []
  const walk = (parent: Element, leaf: Leaf | undefined) => {
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const node = child as Text
        if (!leaf || node.length === 0) continue
        nodes.push({ node, leaf, position: leaf.nodes.length })
        leaf.nodes.push(node)
        leaf.texts.push(node.data)
        leaf.end += node.length
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const element = child as Element
        if (element.hasAttribute('data-no-reading')) continue
        const start = element.getAttribute('data-reading-start')
        if (start === null) walk(element, leaf)
        else {
          const inner: Leaf = { start: Number(start), end: Number(start), nodes: [], texts: [] }
          leaves.push(inner)
          walk(element, inner)
        }
      }
    }
  }
  walk(root, undefined)
  return { leaves: leaves.filter((leaf) => leaf.nodes.length > 0), nodes }
}

/** The stretch of reading text that a DOM range covers, clamped to the text; undefined where it covers none of it. */
export function toReadingRange({ nodes }: ReadingMap, range: Range): ReadingRange | undefined {
  // The first node that reaches into the range, and the last that begins before its end. `comparePoint` is -1 before the range and 1 after it.
  const first = nodes[firstIndex(nodes.length, (index) => range.comparePoint(nodes[index]!.node, nodes[index]!.node.length) >= 0)]
  const last = nodes[firstIndex(nodes.length, (index) => range.comparePoint(nodes[index]!.node, 0) > 0) - 1]
  if (!first || !last) return undefined
  const start = offsetOf(first, first.node === range.startContainer ? range.startOffset : 0)
  const end = offsetOf(last, last.node === range.endContainer ? range.endOffset : last.node.length)
  return start < end ? { start, end } : undefined
}

/** The reading offset of a caret: of the text at or after it. Undefined behind the last text. */
export function toCaretOffset({ nodes }: ReadingMap, container: Node, offset: number): number | undefined {
  const caret = document.createRange()
  caret.setStart(container, offset)
  const at = nodes[firstIndex(nodes.length, (index) => caret.comparePoint(nodes[index]!.node, nodes[index]!.node.length) >= 0)]
  return at && offsetOf(at, at.node === container ? offset : 0)
}

/** The DOM range of a stretch of reading text, beginning and ending in text; undefined where it holds none (only separators, or beyond the end). */
export function toDomRange({ leaves }: ReadingMap, { start, end }: ReadingRange): Range | undefined {
  let range: Range | undefined
  for (let index = firstIndex(leaves.length, (at) => leaves[at]!.end > start); index < leaves.length; index += 1) {
    const leaf = leaves[index]!
    if (leaf.start >= end) break
    const places = toTextPlaces(leaf.start, leaf.texts, start, end)
    if (!places) continue
    if (!range) {
      range = document.createRange()
      range.setStart(leaf.nodes[places.from.node]!, places.from.offset)
    }
    range.setEnd(leaf.nodes[places.to.node]!, places.to.offset)
  }
  return range
}

/**
 * The leaves whose blocks reach between two heights of the window. Only the blocks that the search touches are measured, so that what is skipped
 * while out of sight is not laid out for it.
 */
export function stretchBetween({ leaves }: ReadingMap, top: number, bottom: number): ReadingRange {
  const rectOf = (index: number) => leaves[index]!.nodes[0]!.parentElement!.getBoundingClientRect()
  const first = firstIndex(leaves.length, (index) => rectOf(index).bottom >= top)
  const after = firstIndex(leaves.length, (index) => rectOf(index).top > bottom)
  return { start: leaves[first]?.start ?? 0, end: leaves[Math.max(first, after - 1)]?.end ?? 0 }
}

function offsetOf({ leaf, position }: ReadingMap['nodes'][number], offset: number): number {
  return toReadingOffset(leaf.start, leaf.texts, { node: position, offset })
}

/** The first index that passes, in a list whose indexes fail up to one and pass from there on; `length` where none does. */
function firstIndex(length: number, passes: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(middle)) high = middle
    else low = middle + 1
  }
  return low
}

// Translate between places in the text nodes of one leaf block and offsets in the reading text: the half of the mapping that is only strings.

/** A place in a list of text nodes: which node, and the UTF-16 offset in it. */
export type TextPlace = { node: number; offset: number }

/** The offset in the reading text of a place in the nodes of the leaf that starts at `leafStart`. `texts` are the nodes' texts in order. */
export function toReadingOffset(leafStart: number, texts: readonly string[], place: TextPlace): number {
  let offset = leafStart + place.offset
  for (let node = 0; node < place.node; node++) offset += texts[node]!.length
  return offset
}

/**
 * The part of the range `start` to `end` (reading text, end exclusive) that lies in one leaf, as places in its nodes; undefined where none does.
 * Both places are in nodes that hold a part of the range, so that painting starts and ends at text.
 */
export function toTextPlaces(
  leafStart: number,
  texts: readonly string[],
  start: number,
  end: number,
): { from: TextPlace; to: TextPlace } | undefined {
  let nodeStart = leafStart
  let from: TextPlace | undefined
  let to: TextPlace | undefined
  for (const [node, text] of texts.entries()) {
    const nodeEnd = nodeStart + text.length
    const first = Math.max(start, nodeStart)
    const last = Math.min(end, nodeEnd)
    if (first < last) {
      from ??= { node, offset: first - nodeStart }
      to = { node, offset: last - nodeStart }
    }
    nodeStart = nodeEnd
  }
  return from && to ? { from, to } : undefined
}

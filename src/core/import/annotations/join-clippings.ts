// What one book's clippings are together: a highlight that was widened replaces the one before, and a note belongs to the highlight it was written at.

import type { KindleEntry } from './kindle-entry.ts'

/** `earlier`: the places of the highlights that it took up, under which an import before may have known it. */
export type JoinedClipping = KindleEntry & { notes: string[]; earlier: KindleEntry[] }

/** In order of place; what has none comes last, as it came. `alone` are notes that stand at no highlight. */
export function joinClippings(entries: readonly KindleEntry[]): { highlights: JoinedClipping[]; alone: KindleEntry[] } {
  const highlights: JoinedClipping[] = []
  // By place a highlight is compared with its neighbours only: a book of 10,000 clippings would take a minute otherwise.
  const ordered = inOrder(entries.filter(({ kind, text }) => kind === 'highlight' && text !== ''))
  for (const entry of ordered) {
    const merged = mergeIntoRecent(highlights, entry)
    if (!merged) highlights.push({ ...entry, notes: [], earlier: [] })
  }
  const alone: KindleEntry[] = []
  for (const note of entries.filter(({ kind, text }) => kind === 'note' && text !== '')) {
    const owner = ownerOf(highlights, note)
    if (!owner) alone.push(note)
    else if (!owner.notes.includes(note.text)) owner.notes.push(note.text)
  }
  return { highlights, alone: inOrder(alone) }
}

function inOrder<Entry extends KindleEntry>(entries: readonly Entry[]): Entry[] {
  const place = ({ from }: KindleEntry) => from ?? Number.POSITIVE_INFINITY
  return entries.toSorted((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)))
}

/** So many before it can still reach this far. */
const lookBack = 8

function mergeIntoRecent(highlights: JoinedClipping[], entry: KindleEntry): boolean {
  for (let at = highlights.length - 1; at >= Math.max(0, highlights.length - lookBack); at -= 1) {
    const held = highlights[at] as JoinedClipping
    const text = touches(held, entry) ? unionOf(held.text, entry.text) : undefined
    if (text === undefined) continue
    // The name is that of the words that are shown; the other stays known.
    const isHeld = text === held.text
    const { notes: _, earlier: __, ...heldEntry } = held
    const union = isHeld ? heldEntry : entry
    const other = isHeld ? entry : heldEntry
    const from = smallest(held.from, entry.from)
    const to = largest(held.to, entry.to)
    highlights[at] = {
      ...union,
      ...(from !== undefined && to !== undefined ? { from, to } : {}),
      text,
      notes: held.notes,
      earlier: [...held.earlier, other, union],
    }
    return true
  }
  return false
}

function touches(one: KindleEntry, other: KindleEntry): boolean {
  if (one.from === undefined || one.to === undefined || other.from === undefined || other.to === undefined) return one.from === other.from
  return one.from <= other.to && other.from <= one.to
}

/** So much must be the same at the ends before two highlights are one that was widened. */
const leastOverlap = 12

/** The words of both, where one holds the other or the end of one is the beginning of the other; undefined where they are two. */
function unionOf(one: string, other: string): string | undefined {
  if (one.includes(other)) return one
  if (other.includes(one)) return other
  return overlapOf(one, other) ?? overlapOf(other, one)
}

function overlapOf(first: string, second: string): string | undefined {
  const beginning = second.slice(0, leastOverlap)
  if (beginning.length < leastOverlap) return undefined
  // The longest overlap begins first. Words that repeat themselves that often are nobody's highlight.
  let at = first.indexOf(beginning)
  for (let tries = 0; at >= 0 && tries < 20; at = first.indexOf(beginning, at + 1), tries += 1) {
    if (second.startsWith(first.slice(at))) return first + second.slice(first.length - at)
  }
  return undefined
}

/** The note's place is where the highlight ends, or lies in it. The last one made wins where several fit. */
function ownerOf(highlights: readonly JoinedClipping[], note: KindleEntry): JoinedClipping | undefined {
  if (note.from === undefined) return undefined
  const at = note.from
  const holding = highlights.filter(({ from, to }) => from !== undefined && to !== undefined && from <= at && at <= to)
  return holding.find(({ to }) => to === at) ?? holding.at(-1)
}

function smallest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Math.min(one, other)
}

function largest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Math.max(one, other)
}

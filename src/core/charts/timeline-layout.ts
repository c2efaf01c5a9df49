// Where the items of a timeline stand at a zoom: each with its label where there is room, else as a mark alone, else counted in a cluster.

import type { TimelineItem } from '../ledger/ledger-answers.ts'

const dayMs = 86_400_000

/** What of time is shown, in milliseconds since 1970. */
export type TimeView = { from: number; to: number }
export const bands = ['facts', 'insights', 'sources'] as const
export type Band = (typeof bands)[number]

/** `width` is that of the span that it is of; a label of `labelWidth` begins at its end. */
export type PlacedItem = { item: TimelineItem; lane: number; left: number; width: number; labelWidth: number }
/** Items for which there was no room: `view` is where they would have it. */
export type Cluster = { left: number; count: number; view: TimeView }
export type BandLayout = { band: Band; items: PlacedItem[]; clusters: Cluster[]; laneCount: number }

const markWidth = 12
const gap = 6
const clusterWidth = 40
/** Shorter than this a label says nothing. */
const leastLabel = 40
const mostLabel = 210

export function bandOf({ kind }: TimelineItem): Band {
  return kind === 'insight' ? 'insights' : kind === 'source' ? 'sources' : 'facts'
}

export function startOf({ from }: Pick<TimelineItem, 'from'>): number {
  return Date.parse(`${from}T00:00:00Z`)
}

/** The end of its last day. */
export function endOf({ to }: Pick<TimelineItem, 'to'>): number {
  return Date.parse(`${to}T00:00:00Z`) + dayMs
}

/** Items come oldest first, as the host answers them. One pass: a line takes an item where the one before it ends. */
export function layTimeline(items: readonly TimelineItem[], view: TimeView, width: number, lanesOf: Readonly<Record<Band, number>>): BandLayout[] {
  const scale = width / (view.to - view.from)
  return bands.map((band) => {
    const laneEnds: number[] = []
    const placed: PlacedItem[] = []
    const clusters = new Map<number, Cluster>()
    for (const item of items) {
      if (bandOf(item) !== band) continue
      const [start, end] = [startOf(item), endOf(item)]
      if (end < view.from || start > view.to) continue
      const left = Math.max(0, (start - view.from) * scale)
      const span = Math.min(width, (end - view.from) * scale) - left
      const markEnd = left + Math.max(markWidth, span)
      const label = Math.min(mostLabel, labelWidthOf(item), width - markEnd - gap)
      const whole = label < leastLabel ? markEnd : markEnd + label
      const lane = laneFor(laneEnds, left, lanesOf[band])
      if (lane === undefined) {
        count(clusters, Math.floor(left / clusterWidth), { start, end })
        continue
      }
      laneEnds[lane] = whole + gap
      placed.push({ item, lane, left, width: markEnd - left, labelWidth: label < leastLabel ? 0 : label })
    }
    return { band, items: placed, clusters: [...clusters.values()], laneCount: laneEnds.length }
  })
}

/** The first line that is free there; a new one while there may be more. */
function laneFor(ends: readonly number[], left: number, most: number): number | undefined {
  const free = ends.findIndex((end) => end <= left)
  if (free >= 0) return free
  return ends.length < most ? ends.length : undefined
}

function count(clusters: Map<number, Cluster>, column: number, { start, end }: { start: number; end: number }): void {
  const cluster = clusters.get(column)
  if (!cluster) {
    clusters.set(column, { left: column * clusterWidth, count: 1, view: { from: start, to: end } })
    return
  }
  cluster.count += 1
  cluster.view = { from: Math.min(cluster.view.from, start), to: Math.max(cluster.view.to, end) }
}

/** Pixels at 12 px: letters are about half as wide as Han characters. */
function labelWidthOf({ title, detail, kind }: TimelineItem): number {
  const text = kind === 'figure' || kind === 'date' ? `${title} ${detail}` : title
  let width = 8
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 12.5 : 6.6
    if (width > mostLabel) break
  }
  return width
}

/** All items with some air around them; a single day gets two months. */
export function wholeView(items: readonly TimelineItem[]): TimeView {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const item of items) {
    from = Math.min(from, startOf(item))
    to = Math.max(to, endOf(item))
  }
  if (!Number.isFinite(from)) return { from: 0, to: dayMs * 365 }
  const air = Math.max(30 * dayMs, (to - from) * 0.05)
  // Labels stand to the right of what they name.
  return { from: from - air, to: to + 3.5 * air }
}

const shortest = 3 * dayMs
const longest = 400 * 365 * dayMs

/** By a factor (2 shows half as long), holding the moment at `share` of the width where it is. */
export function zoomed(view: TimeView, factor: number, share = 0.5): TimeView {
  const length = Math.min(longest, Math.max(shortest, (view.to - view.from) / factor))
  const held = view.from + (view.to - view.from) * share
  return { from: held - length * share, to: held + length * (1 - share) }
}

export function panned(view: TimeView, share: number): TimeView {
  const by = (view.to - view.from) * share
  return { from: view.from + by, to: view.to + by }
}

export type Tick = { left: number; label: string; isMajor: boolean }

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** Steps in months, or in days below. */
const monthSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200]
const daySteps = [1, 2, 7, 14]

/** Between 60 and 160 pixels apart, on round dates. */
export function ticksOf(view: TimeView, width: number): Tick[] {
  const wanted = ((view.to - view.from) / width) * 72
  const place = (moment: number, label: string, isMajor: boolean): Tick => ({
    left: ((moment - view.from) / (view.to - view.from)) * width,
    label,
    isMajor,
  })
  const ticks: Tick[] = []
  const days = daySteps.find((step) => step * dayMs >= wanted)
  if (days !== undefined) {
    for (let moment = Math.ceil(view.from / (days * dayMs)) * days * dayMs; moment <= view.to; moment += days * dayMs) {
      const date = new Date(moment)
      ticks.push(place(moment, `${date.getUTCDate()} ${months[date.getUTCMonth()]}`, date.getUTCDate() <= days))
    }
    return ticks
  }
  const step = monthSteps.find((each) => each * 30.4 * dayMs >= wanted) ?? 2_400
  const first = new Date(view.from)
  for (let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step; ticks.length < 400; month += step) {
    const moment = Date.UTC(Math.floor(month / 12), month % 12, 1)
    if (moment > view.to) break
    const isYear = month % 12 === 0
    const year = String(Math.floor(month / 12))
    if (moment >= view.from) ticks.push(place(moment, isYear || step >= 12 ? year : (months[month % 12] ?? ''), isYear && step < 12))
  }
  return ticks
}

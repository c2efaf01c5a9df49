// Which tokens of an old text are which of a new one, whatever the length: patience diff on stretches that stand once, alignment between them.

import { longestRising } from '../diff/longest-rising.ts'
import { alignTokens } from './align-tokens.ts'
import type { Tokens } from './tokens.ts'

type Gap = { fromStart: number; fromEnd: number; toStart: number; toEnd: number }

/** Stretches of so many tokens are looked for as anchors, the longest first: short ones stand in a deleted and in a new sentence by chance. */
const anchorLengths = [32, 12, 6, 3]
const mostCells = 600_000
/** For all gaps of a text together, less than half a second; what is left over then stands in no relation. */
const cellBudget = 30_000_000

/** For each old token its new partner or -1, in order; one can be another word in its place. `weights` are of the old tokens. */
/** A gap of more than `wellAligned` cells is cut by short anchors first: quicker, and a little less exact. */
export function diffTokens(from: Tokens, to: Tokens, weights: Float32Array, wellAligned = 120_000): Int32Array {
  const partners = new Int32Array(from.count).fill(-1)
  const gaps: Gap[] = []
  anchor(from, to, { fromStart: 0, fromEnd: from.count, toStart: 0, toEnd: to.count }, 0, partners, gaps, wellAligned)
  const cellsOf = (gap: Gap) => (gap.fromEnd - gap.fromStart) * (gap.toEnd - gap.toStart)
  let cells = 0
  for (const gap of gaps.toSorted((one, other) => cellsOf(one) - cellsOf(other))) {
    cells += cellsOf(gap)
    if (cellsOf(gap) > mostCells || cells > cellBudget) break
    const range = { tokens: from, start: gap.fromStart, end: gap.fromEnd }
    partners.set(alignTokens(range, { tokens: to, start: gap.toStart, end: gap.toEnd }, weights, 'global').partners, gap.fromStart)
  }
  return partners
}

function anchor(from: Tokens, to: Tokens, whole: Gap, level: number, partners: Int32Array, gaps: Gap[], wellAligned: number): void {
  let { fromStart, fromEnd, toStart, toEnd } = whole
  while (fromStart < fromEnd && toStart < toEnd && from.ids[fromStart] === to.ids[toStart]) partners[fromStart++] = toStart++
  while (fromStart < fromEnd && toStart < toEnd && from.ids[fromEnd - 1] === to.ids[toEnd - 1]) partners[--fromEnd] = --toEnd
  if (fromStart === fromEnd || toStart === toEnd) return
  const gap = { fromStart, fromEnd, toStart, toEnd }
  const length = anchorLengths[level]
  if (length === undefined || (level > 1 && (fromEnd - fromStart) * (toEnd - toStart) <= wellAligned)) return void gaps.push(gap)
  let [atFrom, atTo] = [fromStart, toStart]
  for (const [anchorFrom, anchorTo] of [...anchorsOf(from.ids, to.ids, gap, length), [fromEnd, toEnd] as const]) {
    // Anchors overlap where a stretch is longer than they are.
    if (anchorFrom < atFrom || anchorTo < atTo) continue
    anchor(from, to, { fromStart: atFrom, fromEnd: anchorFrom, toStart: atTo, toEnd: anchorTo }, level + 1, partners, gaps, wellAligned)
    atFrom = anchorFrom
    atTo = anchorTo
    while (atFrom < fromEnd && atTo < toEnd && from.ids[atFrom] === to.ids[atTo]) partners[atFrom++] = atTo++
  }
}

/** Stretches of `length` tokens that stand once on either side, as many as keep their order. */
function anchorsOf(from: Int32Array, to: Int32Array, { fromStart, fromEnd, toStart, toEnd }: Gap, length: number): (readonly [number, number])[] {
  const inTo = uniqueStretches(to, toStart, toEnd, length)
  const pairs: [number, number][] = []
  for (const [hash, place] of uniqueStretches(from, fromStart, fromEnd, length)) {
    const other = inTo.get(hash) ?? -1
    if (place >= 0 && other >= 0 && isSameStretch(from, place, to, other, length)) pairs.push([place, other])
  }
  return longestRising(pairs)
}

/** Of longer stretches one in four is enough, the same ones on both sides: matches grow from them. */
const sampledLength = 12

/** By rolling hash: its place, or -1 where it stands more than once. Stretches with a token that `isTaken` are left out. */
export function uniqueStretches(
  ids: Int32Array,
  start: number,
  end: number,
  length: number,
  isTaken?: (index: number) => boolean,
): Map<number, number> {
  const places = new Map<number, number>()
  const base = 0x01000193
  let power = 1
  for (let index = 1; index < length; index += 1) power = Math.imul(power, base)
  let hash = 0
  let free = 0
  for (let at = start; at < end; at += 1) {
    free = isTaken?.(at) ? 0 : free + 1
    if (at - start >= length) hash = (hash - Math.imul(mixed(ids[at - length] as number), power)) | 0
    hash = (Math.imul(hash, base) + mixed(ids[at] as number)) | 0
    if (free < length || (length >= sampledLength && (hash & 3) !== 0)) continue
    places.set(hash, places.has(hash) ? -1 : at - length + 1)
  }
  return places
}

function mixed(id: number): number {
  const once = Math.imul(id ^ (id >>> 15), 0x2c1b3c6d)
  return once ^ (once >>> 13)
}

export function isSameStretch(from: Int32Array, place: number, to: Int32Array, other: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) if (from[place + index] !== to[other + index]) return false
  return true
}

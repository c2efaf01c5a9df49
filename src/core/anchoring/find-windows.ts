// Where in a text an edited quote may stand: where several of its rarest short pieces stand at about their distance from each other.

import type { GramIndex } from './gram-index.ts'

/** Folded units, `votes` is what the pieces that stand there say together. */
export type Window = { from: number; to: number; votes: number }

const mostPieces = 64
const mostPlacesOfPiece = 24
const mostWindows = 5

/** The likeliest first. The cost is bounded: so many pieces of so many places each. */
export function findWindows(grams: GramIndex, text: string, whole: string): Window[] {
  const hits = collectHits(grams, text, whole)
  if (hits.length === 0) return []
  const reach = 24 + Math.min(400, whole.length * 0.3)
  const clusters = clusterHits(hits, reach)
  const margin = 24 + Math.min(300, whole.length >> 1)
  const windows: Window[] = []
  for (const { low, high, votes } of clusters.toSorted((one, other) => other.votes - one.votes)) {
    const from = Math.max(0, low - margin)
    const to = Math.min(text.length, high + whole.length + margin)
    const other = windows.find((window) => from < window.to && to > window.from)
    if (other) {
      // A sentence inserted into the quote leaves two clusters: they are one place.
      if (Math.max(to, other.to) - Math.min(from, other.from) > 4 * whole.length + 400) continue
      other.from = Math.min(from, other.from)
      other.to = Math.max(to, other.to)
    } else if (windows.length < mostWindows) windows.push({ from, to, votes })
  }
  return windows
}

type Hit = { diagonal: number; at: number; weight: number }

function collectHits(grams: GramIndex, text: string, whole: string): Hit[] {
  const pieces: { at: number; count: number }[] = []
  for (let at = 0; at < whole.length; at += 1) {
    const count = grams.countOf(whole, at)
    if (count > 0 && count <= mostPlacesOfPiece * 4) pieces.push({ at, count })
  }
  pieces.sort((one, other) => one.count - other.count)
  const scale = Math.log2(text.length + 64)
  const hits: Hit[] = []
  for (const { at, count } of pieces.slice(0, mostPieces)) {
    if (count > mostPlacesOfPiece && hits.length > 0) break
    const weight = 1 - Math.log2(count + 1) / scale
    for (const place of grams.placesOf(whole, at)) if (grams.isSameAt(whole, at, place)) hits.push({ diagonal: place - at, at, weight })
  }
  return hits.sort((one, other) => one.diagonal - other.diagonal)
}

/** Stretches of diagonals no longer than `reach`, as heavy as they get, that do not overlap. */
function clusterHits(hits: readonly Hit[], reach: number): { low: number; high: number; votes: number }[] {
  const clusters: { low: number; high: number; votes: number }[] = []
  let votes = 0
  let first = 0
  const windows: { first: number; last: number; votes: number }[] = []
  for (let last = 0; last < hits.length; last += 1) {
    votes += (hits[last] as Hit).weight
    while ((hits[last] as Hit).diagonal - (hits[first] as Hit).diagonal > reach) votes -= (hits[first++] as Hit).weight
    windows.push({ first, last, votes })
  }
  const isUsed = new Uint8Array(hits.length)
  for (const window of windows.sort((one, other) => other.votes - one.votes)) {
    if (clusters.length >= mostWindows * 2) break
    if (isUsed[window.first] || isUsed[window.last]) continue
    isUsed.fill(1, window.first, window.last + 1)
    clusters.push({ low: (hits[window.first] as Hit).diagonal, high: (hits[window.last] as Hit).diagonal, votes: window.votes })
  }
  return clusters
}

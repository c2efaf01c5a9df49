// Which stretches of two sequences differ: Myers' greedy algorithm (1986) while the difference is small, patience diff where it is not.
//
// node-diff3's longest common subsequence is for merging: its cost grows with the number of alike pairs, a million of them between two notes that
// say "the" a thousand times. Here the cost is bounded whatever the texts: `maxEdits` rounds for each stretch between two anchors.

import { longestRising } from './longest-rising.ts'

/** Half-open ranges of the two sequences; one of them may be empty. */
export type ChangedRange = { fromStart: number; fromEnd: number; toStart: number; toEnd: number }
/** Awaited in between, so that others have their turn. */
export type Pause = () => Promise<void>

/** Rounds of Myers' algorithm: round d looks at d+1 diagonals and remembers them, so 300 of them are 45,000 numbers. */
const maxEdits = 300

/** In order; what lies between them is alike. */
export async function diffSequences(from: readonly string[], to: readonly string[], pause: Pause): Promise<ChangedRange[]> {
  const numbers = new Map<string, number>()
  const numbered = (pieces: readonly string[]) =>
    Int32Array.from(pieces, (piece) => {
      const number = numbers.get(piece) ?? numbers.size
      numbers.set(piece, number)
      return number
    })
  const changes: ChangedRange[] = []
  await diffRange(numbered(from), numbered(to), { fromStart: 0, fromEnd: from.length, toStart: 0, toEnd: to.length }, changes, pause)
  return joined(changes)
}

async function diffRange(from: Int32Array, to: Int32Array, whole: ChangedRange, changes: ChangedRange[], pause: Pause): Promise<void> {
  await pause()
  let { fromStart, fromEnd, toStart, toEnd } = whole
  while (fromStart < fromEnd && toStart < toEnd && from[fromStart] === to[toStart]) {
    fromStart += 1
    toStart += 1
  }
  while (fromStart < fromEnd && toStart < toEnd && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd -= 1
    toEnd -= 1
  }
  const range = { fromStart, fromEnd, toStart, toEnd }
  if (fromStart === fromEnd && toStart === toEnd) return
  if (fromStart === fromEnd || toStart === toEnd) return void changes.push(range)
  const found = diffGreedily(from, to, range)
  if (found) return void changes.push(...found)
  const anchors = findAnchors(from, to, range)
  if (anchors.length === 0) return void changes.push(range)
  let [atFrom, atTo] = [fromStart, toStart]
  for (const [anchorFrom, anchorTo] of [...anchors, [fromEnd, toEnd] as const]) {
    await diffRange(from, to, { fromStart: atFrom, fromEnd: anchorFrom, toStart: atTo, toEnd: anchorTo }, changes, pause)
    atFrom = anchorFrom + 1
    atTo = anchorTo + 1
  }
}

/** Undefined where more than `maxEdits` pieces differ. */
function diffGreedily(from: Int32Array, to: Int32Array, { fromStart, fromEnd, toStart, toEnd }: ChangedRange): ChangedRange[] | undefined {
  const [n, m] = [fromEnd - fromStart, toEnd - toStart]
  const most = Math.min(n + m, maxEdits)
  const furthest = new Int32Array(2 * most + 3)
  const middle = most + 1
  const rounds: Int32Array[] = []
  for (let d = 0; d <= most; d += 1) {
    rounds.push(furthest.slice(middle - d - 1, middle + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const isDown = k === -d || (k !== d && (furthest[middle + k - 1] as number) < (furthest[middle + k + 1] as number))
      let x = isDown ? (furthest[middle + k + 1] as number) : (furthest[middle + k - 1] as number) + 1
      let y = x - k
      while (x < n && y < m && from[fromStart + x] === to[toStart + y]) {
        x += 1
        y += 1
      }
      furthest[middle + k] = x
      if (x >= n && y >= m) return traceBack(rounds, n, m).map((range) => shifted(range, fromStart, toStart))
    }
  }
  return undefined
}

/** `rounds[d]` holds what was furthest before round d, on the diagonals -d-1 to d+1. */
function traceBack(rounds: readonly Int32Array[], n: number, m: number): ChangedRange[] {
  const edits: ChangedRange[] = []
  let [x, y] = [n, m]
  for (let d = rounds.length - 1; d > 0; d -= 1) {
    const furthest = rounds[d] as Int32Array
    const at = (k: number) => furthest[k + d + 1] as number
    const k = x - y
    const isDown = k === -d || (k !== d && at(k - 1) < at(k + 1))
    const previousX = isDown ? at(k + 1) : at(k - 1)
    const previousY = previousX - (isDown ? k + 1 : k - 1)
    edits.push({ fromStart: previousX, fromEnd: previousX + (isDown ? 0 : 1), toStart: previousY, toEnd: previousY + (isDown ? 1 : 0) })
    x = previousX
    y = previousY
  }
  return edits.reverse()
}

/** Pieces that stand once on either side, as many as keep their order. */
function findAnchors(from: Int32Array, to: Int32Array, { fromStart, fromEnd, toStart, toEnd }: ChangedRange): (readonly [number, number])[] {
  const uniqueIn = (side: Int32Array, start: number, end: number) => {
    const places = new Map<number, number>()
    for (let index = start; index < end; index += 1) places.set(side[index] as number, places.has(side[index] as number) ? -1 : index)
    return places
  }
  const inTo = uniqueIn(to, toStart, toEnd)
  const pairs: [number, number][] = []
  for (const [piece, place] of uniqueIn(from, fromStart, fromEnd)) {
    const other = inTo.get(piece) ?? -1
    if (place >= 0 && other >= 0) pairs.push([place, other])
  }
  return longestRising(pairs)
}

function shifted({ fromStart, fromEnd, toStart, toEnd }: ChangedRange, from: number, to: number): ChangedRange {
  return { fromStart: fromStart + from, fromEnd: fromEnd + from, toStart: toStart + to, toEnd: toEnd + to }
}

/** Changes with nothing alike between them are one. */
function joined(changes: readonly ChangedRange[]): ChangedRange[] {
  const result: ChangedRange[] = []
  for (const change of changes) {
    const last = result.at(-1)
    if (last && last.fromEnd === change.fromStart && last.toEnd === change.toStart)
      result[result.length - 1] = { ...last, fromEnd: change.fromEnd, toEnd: change.toEnd }
    else result.push(change)
  }
  return result
}

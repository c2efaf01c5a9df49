// Every commit of a notebook as a line of moments: packed for the wire, and the steps that a slider takes along it.

/**
 * The commits `firstSeq`, `firstSeq + 1` … : the milliseconds (since 1970) of the first, then the distance of each to the one before. A commit that
 * is missing has the moment of the one before it. About four bytes for each commit, so that even 100,000 of them are sent at once.
 */
export type PackedTimeline = { firstSeq: number; firstAtMs: number; stepsMs: number[] }

export type Timeline = { firstSeq: number; lastSeq: number; atMs: Float64Array }

/** In the order of their numbers, none twice; a moment that cannot be read is that of the commit before. */
export function packTimeline(commits: readonly { seq: number; atMs: number }[]): PackedTimeline {
  const first = commits[0]
  if (!first) return { firstSeq: 0, firstAtMs: 0, stepsMs: [] }
  const packed: PackedTimeline = { firstSeq: first.seq, firstAtMs: Number.isNaN(first.atMs) ? 0 : first.atMs, stepsMs: [] }
  let at = packed.firstAtMs
  for (const { seq, atMs } of commits.slice(1)) {
    while (packed.firstSeq + packed.stepsMs.length + 1 < seq) packed.stepsMs.push(0)
    const next = Number.isNaN(atMs) ? at : atMs
    packed.stepsMs.push(next - at)
    at = next
  }
  return packed
}

export function unpackTimeline({ firstSeq, firstAtMs, stepsMs }: PackedTimeline): Timeline {
  const atMs = new Float64Array(stepsMs.length + 1)
  let at = firstAtMs
  atMs[0] = at
  for (const [index, step] of stepsMs.entries()) {
    at += step
    atMs[index + 1] = at
  }
  return { firstSeq, lastSeq: firstSeq + stepsMs.length, atMs }
}

export function momentOfCommit({ firstSeq, atMs }: Timeline, seq: number): number {
  return atMs[Math.min(Math.max(seq - firstSeq, 0), atMs.length - 1)] as number
}

/** The last commit, by its number, that is not after the moment; the first where all are after it. */
export function commitNotAfter({ firstSeq, atMs }: Timeline, timeMs: number): number {
  return (
    firstSeq +
    Math.max(
      0,
      atMs.findLastIndex((at) => at <= timeMs),
    )
  )
}

/**
 * The commit about `distanceMs` away, back or forth. Whatever the clock did: it goes commit by commit until that much time lies between, either
 * way, and always at least one commit further.
 */
export function stepByTime(timeline: Timeline, seq: number, direction: -1 | 1, distanceMs: number): number {
  const from = momentOfCommit(timeline, seq)
  let at = Math.min(Math.max(seq + direction, timeline.firstSeq), timeline.lastSeq)
  while (at > timeline.firstSeq && at < timeline.lastSeq && Math.abs(momentOfCommit(timeline, at) - from) < distanceMs) at += direction
  return at
}

/** Stretches of commits in a row that were made on one day, as `dayOf` names days. */
export function daysOf({ firstSeq, atMs }: Timeline, dayOf: (atMs: number) => string): { day: string; firstSeq: number; count: number }[] {
  const days: { day: string; firstSeq: number; count: number }[] = []
  for (const [index, at] of atMs.entries()) {
    const day = dayOf(at)
    const last = days.at(-1)
    if (last?.day === day) last.count += 1
    else days.push({ day, firstSeq: firstSeq + index, count: 1 })
  }
  return days
}

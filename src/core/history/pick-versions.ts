// Which of a record's many states are listed as its versions: autosaves come every few seconds, and nobody reads a list of those.

import type { RecordVersion } from './record-version.ts'

const stepMs = 5 * 60_000

/**
 * Oldest first. Kept are the first, the newest, whatever changed the state, and in between so many that no two neighbours are further apart than
 * five minutes where the record was being written all the time. What a version that is left out had changed, the next one that is kept has changed.
 * Times are the writer's clock and may jump: a step is a distance either way.
 */
export function pickVersions(versions: readonly RecordVersion[]): RecordVersion[] {
  const kept: RecordVersion[] = []
  let changed: string[] = []
  for (const [index, version] of versions.entries()) {
    const [last, next] = [kept.at(-1), versions[index + 1]]
    changed = [...new Set([...changed, ...version.changed])]
    const isForced = !last || !next || version.state !== last.state || next.state !== version.state
    // The last one before the step is over; where the next is still within it, that one will do.
    if (!isForced && distanceMs(last, next) <= stepMs) continue
    kept.push({ ...version, changed })
    changed = []
  }
  return kept
}

function distanceMs(one: RecordVersion, other: RecordVersion): number {
  const distance = Math.abs(Date.parse(other.at) - Date.parse(one.at))
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance
}

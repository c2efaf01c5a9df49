// A moment in a notebook's history: the number of a commit, or a time.

import { z } from 'zod'

/** `time` is in milliseconds since 1970 (UTC). Either means: up to the last commit that is not after it, in the order of their numbers. */
export type Moment = { seq: number } | { time: number }

export const momentSchema = z.union([z.strictObject({ seq: z.int().min(0) }), z.strictObject({ time: z.number() })])

/** Whether a commit is not after the moment. A commit whose own time cannot be read is after every time. */
export function resolvesTo(moment: Moment, seq: number, atMs: number): boolean {
  return 'seq' in moment ? seq <= moment.seq : atMs <= moment.time
}

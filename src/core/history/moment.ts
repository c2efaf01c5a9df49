// A moment in a notebook's history: the number of a commit, or a time.

/** `time` is in milliseconds since 1970 (UTC). Either means: up to the last commit that is not after it, in the order of their numbers. */
export type Moment = { seq: number } | { time: number }

/** Whether a commit is not after the moment. A commit whose own time cannot be read is after every time. */
export function isNotAfter(moment: Moment, commit: { seq: number; at: string }): boolean {
  return 'seq' in moment ? commit.seq <= moment.seq : Date.parse(commit.at) <= moment.time
}

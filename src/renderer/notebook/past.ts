// Whether this window looks at the notebook as it was, and at which moment: every screen is then one of the past, and nothing can be changed.

import { create } from 'zustand'
import type { NotebookClient } from '../../core/contract/notebook-client.ts'
import type { PastLink } from '../../core/contract/past-link.ts'
import { commitNotAfter, type Timeline, unpackTimeline } from '../../core/history/timeline.ts'
import type { RefusalValue } from '../../core/store/refusal.ts'

type Past = {
  /** What the screens read from; undefined while the window shows the present. */
  client: NotebookClient | undefined
  /** The change that is shown, and the one that is asked for: they differ while it is being read. */
  shown: number
  asked: number
  timeline: Timeline | undefined
  problem: RefusalValue | undefined
}

export const usePast = create<Past>(() => ({ client: undefined, shown: 0, asked: 0, timeline: undefined, problem: undefined }))

/** True where nothing can be changed, since it is the past: controls that change something are not there. */
export function useIsPast(): boolean {
  return usePast((past) => past.client !== undefined)
}

let link: PastLink | undefined

/** Call once, with the window's own. */
export function followPast(pastLink: PastLink): void {
  link = pastLink
}

/** From the present, to the newest change; resolves with what stood in the way, if anything did. */
export async function enterPast(live: NotebookClient): Promise<RefusalValue | undefined> {
  const answer = await live.ask('history.timeline', {})
  if (!answer.ok) return answer.error
  const timeline = unpackTimeline(answer.value)
  usePast.setState({ timeline })
  return goToChange(timeline.lastSeq)
}

/** Whoever asks again before it is there gets what was asked last. */
export async function goToChange(seq: number): Promise<RefusalValue | undefined> {
  if (!link) return undefined
  usePast.setState({ asked: seq, problem: undefined })
  const opened = await link.open({ seq })
  if (opened.ok) {
    usePast.setState({ client: link.client, shown: seq })
    return undefined
  }
  // Another moment was asked for meanwhile, or the window has gone back to now.
  if (opened.error.code === 'stale') return undefined
  usePast.setState(({ shown }) => ({ asked: shown, problem: opened.error }))
  return opened.error
}

export function goToTime(timeMs: number): void {
  const { timeline } = usePast.getState()
  if (timeline) void goToChange(commitNotAfter(timeline, timeMs))
}

export function leavePast(): void {
  link?.leave()
  usePast.setState({ client: undefined, timeline: undefined, problem: undefined })
}

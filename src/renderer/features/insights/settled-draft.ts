// Waits for what is typed in an insight to be on disk.

import type { InsightDraft } from './open-insight.tsx'

const longestWaitMs = 3_000

/** Sends what is typed and waits until it is durable, or for a while: what is exported should be what is seen. */
export function settled(draft: InsightDraft): Promise<void> {
  draft.flush()
  if (!draft.state.isUnsent) return Promise.resolve()
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(finish, longestWaitMs)
    const stop = draft.onState(() => !draft.state.isUnsent && finish())
  })
}

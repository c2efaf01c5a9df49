// Windows refuses to rename or delete a file while a virus scanner, an indexer or a sync program has it open: for a moment, so it is tried again.

import { setTimeout as wait } from 'node:timers/promises'
import { codeOf } from './error-code.ts'

const sharingErrors = new Set(['EPERM', 'EACCES', 'EBUSY'])
/** About 3 s in all; a folder that really cannot be written to is told of after that. */
const delaysMs = [5, 10, 20, 40, 80, 160, 320, 640, 1_000, 1_000]

/** `pause` is for tests. Rejects with the last answer where it stays a sharing error, at once with any other. */
export async function retryWhileShared<Result>(call: () => Promise<Result>, pause: (ms: number) => Promise<unknown> = wait): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call()
    } catch (error) {
      const delayMs = delaysMs[attempt]
      if (delayMs === undefined || !sharingErrors.has(codeOf(error) ?? '')) throw error
      await pause(delayMs)
    }
  }
}

// Runs `history.forget`, the one command that is about files and not about records.

import { forgetHistorySchema } from '../../core/commands/forget-history.ts'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import { refusalOf } from '../../core/rules/check-changes.ts'
import type { CommandAnswer } from '../../core/store/commit-queue.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { ForgetOptions, ForgetResult } from '../history/forget-history.ts'
import { toRefusal } from '../storage/storage-refusal.ts'

/** One after the other: each looks at what the one before has left. */
export function makeForgetting(
  forget: (options: Pick<ForgetOptions, 'before' | 'keepCopy'>) => Promise<ForgetResult>,
  lastSeq: () => number,
): (input: unknown) => Promise<CommandAnswer> {
  let running: Promise<unknown> = Promise.resolve()
  return (input) => {
    const parsed = readBySchema(forgetHistorySchema, input)
    if (!parsed.success) return Promise.resolve({ ok: false, error: refusalOf('history.forget', parsed.error.issues).toValue() })
    const answer = running.then(async (): Promise<CommandAnswer> => {
      try {
        return { ok: true, seq: lastSeq(), result: await forget(parsed.data) }
      } catch (error) {
        const refusal = toRefusal(error, 'forgetting the history')
        if (refusal instanceof Refusal) return { ok: false, error: refusal.toValue() }
        throw error
      }
    })
    running = answer.catch(() => {})
    return answer
  }
}

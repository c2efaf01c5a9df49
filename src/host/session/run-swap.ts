// Undo and redo: what one command did at once, an import slice by slice, so that others go on in between.

import type { CommandAnswer, CommitQueue } from '../../core/store/commit-queue.ts'

export async function runSwap(queue: CommitQueue, actor: string, command: 'history.undo' | 'history.redo'): Promise<CommandAnswer> {
  const first = await queue.run(actor, command, {})
  let answer = first
  while (answer.ok && queue.undoStacks.isMidway(actor)) answer = await queue.run(actor, command, {})
  queue.undoStacks.endSwap(actor)
  if (answer.ok || answer === first) return answer
  const [done, back] = command === 'history.undo' ? ['taken back', 'redo brings that in again'] : ['brought in again', 'undo takes that back']
  return { ok: false, error: { code: 'invalid', message: `only a part was ${done}, and ${back}: ${answer.error.message}` } }
}

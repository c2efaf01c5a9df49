// What each actor can undo and redo. Undo is a new commit that puts the records back; nothing is ever taken out of the journal.

import type { Commit, RecordChange } from '../store/change.ts'
import { Refusal } from '../store/refusal.ts'
import { sameContent } from '../store/same-content.ts'
import type { Transaction } from '../store/transaction.ts'

type Step = { command: string; atMs: number; changes: RecordChange[] }
type Stacks = { done: Step[]; undone: Step[] }
export type UndoDirection = 'undo' | 'redo'

const maxSteps = 200
/** Autosaves of one record that follow each other within this time are one step: nobody thinks in half-second pieces of typing. */
const joinWithinMs = 3_000

export class UndoStacks {
  readonly #stacks = new Map<string, Stacks>()

  /** Call for every commit that became durable, undo and redo included. */
  note(commit: Commit, direction?: UndoDirection): void {
    const stacks = this.#of(commit.actor)
    const step: Step = { command: commit.command, atMs: Date.parse(commit.at), changes: commit.changes }
    if (direction === 'undo') {
      const undone = stacks.done.pop()
      if (undone) stacks.undone.push(undone)
      return
    }
    if (direction === 'redo') {
      const redone = stacks.undone.pop()
      if (redone) stacks.done.push(redone)
      return
    }
    stacks.undone.length = 0
    const last = stacks.done.at(-1)
    if (last && isContinuation(last, step)) stacks.done[stacks.done.length - 1] = joined(last, step)
    else stacks.done.push(step)
    if (stacks.done.length > maxSteps) stacks.done.shift()
  }

  /** Writes the way back (or forth again) into the transaction; refused as `stale` where a record moved on since. Returns the command concerned. */
  apply(notebook: Transaction, actor: string, direction: UndoDirection): { command: string } {
    const stacks = this.#of(actor)
    const step = (direction === 'undo' ? stacks.done : stacks.undone).at(-1)
    if (!step) throw new Refusal('nothing-to-undo', `there is nothing to ${direction}`)
    const swaps = direction === 'undo' ? step.changes.map(reversed).toReversed() : step.changes
    for (const { table, id, before, after } of swaps) {
      if (!sameContent(notebook.get(table, id), before))
        throw new Refusal('stale', `${id} was changed elsewhere since: ${direction} would overwrite that`)
      if (after === undefined) notebook.remove(table, id)
      else notebook.restore(table, after)
    }
    return { command: step.command }
  }

  forget(actor: string): void {
    this.#stacks.delete(actor)
  }

  #of(actor: string): Stacks {
    let stacks = this.#stacks.get(actor)
    if (!stacks) {
      stacks = { done: [], undone: [] }
      this.#stacks.set(actor, stacks)
    }
    return stacks
  }
}

function reversed(change: RecordChange): RecordChange {
  return { ...change, before: change.after, after: change.before } as RecordChange
}

function isContinuation(last: Step, step: Step): boolean {
  const [one] = last.changes
  const [other] = step.changes
  return (
    last.changes.length === 1 &&
    step.changes.length === 1 &&
    last.command === step.command &&
    step.command.endsWith('.revise') &&
    one?.id === other?.id &&
    step.atMs - last.atMs < joinWithinMs
  )
}

function joined(last: Step, step: Step): Step {
  const changes = step.changes.map((change, position) => ({ ...change, before: last.changes[position]?.before }) as RecordChange)
  return { command: step.command, atMs: step.atMs, changes }
}

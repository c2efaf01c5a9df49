// What each actor can undo and redo. Undo is a new commit that puts the records back; nothing is ever taken out of the journal.

import type { RecordId } from '../records/record-id.ts'
import type { AnyRecord } from '../records/tables.ts'
import type { Commit, RecordChange } from '../store/change.ts'
import { Refusal } from '../store/refusal.ts'
import { growingFields, sameContent } from '../store/same-content.ts'
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
    if (direction) {
      const [from, to] = direction === 'undo' ? [stacks.done, stacks.undone] : [stacks.undone, stacks.done]
      const swapped = from.pop()
      if (swapped) to.push({ ...swapped, changes: withGrownFields(swapped.changes, commit.changes) })
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
      if (table === 'texts' && isTextAsWanted(notebook, id, after)) continue
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

/** Texts are named by their content and shared: undo leaves one in place while another source has it, and finds one that another brought. */
function isTextAsWanted(notebook: Transaction, id: RecordId, wanted: RecordChange['after']): boolean {
  const isThere = notebook.head('texts', id) !== undefined
  return wanted === undefined ? !isThere || notebook.by('sourcesByText', id).length > 0 : isThere
}

/** A step that waits to be swapped back keeps the counters that its records had last: a number once given is never given again. */
function withGrownFields(changes: readonly RecordChange[], swapped: readonly RecordChange[]): RecordChange[] {
  const swaps = new Map(swapped.map((change) => [change.id, change]))
  return changes.map((change) => {
    const swap = swaps.get(change.id)
    const seen = [change.before, change.after, swap?.before, swap?.after]
    return { ...change, before: raised(change.before, seen), after: raised(change.after, seen) } as RecordChange
  })
}

function raised(record: AnyRecord | undefined, seen: readonly (AnyRecord | undefined)[]): AnyRecord | undefined {
  for (const field of growingFields) {
    if (!record || !(field in record)) continue
    const counts = seen.flatMap((each) => (each && field in each ? [(each as { [count in typeof field]: number })[field]] : []))
    record = { ...record, [field]: Math.max(...counts) }
  }
  return record
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
    // Somebody else's change in between is not this actor's to undo.
    sameContent(one?.after, other?.before) &&
    step.atMs - last.atMs < joinWithinMs
  )
}

function joined(last: Step, step: Step): Step {
  const changes = step.changes.map((change, position) => ({ ...change, before: last.changes[position]?.before }) as RecordChange)
  return { command: step.command, atMs: step.atMs, changes }
}

// What each actor can undo and redo. Undo is a new commit that puts the records back; nothing is ever taken out of the journal.

import type { RecordId } from '../records/record-id.ts'
import type { AnyRecord } from '../records/tables.ts'
import type { Commit, RecordChange } from '../store/change.ts'
import { Refusal } from '../store/refusal.ts'
import { growingFields, sameContent } from '../store/same-content.ts'
import type { Transaction } from '../store/transaction.ts'

/** `parts` are the commits of the step in their order: one, or all that belong to one import. */
type Step = { command: string; batch: string | undefined; atMs: number; parts: RecordChange[][] }
type Stacks = {
  done: Step[]
  undone: Step[]
  /** How many parts the last `apply` swapped: the commit that it became says how it went. */
  swapped: number
  /** The batch that is swapped in slices, from its first slice to its last. */
  midway: string | undefined
}
export type UndoDirection = 'undo' | 'redo'

const maxSteps = 200
/** Autosaves of one record that follow each other within this time are one step: nobody thinks in half-second pieces of typing. */
const joinWithinMs = 3_000
/** An import is swapped in slices of whole commits, each of which left a notebook that holds: one commit of 10,000 changes would hold everybody up. */
const changesTogether = 100

export class UndoStacks {
  readonly #stacks = new Map<string, Stacks>()

  /** Call for every commit that became durable, undo and redo included. */
  note(commit: Commit, direction?: UndoDirection): void {
    const stacks = this.#of(commit.actor)
    if (direction) noteSwap(stacks, commit, direction)
    else noteStep(stacks, commit)
  }

  /** Writes the way back (or forth again) into the transaction; refused as `stale` where a record moved on since. Returns the command concerned. */
  apply(notebook: Transaction, actor: string, direction: UndoDirection): { command: string } {
    const stacks = this.#of(actor)
    const step = stepToSwap(stacks, direction)
    if (!step) throw new Refusal('nothing-to-undo', `there is nothing to ${direction}`)
    // All or nothing, as far as anybody can tell beforehand.
    if (step.parts.length > 1 && stacks.midway === undefined) refuseStaleBatch(notebook, step, direction)
    const parts = firstSlice(step.parts, direction)
    const swaps = direction === 'undo' ? parts.flat().map(reversed).toReversed() : parts.flat()
    for (const { table, id, before, after } of swaps) {
      if (table === 'texts' && isTextAsWanted(notebook, id, after)) continue
      if (!sameContent(notebook.get(table, id), before))
        throw new Refusal('stale', `${id} was changed elsewhere since: ${direction} would overwrite that`)
      if (after === undefined) notebook.remove(table, id)
      else notebook.restore(table, after)
    }
    stacks.swapped = parts.length
    return { command: step.command }
  }

  /** Whether some of a step is swapped and the rest is not: the same command again goes on with it. */
  isMidway(actor: string): boolean {
    return this.#stacks.get(actor)?.midway !== undefined
  }

  /** What is left of a step that could not be swapped whole is a step of its own from now on. */
  endSwap(actor: string): void {
    const stacks = this.#stacks.get(actor)
    if (stacks) stacks.midway = undefined
  }

  forget(actor: string): void {
    this.#stacks.delete(actor)
  }

  #of(actor: string): Stacks {
    let stacks = this.#stacks.get(actor)
    if (!stacks) {
      stacks = { done: [], undone: [], swapped: 0, midway: undefined }
      this.#stacks.set(actor, stacks)
    }
    return stacks
  }
}

function noteStep(stacks: Stacks, commit: Commit): void {
  stacks.undone = stacks.undone.filter(({ batch }) => batch !== undefined && batch === stacks.midway)
  const { batch } = commit
  const begun = batch === undefined ? undefined : stacks.done.findLast((step) => step.batch === batch)
  const step: Step = { command: batch === undefined ? commit.command : 'import', batch, atMs: Date.parse(commit.at), parts: [commit.changes] }
  const last = stacks.done.at(-1)
  if (begun) begun.parts.push(commit.changes)
  else if (last && isContinuation(last, step)) stacks.done[stacks.done.length - 1] = joined(last, step)
  else stacks.done.push(step)
  if (stacks.done.length > maxSteps) stacks.done.shift()
}

function stepToSwap({ done, undone, midway }: Stacks, direction: UndoDirection): Step | undefined {
  const steps = direction === 'undo' ? done : undone
  // What the actor did between two slices lies on top.
  return midway === undefined ? steps.at(-1) : steps.findLast(({ batch }) => batch === midway)
}

/** The commits at the end that is swapped first. */
function firstSlice(parts: readonly RecordChange[][], direction: UndoDirection): RecordChange[][] {
  const slice: RecordChange[][] = []
  let changes = 0
  for (const part of direction === 'undo' ? parts.toReversed() : parts) {
    if (slice.length > 0 && changes + part.length > changesTogether) break
    slice.push(part)
    changes += part.length
  }
  return direction === 'undo' ? slice.toReversed() : slice
}

function noteSwap(stacks: Stacks, commit: Commit, direction: UndoDirection): void {
  const step = stepToSwap(stacks, direction)
  if (!step) return
  const [from, to] = direction === 'undo' ? [stacks.done, stacks.undone] : [stacks.undone, stacks.done]
  const parts = direction === 'undo' ? step.parts.splice(-stacks.swapped) : step.parts.splice(0, stacks.swapped)
  const moved = parts.map((changes) => withGrownFields(changes, commit.changes))
  const begun = step.batch === undefined ? undefined : to.findLast(({ batch }) => batch === step.batch)
  if (!begun) to.push({ ...step, parts: moved })
  else if (direction === 'undo') begun.parts.unshift(...moved)
  else begun.parts.push(...moved)
  stacks.midway = step.parts.length > 0 ? step.batch : undefined
  if (step.parts.length === 0) from.splice(from.indexOf(step), 1)
}

/** By revision where that is as it was, which costs no reading of bodies. */
function refuseStaleBatch(notebook: Transaction, { parts }: Step, direction: UndoDirection): void {
  const expected = new Map<RecordId, RecordChange>()
  for (const change of (direction === 'undo' ? parts : parts.toReversed()).flat()) expected.set(change.id, change)
  for (const { table, id, before, after } of expected.values()) {
    if (table === 'texts') continue
    const wanted = direction === 'undo' ? after : before
    const head = notebook.head(table, id)
    if (wanted && head ? head.rev === wanted.rev || sameContent(notebook.get(table, id), wanted) : wanted === undefined && head === undefined)
      continue
    throw new Refusal('stale', `${nameOf(head ?? wanted, id)} was changed since it was imported: ${direction} would overwrite that`)
  }
}

function nameOf(record: object | undefined, id: RecordId): string {
  return record && 'title' in record && typeof record.title === 'string' && record.title !== '' ? `“${record.title}”` : id
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
  if (last.batch !== undefined || step.batch !== undefined) return false
  const [before = []] = last.parts
  const [after = []] = step.parts
  const [one] = before
  const [other] = after
  return (
    before.length === 1 &&
    after.length === 1 &&
    last.command === step.command &&
    step.command.endsWith('.revise') &&
    one?.id === other?.id &&
    // Somebody else's change in between is not this actor's to undo.
    sameContent(one?.after, other?.before) &&
    step.atMs - last.atMs < joinWithinMs
  )
}

function joined(last: Step, step: Step): Step {
  const [before = []] = last.parts
  const [after = []] = step.parts
  return { ...step, parts: [after.map((change, position) => ({ ...change, before: before[position]?.before }) as RecordChange)] }
}

// One queue for all writers: compute, make durable, swap, tell. Commands that wait together form a group and share one append.

import { type CommandName, commands, isRecipeName } from '../commands/commands.ts'
import { readBySchema } from '../contract/read-by-schema.ts'
import { type UndoDirection, UndoStacks } from '../history/undo-stacks.ts'
import type { RecordId, RecordKind } from '../records/record-id.ts'
import { checkChanges, refusalOf } from '../rules/check-changes.ts'
import { guardRemovals } from '../rules/guard-removals.ts'
import type { Commit, RecordChange } from './change.ts'
import { Overlay } from './overlay.ts'
import { Refusal, type RefusalValue } from './refusal.ts'
import type { Tables } from './tables.ts'
import { type Prepared, type StoredText, Transaction } from './transaction.ts'

export type CommandAnswer = { ok: true; seq: number; result: unknown } | { ok: false; error: RefusalValue }

export type CommitQueueOptions = {
  tables: Tables
  /** The number of the last commit that is durable. */
  lastSeq: number
  now: () => string
  newId: <Kind extends RecordKind>(kind: Kind) => RecordId<Kind>
  /**
   * Makes the commits durable together, or rejects with a Refusal that says how it failed. After `no-space` it may be called again: nothing was
   * written. After anything else it is called no more until `resume`.
   */
  append: (commits: readonly Commit[]) => Promise<void>
  /** Stores Markdown as texts, durably, before the command that brought it runs. */
  storeTexts: (markdown: readonly string[]) => Promise<StoredText[]>
  /** Told after the swap, in order; a listener cannot veto or fail a commit. */
  onCommit: (commit: Commit) => void
  /**
   * Told right before commits that change more than `bulkRecords` records are made durable, while everything before them is: the moment to remember
   * for a backup. It must not wait for anything.
   */
  beforeBulk?: (() => void) | undefined
  /** Told when an append failed or writing has ended, and with undefined once an append has gone through again. */
  onReadOnly: (reason: RefusalValue | undefined) => void
}

type Entry = {
  actor: string
  command: CommandName
  input: unknown
  /** Undefined while the texts are being stored. */
  texts: StoredText[] | undefined
  refused: RefusalValue | undefined
  prepared: Prepared
  answer: (answer: CommandAnswer) => void
  /** For bugs alone: the caller's promise rejects, the queue goes on. */
  crash: (error: unknown) => void
}

/** A command that changes more records than this is a bulk change. */
const bulkRecords = 100

/** What the host read for a command before it runs. */

/** A group holds the event loop for the recipes of at most this many commands (about 5 ms), and the journal for one append. */
const maxGroupSize = 256

export class CommitQueue {
  readonly undoStacks = new UndoStacks()
  readonly #options: CommitQueueOptions
  #lastSeq: number
  #waiting: Entry[] = []
  #running: Promise<void> | undefined
  readonly #unanswered = new Set<Promise<CommandAnswer>>()
  /** Closed, or opened for reading: for good. */
  #readOnly: RefusalValue | undefined
  /** Why the last append failed. */
  #failure: RefusalValue | undefined

  constructor(options: CommitQueueOptions) {
    this.#options = options
    this.#lastSeq = options.lastSeq
  }

  get lastSeq(): number {
    return this.#lastSeq
  }

  /** Why every command is refused right now. A full disk is no such reason: each command tries anew. */
  get readOnly(): RefusalValue | undefined {
    return this.#readOnly ?? (this.#failure?.code === 'no-space' ? undefined : this.#failure)
  }

  /** Why nothing is being saved, a full disk included. */
  get trouble(): RefusalValue | undefined {
    return this.#readOnly ?? this.#failure
  }

  /** Refuses every later command with this reason, for good: read-only media, closing. */
  setReadOnly(reason: RefusalValue): void {
    if (this.#readOnly) return
    this.#readOnly = reason
    this.#options.onReadOnly(reason)
  }

  /** Takes commands again, once the storage is sound. What was refused stays refused. */
  resume(): void {
    if (!this.#failure) return
    this.#failure = undefined
    if (!this.#readOnly) this.#options.onReadOnly(undefined)
  }

  /**
   * Resolves once the command is durable or refused; never rejects for what a caller can do wrong. Commands run in the order of the calls.
   * What is `prepared` may grow until the command runs: it then begins a group, so that every commit before it was told.
   */
  run(actor: string, command: string, input: unknown, prepared: Prepared = {}): Promise<CommandAnswer> {
    if (this.readOnly) return Promise.resolve({ ok: false, error: this.readOnly })
    const { promise, resolve, reject } = Promise.withResolvers<CommandAnswer>()
    const entry: Entry = { actor, command: command as CommandName, input, texts: [], refused: undefined, prepared, answer: resolve, crash: reject }
    if (isRecipeName(command)) {
      const parsed = readBySchema(commands[command].schema, input)
      if (parsed.success) {
        entry.input = parsed.data
        this.#storeTexts(entry, (commands[command].texts as ((input: unknown) => readonly string[]) | undefined)?.(parsed.data) ?? [])
      } else entry.refused = refusalOf(command, parsed.error.issues).toValue()
    } else if (command !== 'history.undo' && command !== 'history.redo') {
      entry.refused = { code: 'unknown-command', message: `there is no command ${JSON.stringify(command).slice(0, 100)}` }
    }
    this.#waiting.push(entry)
    this.#unanswered.add(promise)
    this.#start()
    return promise.finally(() => this.#unanswered.delete(promise))
  }

  /** Resolves when every command that was sent so far is answered. */
  async idle(): Promise<void> {
    while (this.#unanswered.size > 0) await Promise.allSettled(this.#unanswered)
  }

  #storeTexts(entry: Entry, markdown: readonly string[]): void {
    if (markdown.length === 0) return
    entry.texts = undefined
    this.#options.storeTexts(markdown).then(
      (texts) => {
        entry.texts = texts
        this.#start()
      },
      (error: unknown) => {
        if (error instanceof Refusal) entry.refused = error.toValue()
        else {
          entry.refused = { code: 'fate-unknown', message: 'the text could not be stored' }
          entry.crash(error)
        }
        this.#start()
      },
    )
  }

  #fail(reason: RefusalValue): void {
    this.#failure = reason
    if (!this.#readOnly) this.#options.onReadOnly(reason)
  }

  #start(): void {
    // A microtask later, so that commands sent together in one turn become one group.
    this.#running ??= Promise.resolve().then(() => this.#drain())
  }

  async #drain(): Promise<void> {
    try {
      for (let group = this.#takeGroup(); group.length > 0; group = this.#takeGroup()) await this.#runGroup(group)
    } finally {
      this.#running = undefined
    }
  }

  /** The entries that can run now. Undo is a group of its own: it needs the commits before it to be on the stack; so is what needs them told. */
  #takeGroup(): Entry[] {
    let size = 0
    for (const entry of this.#waiting) {
      if (size >= maxGroupSize || (entry.texts === undefined && entry.refused === undefined)) break
      const isAlone = entry.command === 'history.undo' || entry.command === 'history.redo' || entry.prepared.linking !== undefined
      if (isAlone && size > 0) break
      size += 1
      if (isAlone) break
    }
    return this.#waiting.splice(0, size)
  }

  async #runGroup(group: readonly Entry[]): Promise<void> {
    const { tables, append, onCommit } = this.#options
    const overlay = new Overlay(tables)
    const at = this.#options.now()
    const commits: { commit: Commit; direction: UndoDirection | undefined }[] = []
    const answers: (() => void)[] = []
    const fail = (entry: Entry, error: RefusalValue) => answers.push(() => entry.answer({ ok: false, error }))
    for (const entry of group) {
      const refused = entry.refused ?? this.readOnly
      if (refused) {
        fail(entry, refused)
        continue
      }
      const seq = this.#lastSeq + commits.length + 1
      const transaction = new Transaction(overlay, { seq, at, newId: this.#options.newId, texts: entry.texts ?? [], ...entry.prepared })
      try {
        const direction = entry.command === 'history.undo' ? 'undo' : entry.command === 'history.redo' ? 'redo' : undefined
        const result = direction ? this.undoStacks.apply(transaction, entry.actor, direction) : runRecipe(transaction, entry)
        const changes = transaction.changes()
        if (direction) checkUndo(transaction, changes, direction)
        else {
          checkChanges(transaction, changes)
          if (!isConfirmed(entry.input)) guardRemovals(overlay, changes)
        }
        for (const { table, id, after } of changes) overlay.set(table, id, after)
        if (changes.length > 0) {
          const { batch } = entry.prepared
          const commit = { seq, at, actor: entry.actor, command: entry.command, ...(batch === undefined ? {} : { batch }), changes }
          commits.push({ commit, direction })
        }
        const answeredSeq = changes.length > 0 ? seq : ((result as { seq?: number } | undefined)?.seq ?? seq - 1)
        answers.push(() => entry.answer({ ok: true, seq: answeredSeq, result }))
      } catch (error) {
        if (error instanceof Refusal) fail(entry, error.toValue())
        else answers.push(() => entry.crash(error))
      }
    }
    if (commits.length > 0) {
      if (commits.some(({ commit }) => commit.changes.length > bulkRecords)) this.#options.beforeBulk?.()
      try {
        await append(commits.map(({ commit }) => commit))
      } catch (error) {
        const reason =
          error instanceof Refusal
            ? error.toValue()
            : ({ code: 'fate-unknown', message: `the last change may not be on disk: ${String(error)}` } as const)
        this.#fail(reason)
        for (const entry of group) entry.answer({ ok: false, error: entry.refused ?? reason })
        return
      }
      this.resume()
      for (const { commit } of commits) tables.apply(commit.changes)
      this.#lastSeq += commits.length
    }
    for (const answer of answers) answer()
    for (const { commit, direction } of commits) {
      this.undoStacks.note(commit, direction)
      onCommit(commit)
    }
  }
}

function isConfirmed(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'confirmed' in input && input.confirmed === true
}

/** What undo puts back was whole once: a rule that it breaks now is broken by what others changed since. */
function checkUndo(transaction: Transaction, changes: RecordChange[], direction: UndoDirection): void {
  try {
    checkChanges(transaction, changes)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('stale', `${direction} does not fit what was changed since: ${error.message}`)
    throw error
  }
}

function runRecipe(transaction: Transaction, { command, input }: Entry): unknown {
  const { recipe } = commands[command as keyof typeof commands] as { recipe: (notebook: Transaction, input: unknown) => unknown }
  return recipe(transaction, input)
}

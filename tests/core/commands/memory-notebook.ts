// A notebook in memory: the real tables, commit queue, rules and undo, with texts kept in a Map instead of files.

import { createHash } from 'node:crypto'
import type { CommandInput, CommandName, CommandResult } from '../../../src/core/commands/commands.ts'
import type { RecordId, RecordKind } from '../../../src/core/records/record-id.ts'
import { type AnyRecord, type RecordOf, type TableName, tableNames } from '../../../src/core/records/tables.ts'
import type { Commit } from '../../../src/core/store/change.ts'
import { CommitQueue } from '../../../src/core/store/commit-queue.ts'
import type { RefusalCode } from '../../../src/core/store/refusal.ts'
import { growingFields } from '../../../src/core/store/same-content.ts'
import { emptyTableMaps, Tables } from '../../../src/core/store/tables.ts'
import type { StoredText } from '../../../src/core/store/transaction.ts'

export type Answer<Result> = { ok: true; seq: number; result: Result } | { ok: false; error: { code: RefusalCode; message: string } }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export class MemoryNotebook {
  readonly tables: Tables
  readonly queue: CommitQueue
  readonly commits: Commit[] = []
  /** A test sets the clock; it does not run by itself. */
  atMs = Date.parse('2025-11-14T02:27:00.000Z')
  readonly #readingTexts = new Map<string, string>()
  readonly #toReadingText: (markdown: string) => string
  #nextId = 1

  /** Without a projection the reading text is the Markdown itself. */
  constructor(toReadingText = (markdown: string) => markdown) {
    this.#toReadingText = toReadingText
    this.tables = new Tables(emptyTableMaps(), {
      readBody: () => {
        throw new Error('every body of this notebook is in memory')
      },
      readingText: (text) => this.#readingTexts.get(text),
    })
    this.queue = new CommitQueue({
      tables: this.tables,
      lastSeq: 0,
      now: () => new Date(this.atMs).toISOString(),
      newId: <Kind extends RecordKind>(kind: Kind) => `${kind}:${kind[0]}${this.#nextId++}` as RecordId<Kind>,
      append: async () => {},
      storeTexts: async (markdown) => markdown.map((text) => this.#storeText(text)),
      onCommit: (commit) => this.commits.push(commit),
      onReadOnly: () => {},
    })
  }

  /** `input` is typed for the good cases; `sendRaw` takes what a stranger may send. */
  send<Name extends CommandName>(command: Name, input: CommandInput<Name>, actor = 'window-1'): Promise<Answer<CommandResult<Name>>> {
    return this.queue.run(actor, command, input) as Promise<Answer<CommandResult<Name>>>
  }

  sendRaw(command: string, input: unknown, actor = 'window-1'): Promise<Answer<Record<string, unknown>>> {
    return this.queue.run(actor, command, input) as Promise<Answer<Record<string, unknown>>>
  }

  /** The result of a command that must be accepted. */
  async run<Name extends CommandName>(command: Name, input: CommandInput<Name>, actor?: string): Promise<CommandResult<Name>> {
    const answer = await this.send(command, input, actor)
    if (!answer.ok) throw new Error(`${command} was refused: ${answer.error.code}: ${answer.error.message}`)
    return answer.result
  }

  undo(actor?: string) {
    return this.send('history.undo', {}, actor)
  }

  redo(actor?: string) {
    return this.send('history.redo', {}, actor)
  }

  record<Table extends TableName>(table: Table, id: RecordId): RecordOf<Table> {
    const record = this.tables.get(table, id)
    if (!record) throw new Error(`there is no ${id}`)
    return record
  }

  /** All records by id without their bookkeeping: what an analyst would call the content. */
  content(): Map<string, unknown> {
    const records: [string, unknown][] = []
    for (const table of tableNames) {
      for (const { id } of this.tables.heads(table)) {
        const { rev, updatedAt, ...rest } = this.tables.get(table, id) as AnyRecord
        for (const field of growingFields) delete (rest as Record<string, unknown>)[field]
        records.push([id, rest])
      }
    }
    return new Map(records.sort(([one], [other]) => (one < other ? -1 : 1)))
  }

  /** What a disk that went bad would answer from now on. */
  spoilReadingText(text: RecordId<'text'>, readingText: string | undefined): void {
    if (readingText === undefined) this.#readingTexts.delete(text)
    else this.#readingTexts.set(text, readingText)
  }

  #storeText(markdown: string): StoredText {
    const hash = sha256(markdown)
    const readingText = this.#toReadingText(markdown)
    this.#readingTexts.set(`text:${hash}`, readingText)
    return {
      id: `text:${hash}`,
      sha256: hash,
      readingSha256: sha256(readingText),
      projection: 1,
      length: markdown.length,
      readingLength: readingText.length,
    }
  }
}

/** A small repeatable generator (mulberry32): `random(n)` is a whole number from 0 to n - 1. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

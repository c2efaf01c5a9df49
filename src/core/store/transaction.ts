// What a command's recipe works on: reads, and three ways to write. The transaction is the list of changes.

import { produce } from 'immer'
import type { RecordId, RecordKind } from '../records/record-id.ts'
import type { AnyRecord, HeadOf, IndexName, RecordOf, TableName, TableOfIndex } from '../records/tables.ts'
import type { RecordChange } from './change.ts'
import type { NotebookView } from './notebook-view.ts'
import { Overlay } from './overlay.ts'
import { Refusal } from './refusal.ts'
import { growingFields } from './same-content.ts'

/** A text that the host stored before the recipe ran, as the recipe needs it. */
export type StoredText = { id: RecordId<'text'>; sha256: string; readingSha256: string; projection: number; length: number; readingLength: number }

/** What a recipe can't know, handed in: the number and moment of its commit, fresh ids, and the texts that its command brought. */
export type Facts = {
  seq: number
  at: string
  newId: <Kind extends RecordKind>(kind: Kind) => RecordId<Kind>
  texts: readonly StoredText[]
  /** Every note that may link to the title that the command names, and perhaps more; undefined where nobody looked. */
  linking?: ReadonlySet<RecordId<'insight'>> | undefined
  /** Records as they once were, for the command that puts them back; what others of them refer to comes first. */
  past?: readonly AnyRecord[] | undefined
  /** What the host read elsewhere: what a backup has otherwise than the notebook, or what is legible of damaged bytes. */
  brought?: BroughtRecords | undefined
}

/** What the host found out for a command before it runs. */
export type Prepared = Pick<Facts, 'linking' | 'past' | 'brought'> & {
  /** Commits that are undone together. */
  batch?: string | undefined
}

/** Records as they are to be, and the ids of those that are to go. */
export type BroughtRecords = { put: { table: TableName; record: AnyRecord }[]; remove: { table: TableName; id: RecordId }[] }

type ManagedField = 'rev' | 'createdSeq' | 'createdAt' | 'updatedAt'
export type NewRecord<Table extends TableName> = Omit<RecordOf<Table>, ManagedField>

export class Transaction implements NotebookView {
  readonly facts: Facts
  readonly #overlay: Overlay

  constructor(below: NotebookView, facts: Facts) {
    this.#overlay = new Overlay(below)
    this.facts = facts
  }

  get<Table extends TableName>(table: Table, id: RecordId): RecordOf<Table> | undefined {
    return this.#overlay.get(table, id)
  }
  head<Table extends TableName>(table: Table, id: RecordId): HeadOf<Table> | undefined {
    return this.#overlay.head(table, id)
  }
  heads<Table extends TableName>(table: Table): Iterable<HeadOf<Table>> {
    return this.#overlay.heads(table)
  }
  by<Name extends IndexName>(index: Name, key: string): HeadOf<TableOfIndex<Name>>[] {
    return this.#overlay.by(index, key)
  }
  readingText(text: RecordId<'text'>): string | undefined {
    return this.#overlay.readingText(text)
  }

  /** The record, or the refusal `not-found`. */
  need<Table extends TableName>(table: Table, id: RecordId): RecordOf<Table> {
    const record = this.get(table, id)
    if (!record) throw new Refusal('not-found', `there is no ${id} in this notebook`)
    return record
  }

  /** Adds a record that is not there yet, or refuses with `exists`. */
  put<Table extends TableName>(table: Table, record: NewRecord<Table>): RecordOf<Table> {
    const { id } = record as { id: RecordId }
    if (this.head(table, id)) throw new Refusal('exists', `${id} is in this notebook already`)
    const { seq, at } = this.facts
    const whole = { ...record, rev: 1, createdSeq: seq, createdAt: at, updatedAt: at } as unknown as RecordOf<Table>
    this.#overlay.set(table, id, whole)
    return whole
  }

  /**
   * Changes one record through an Immer draft. Without `rev` it applies to whatever is newest; with another `rev` than the record's it is `stale`.
   * A mutation that alters nothing is no change: `rev` and `updatedAt` stay.
   */
  update<Table extends TableName>(table: Table, id: RecordId, rev: number | undefined, mutate: (record: RecordOf<Table>) => void): RecordOf<Table> {
    const before = this.need(table, id)
    if (rev !== undefined && rev !== before.rev) {
      throw new Refusal('stale', `${id} was changed meanwhile: it is at revision ${before.rev}, the change was made to revision ${rev}`)
    }
    const after = produce(before, (draft) => mutate(draft as RecordOf<Table>)) as RecordOf<Table>
    if (after === before) return before
    return this.#write(table, before, after)
  }

  /** Takes the record out of its table for good (history keeps it). The trash is `update` with `removedAt`. */
  remove(table: TableName, id: RecordId): void {
    this.need(table, id)
    this.#overlay.set(table, id, undefined)
  }

  /** Puts a record back as it was, under a `rev` that no one has seen: undo and restore. */
  restore<Table extends TableName>(table: Table, record: RecordOf<Table>): void {
    // The head, since the body that is overwritten may be the one that cannot be read.
    const current = this.head(table, record.id)
    const restored = { ...record, rev: Math.max(record.rev, current?.rev ?? 0) + 1 } as AnyRecord & { [field: string]: unknown }
    for (const field of growingFields) {
      const grown = (current as { [field: string]: unknown } | undefined)?.[field]
      const own = restored[field]
      if (typeof grown === 'number' && typeof own === 'number') restored[field] = Math.max(grown, own)
    }
    this.#overlay.set(table, record.id, restored)
  }

  changes(): RecordChange[] {
    return this.#overlay.changes()
  }

  #write<Table extends TableName>(table: Table, before: RecordOf<Table>, after: RecordOf<Table>): RecordOf<Table> {
    const whole = { ...after, rev: before.rev + 1, updatedAt: this.facts.at }
    this.#overlay.set(table, before.id, whole as AnyRecord)
    return whole
  }
}

// Changes laid over a view: reads see them, the view below stays as it is. A group of commits is one overlay, each commit another on top of it.

import type { RecordId } from '../records/record-id.ts'
import { type AnyRecord, type HeadOf, type IndexName, indexes, type RecordOf, type TableName, type TableOfIndex } from '../records/tables.ts'
import type { RecordChange } from './change.ts'
import type { NotebookView } from './notebook-view.ts'
import { RecordIndex } from './record-index.ts'
import { Refusal } from './refusal.ts'

export class Overlay implements NotebookView {
  readonly #below: NotebookView
  // By id alone: ids say their kind, so no two tables share one.
  readonly #changes = new Map<RecordId, RecordChange>()
  readonly #indexes = new Map<IndexName, RecordIndex<never>>()

  constructor(below: NotebookView) {
    this.#below = below
  }

  get<Table extends TableName>(table: Table, id: RecordId): RecordOf<Table> | undefined {
    const change = this.#changes.get(id)
    return change ? (change.after as RecordOf<Table> | undefined) : this.#below.get(table, id)
  }

  head<Table extends TableName>(table: Table, id: RecordId): HeadOf<Table> | undefined {
    const change = this.#changes.get(id)
    return change ? (change.after as HeadOf<Table> | undefined) : this.#below.head(table, id)
  }

  *heads<Table extends TableName>(table: Table): Generator<HeadOf<Table>> {
    for (const head of this.#below.heads(table)) if (!this.#changes.has(head.id)) yield head
    for (const change of this.#changes.values()) if (change.table === table && change.after) yield change.after as HeadOf<Table>
  }

  by<Name extends IndexName>(name: Name, key: string): HeadOf<TableOfIndex<Name>>[] {
    const found = this.#below.by(name, key).filter((head) => !this.#changes.has(head.id))
    for (const id of this.#index(name).idsOf(key)) found.push(this.#changes.get(id)?.after as HeadOf<TableOfIndex<Name>>)
    return found
  }

  readingText(text: RecordId<'text'>): string | undefined {
    return this.#below.readingText(text)
  }

  /** All changes in the order in which their records were first touched. */
  changes(): RecordChange[] {
    return [...this.#changes.values()]
  }

  set(table: TableName, id: RecordId, after: AnyRecord | undefined): void {
    const held = this.#changes.get(id)
    const before = held ? held.before : readBefore(this.#below, table, id)
    for (const [name, index] of this.#indexes) {
      if (indexes[name].table !== table) continue
      if (held?.after) index.delete(id, held.after as never)
      if (after) index.add(id, after as never)
    }
    if (before === undefined && after === undefined) this.#changes.delete(id)
    else this.#changes.set(id, { table, id, before, after } as RecordChange)
  }

  #index(name: IndexName): RecordIndex<never> {
    const built = this.#indexes.get(name)
    if (built) return built
    const index = new RecordIndex<never>(indexes[name].keysOf as (head: never) => readonly string[])
    for (const change of this.#changes.values()) if (change.table === indexes[name].table && change.after) index.add(change.id, change.after as never)
    this.#indexes.set(name, index)
    return index
  }
}

/**
 * A body that is damaged on disk can be overwritten, never read. Undo then puts back a note that says so: the damaged bytes themselves lie in the
 * quarantine, and an empty body would be a lie.
 */
function readBefore(below: NotebookView, table: TableName, id: RecordId): AnyRecord | undefined {
  try {
    return below.get(table, id)
  } catch (error) {
    const head = error instanceof Refusal && table === 'insights' ? below.head('insights', id) : undefined
    if (!head) throw error
    return { ...head, body: '*The text that stood here was damaged and could not be read.*' }
  }
}

// Counts kept through every commit by adding and taking away: the numbers of the rail.

import type { HeadOf, TableName } from '../records/tables.ts'
import type { Commit } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import type { Tally } from './define-query.ts'

export class LiveTally {
  readonly #tally: Tally
  readonly #counts = new Map<string, number>()
  #isDirty = true

  constructor(tally: Tally, notebook: NotebookView) {
    this.#tally = tally
    for (const table of tally.tables) for (const head of notebook.heads(table)) this.#add(table, head, 1)
  }

  note(commit: Commit): boolean {
    for (const { table, before, after } of commit.changes) {
      if (!this.#tally.tables.includes(table)) continue
      if (before) this.#add(table, before, -1)
      if (after) this.#add(table, after, 1)
    }
    return this.#isDirty
  }

  /** All counts as pairs, sorted by key; undefined where none has changed since the last call. */
  difference(isWhole = false): [key: string, count: number][] | undefined {
    if (!this.#isDirty && !isWhole) return undefined
    this.#isDirty = false
    return [...this.#counts].sort(([one], [other]) => (one < other ? -1 : 1))
  }

  #add(table: TableName, head: HeadOf<TableName>, by: 1 | -1): void {
    for (const key of this.#tally.keysOf(table, head)) {
      const count = (this.#counts.get(key) ?? 0) + by
      if (count === 0) this.#counts.delete(key)
      else this.#counts.set(key, count)
      this.#isDirty = true
    }
  }
}

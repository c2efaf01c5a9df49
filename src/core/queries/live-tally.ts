// Counts kept through every commit by adding and taking away: the numbers of the rail.

import type { HeadOf, TableName } from '../records/tables.ts'
import type { Commit } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import type { Tally } from './define-query.ts'

export class LiveTally {
  readonly #tally: Tally
  // A box for each count: one look-up per key, where get and set would be two, for every record of a large notebook.
  readonly #counts = new Map<string, { count: number }>()
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
    return [...this.#counts].map(([key, { count }]): [string, number] => [key, count]).sort(([one], [other]) => (one < other ? -1 : 1))
  }

  #add(table: TableName, head: HeadOf<TableName>, by: 1 | -1): void {
    const keys = this.#tally.keysOf(table, head)
    // By index: until the compiler has seen it often enough, `for … of` makes an object for every step.
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as string
      const box = this.#counts.get(key)
      if (!box) this.#counts.set(key, { count: by })
      else {
        box.count += by
        if (box.count === 0) this.#counts.delete(key)
      }
    }
    this.#isDirty = true
  }
}

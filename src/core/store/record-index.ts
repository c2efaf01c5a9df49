// One index of one table: key → ids. Built when first asked for, so that opening a large notebook pays only for the joins that its windows show.

import type { RecordId } from '../records/record-id.ts'

export class RecordIndex<Head> {
  readonly #keysOf: (head: Head) => readonly string[]
  // Most keys have one id: a Set for each would cost more than the ids (about 200 bytes).
  readonly #ids = new Map<string, RecordId | Set<RecordId>>()

  constructor(keysOf: (head: Head) => readonly string[]) {
    this.#keysOf = keysOf
  }

  add(id: RecordId, head: Head): void {
    for (const key of this.#keysOf(head)) {
      const held = this.#ids.get(key)
      if (held === undefined) this.#ids.set(key, id)
      else if (typeof held !== 'string') held.add(id)
      else if (held !== id) this.#ids.set(key, new Set([held, id]))
    }
  }

  delete(id: RecordId, head: Head): void {
    for (const key of this.#keysOf(head)) {
      const held = this.#ids.get(key)
      if (held === id) this.#ids.delete(key)
      else if (held instanceof Set) {
        held.delete(id)
        if (held.size === 0) this.#ids.delete(key)
      }
    }
  }

  idsOf(key: string): Iterable<RecordId> {
    const held = this.#ids.get(key)
    if (held === undefined) return []
    return typeof held === 'string' ? [held] : held
  }
}

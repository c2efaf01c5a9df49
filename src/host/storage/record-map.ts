// A table's Map whose ids are looked up only from the first time that somebody asks for one: lists and counts walk the records as they were read.

import type { RecordId } from '../../core/records/record-id.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import type { Breather } from './breather.ts'

/**
 * Hashing 100,000 ids takes a fifth of an opening, and the first rows need none of them. `settle` does it afterwards in slices; whoever asks
 * earlier waits for the rest (some 40 ms at 100,000). Changes of the journal lie beside what was read until then.
 */
export class RecordMap extends Map<RecordId, StoredRecord> {
  #read: StoredRecord[] | undefined = []
  /** How many of `#read` have their id in the Map already. */
  #settled = 0
  /** What was set since. */
  readonly #changed = new Map<RecordId, StoredRecord>()

  /** Adds a record whose id is in no other that was read: what a snapshot's file holds. Only while the table is being read. */
  append(record: StoredRecord): void {
    if (this.#read) this.#read.push(record)
    else super.set(record.id, record)
  }

  /** Resolves once every id is in the Map. */
  async settle(breather: Breather): Promise<void> {
    while (this.#read) {
      this.#settleUpTo(this.#settled + 256)
      await breather.pause()
    }
  }

  override get size(): number {
    this.#settleAll()
    return super.size
  }
  override get(id: RecordId): StoredRecord | undefined {
    if (this.#read) this.#settleAll()
    return super.get(id)
  }
  override has(id: RecordId): boolean {
    if (this.#read) this.#settleAll()
    return super.has(id)
  }
  override set(id: RecordId, record: StoredRecord): this {
    if (this.#read) this.#changed.set(id, record)
    else super.set(id, record)
    return this
  }
  override delete(id: RecordId): boolean {
    if (!this.#read) return super.delete(id)
    this.#settleAll()
    return super.delete(id)
  }
  override clear(): void {
    this.#settleAll()
    super.clear()
  }
  override forEach(callback: (record: StoredRecord, id: RecordId, map: Map<RecordId, StoredRecord>) => void, thisValue?: unknown): void {
    this.#settleAll()
    super.forEach(callback, thisValue)
  }
  override entries(): MapIterator<[RecordId, StoredRecord]> {
    this.#settleAll()
    return super.entries()
  }
  override keys(): MapIterator<RecordId> {
    this.#settleAll()
    return super.keys()
  }
  override [Symbol.iterator](): MapIterator<[RecordId, StoredRecord]> {
    return this.entries()
  }
  override values(): MapIterator<StoredRecord> {
    if (this.#read && this.#changed.size === 0) return this.#read.values()
    this.#settleAll()
    return super.values()
  }

  #settleAll(): void {
    if (this.#read) this.#settleUpTo(this.#read.length)
  }

  #settleUpTo(end: number): void {
    const read = this.#read
    if (!read) return
    for (; this.#settled < Math.min(end, read.length); this.#settled += 1) {
      const record = read[this.#settled] as StoredRecord
      super.set(record.id, record)
    }
    if (this.#settled < read.length) return
    this.#read = undefined
    for (const [id, record] of this.#changed) super.set(id, record)
    this.#changed.clear()
  }
}

// A table's Map whose ids are looked up only from the first time that somebody asks for one: lists and counts walk the records as they were read.

import type { RecordId } from '../../core/records/record-id.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import type { Breather } from './breather.ts'
import { wholeOf } from './insight-columns.ts'

/**
 * Hashing 100,000 ids takes a fifth of an opening, and the first rows need none of them. `settle` does it afterwards in slices; whoever asks
 * earlier waits for the rest (some 40 ms at 100,000). Changes of the journal lie beside what was read until then.
 */
export class RecordMap extends Map<RecordId, StoredRecord> {
  #read: StoredRecord[] | undefined
  /** How many of `#read` have their id in the Map already. */
  #settled = 0
  /** `#read` with `#changed` in it, made for the first list and kept for the next. */
  #merged: StoredRecord[] | undefined
  /** What was set since. */
  readonly #changed = new Map<RecordId, StoredRecord>()

  /** Takes the list over: records of which no two have the same id. */
  constructor(read: StoredRecord[] = []) {
    super()
    this.#read = read
  }

  /** Adds a record whose id is in no other that was read: what a snapshot's file holds. Only while the table is being read. */
  append(record: StoredRecord): void {
    if (this.#read) this.#read.push(record)
    else super.set(record.id, record)
  }

  /** The records as they lie in memory, some still in columns: for lists and counts, which read a field or two of each. */
  heads(): Iterable<StoredRecord> {
    if (!this.#read) return super.values()
    if (this.#changed.size === 0) return this.#read
    this.#merged ??= this.#read.filter(({ id }) => !this.#changed.has(id)).concat([...this.#changed.values()])
    return this.#merged
  }

  /** Whether this very object of `heads` still stands for its id. */
  holds(head: StoredRecord): boolean {
    this.#settleAll()
    return super.get(head.id) === head
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
    const record = super.get(id)
    return record && wholeOf(record)
  }
  override has(id: RecordId): boolean {
    if (this.#read) this.#settleAll()
    return super.has(id)
  }
  override set(id: RecordId, record: StoredRecord): this {
    if (this.#read) {
      this.#changed.set(id, record)
      this.#merged = undefined
    } else super.set(id, record)
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
    for (const [id, record] of this.entries()) callback.call(thisValue, record, id, this)
  }
  override entries(): MapIterator<[RecordId, StoredRecord]> {
    this.#settleAll()
    return wholeEntries(super.entries())
  }
  override keys(): MapIterator<RecordId> {
    this.#settleAll()
    return super.keys()
  }
  override [Symbol.iterator](): MapIterator<[RecordId, StoredRecord]> {
    return this.entries()
  }
  override values(): MapIterator<StoredRecord> {
    if (this.#read && this.#changed.size === 0) return wholeValues(this.#read.values())
    this.#settleAll()
    return wholeValues(super.values())
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
    this.#merged = undefined
    for (const [id, record] of this.#changed) super.set(id, record)
    this.#changed.clear()
  }
}

function* wholeValues(records: Iterable<StoredRecord>): Generator<StoredRecord, undefined> {
  for (const record of records) yield wholeOf(record)
  return undefined
}

function* wholeEntries(entries: Iterable<[RecordId, StoredRecord]>): Generator<[RecordId, StoredRecord], undefined> {
  for (const [id, record] of entries) yield [id, wholeOf(record)]
  return undefined
}

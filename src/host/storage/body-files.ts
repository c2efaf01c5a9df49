// The bodies of insights on disk: read by offset when somebody looks at one, checked then.

import type { RecordId } from '../../core/records/record-id.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { BodyReference, StoredRecord } from '../../core/store/stored-record.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { checkedPayload, readFrameHead } from './framed-line.ts'
import type { RecordTables } from './read-records.ts'

/**
 * References of the file that was open first are plain offsets, as on disk. Each later generation's file is one slot higher, so that both
 * can be read while records move over: 2^40 bytes in a file, 2^13 rotations in one sitting.
 */
const slotSize = 2 ** 40

/** Covers the line of most insights in one call. */
const firstReadLength = 4096
const maxCachedLength = 65_536
const maxCached = 64

type Slot = { file: OpenFile; name: string; size: number; users: number; isRetired: boolean }

/** `isHealed`: the generation before has it. */
export type OnDamagedBody = (id: RecordId, file: string, isHealed: boolean) => void

export class BodyFiles {
  readonly #fileSystem: FileSystem
  readonly #slots: (Slot | undefined)[] = []
  readonly #missing = new Map<number, string>()
  readonly #scratch = Buffer.allocUnsafe(firstReadLength)
  // A revision reads its record twice, undo and a window's row again: a few bodies are kept.
  readonly #cache = new Map<BodyReference, string>()
  readonly #onDamage: OnDamagedBody
  #newest = -1
  #readPrevious: () => Promise<RecordTables | undefined> = async () => undefined
  #healing: Promise<boolean> | undefined
  /** The insights of the generation before, as they were when the current one began; empty where it cannot help. */
  #healed: ReadonlyMap<RecordId, StoredRecord> | undefined

  constructor(fileSystem: FileSystem, onDamage: OnDamagedBody) {
    this.#fileSystem = fileSystem
    this.#onDamage = onDamage
  }

  /** Takes over an open file; what is added to an offset in it makes a reference. */
  add(file: OpenFile, name: string, size: number): number {
    this.#newest = this.#slots.length
    return this.addOlder(file, name, size)
  }

  /** As `add`, for a file that goes as soon as a newer generation stands. */
  addOlder(file: OpenFile, name: string, size: number): number {
    this.#slots.push({ file, name, size, users: 0, isRetired: false })
    return (this.#slots.length - 1) * slotSize
  }

  /** A slot for a file that is gone: every body in it is damaged. */
  addMissing(name: string): number {
    this.#newest = Math.max(this.#newest, 0)
    this.#slots.push(undefined)
    this.#missing.set(this.#slots.length - 1, name)
    return (this.#slots.length - 1) * slotSize
  }

  /** Closes every file but the newest, as soon as no scan is in it: no record refers to them any more. */
  async retireOlder(): Promise<void> {
    this.#cache.clear()
    this.#healing = undefined
    this.#healed = undefined
    for (const [index, slot] of this.#slots.entries()) {
      if (!slot || index === this.#newest) continue
      slot.isRetired = true
      await this.#closeUnused(index)
    }
  }

  async close(): Promise<void> {
    for (const [index, slot] of this.#slots.entries()) {
      if (!slot) continue
      slot.isRetired = true
      await this.#closeUnused(index)
    }
  }

  /** Keeps the file of a reference open until `release` is called. */
  hold(reference: BodyReference): { release: () => Promise<void> } {
    const index = Math.floor(reference / slotSize)
    const slot = this.#slots[index]
    if (slot) slot.users += 1
    return {
      release: async () => {
        if (slot) slot.users -= 1
        await this.#closeUnused(index)
      },
    }
  }

  /** The body, or undefined where its bytes are gone, damaged or another insight's. */
  tryRead(reference: BodyReference, id: RecordId): string | undefined {
    return parseBody(this.#lineAt(reference), id)
  }

  /**
   * The body, or the refusal `not-found` where its bytes are gone or damaged: an insight with another's words, or none, would be a lie. The first
   * such body lets the generation before be read in the background; once `heal` has resolved, what that has is there.
   */
  read(reference: BodyReference, id: RecordId): string {
    const cached = this.#cache.get(reference)
    if (cached !== undefined) return cached
    const body = this.tryRead(reference, id) ?? this.#healedBody(id)
    if (body === undefined) {
      if (this.#healed) throw this.damaged(reference, id)
      void this.heal().then(() => this.#report(reference, id, this.#healedBody(id) !== undefined))
      throw damagedBody(id, this.#nameOf(reference))
    }
    if (body.length <= maxCachedLength) {
      if (this.#cache.size >= maxCached) this.#cache.delete(this.#cache.keys().next().value as BodyReference)
      this.#cache.set(reference, body)
    }
    return body
  }

  /** For those who found a body damaged themselves: what the generation before has, which goes into the report either way. */
  async readHealed(reference: BodyReference, id: RecordId): Promise<string | undefined> {
    await this.heal()
    const body = this.#healedBody(id)
    this.#report(reference, id, body !== undefined)
    return body
  }

  /** Where bodies can be found that are damaged in the newest file. */
  healFrom(readPrevious: () => Promise<RecordTables | undefined>): void {
    this.#readPrevious = readPrevious
  }

  /** Reads the generation before, once. Resolves with whether it has anything. Never rejects: without it damage stays what it is. */
  heal(): Promise<boolean> {
    this.#healing ??= this.#readPrevious().then(
      (tables) => {
        this.#healed = tables?.get('insights') ?? new Map()
        return tables !== undefined
      },
      () => {
        this.#healed = new Map()
        return false
      },
    )
    return this.#healing
  }

  /** Resolves once no healing is under way. */
  async settled(): Promise<void> {
    await this.#healing
  }

  damaged(reference: BodyReference, id: RecordId): Refusal {
    this.#report(reference, id, false)
    return damagedBody(id, this.#nameOf(reference))
  }

  #healedBody(id: RecordId): string | undefined {
    const held = this.#healed?.get(id) as { body: string | BodyReference } | undefined
    if (held === undefined) return undefined
    return typeof held.body === 'string' ? held.body : this.tryRead(held.body, id)
  }

  #report(reference: BodyReference, id: RecordId, isHealed: boolean): void {
    this.#onDamage(id, this.#nameOf(reference), isHealed)
  }

  #nameOf(reference: BodyReference): string {
    const index = Math.floor(reference / slotSize)
    return this.#slots[index]?.name ?? this.#missing.get(index) ?? 'bodies'
  }

  /** Bytes of one file from `reference` on, at most `length`; fewer at its end. Asynchronous: for reading many bodies in a row. */
  async window(reference: BodyReference, length: number): Promise<Buffer> {
    const slot = this.#slots[Math.floor(reference / slotSize)]
    const offset = reference % slotSize
    const available = Math.max(0, Math.min(length, (slot?.size ?? 0) - offset))
    const bytes = Buffer.allocUnsafe(available)
    let filled = 0
    while (slot && filled < available) {
      const { bytesRead } = await slot.file.read(bytes, filled, available - filled, offset + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  }

  #lineAt(reference: BodyReference): Buffer {
    const slot = this.#slots[Math.floor(reference / slotSize)]
    const offset = reference % slotSize
    if (!slot || offset >= slot.size) return Buffer.alloc(0)
    const first = this.#readInto(slot, this.#scratch, 0, offset)
    const head = readFrameHead('body', this.#scratch.subarray(0, first), 0)
    if (!head || head.payloadEnd < first) return this.#scratch.subarray(0, first)
    if (offset + head.payloadEnd + 1 > slot.size) return Buffer.alloc(0)
    const line = Buffer.allocUnsafe(head.payloadEnd + 1)
    line.set(this.#scratch.subarray(0, first))
    return line.subarray(0, first + this.#readInto(slot, line, first, offset + first))
  }

  #readInto(slot: Slot, buffer: Buffer, from: number, position: number): number {
    let filled = 0
    while (from + filled < buffer.length) {
      const count = this.#fileSystem.readSync(slot.file.fd, buffer, from + filled, buffer.length - from - filled, position + filled)
      if (count === 0) break
      filled += count
    }
    return filled
  }

  async #closeUnused(index: number): Promise<void> {
    const slot = this.#slots[index]
    if (!slot?.isRetired || slot.users > 0) return
    this.#slots[index] = undefined
    await slot.file.close()
  }
}

function damagedBody(id: RecordId, file: string): Refusal {
  return new Refusal('not-found', `the body of ${id} is damaged on disk (${file}): \`footing check --repair\` keeps what is legible`)
}

/** The body that the line at the beginning of `bytes` holds, if it is whole, and this insight's. */
export function parseBody(bytes: Buffer, id: RecordId): string | undefined {
  const checked = checkedPayload('body', bytes, 0)
  if (!checked) return undefined
  const { id: writtenId, text } = JSON.parse(checked.payload.toString('utf8')) as { id: unknown; text: unknown }
  return writtenId === id && typeof text === 'string' ? text : undefined
}

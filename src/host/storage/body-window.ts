// Reads bodies that lie one after the other, as a snapshot and a search do: a megabyte in one asynchronous call instead of a call each.

import type { RecordId } from '../../core/records/record-id.ts'
import type { BodyReference } from '../../core/store/stored-record.ts'
import { type BodyFiles, parseBody } from './body-files.ts'
import { checkedPayload, maxFrameHead, readFrameHead } from './framed-line.ts'

const newline = Buffer.from('\n')
const windowSize = 1024 * 1024

export type FoundLine = { isWhole: boolean; line: Buffer }

export class BodyWindow {
  readonly #bodyFiles: BodyFiles
  #start = 0
  #bytes: Buffer = Buffer.alloc(0)
  #held: { release: () => Promise<void> } | undefined

  constructor(bodyFiles: BodyFiles) {
    this.#bodyFiles = bodyFiles
  }

  /** Whether the line at `reference` is whole within what was read. */
  has(reference: BodyReference): boolean {
    const position = reference - this.#start
    if (position < 0 || position + maxFrameHead > this.#bytes.length) return false
    const head = readFrameHead('body', this.#bytes, position)
    return head !== undefined && head.payloadEnd + 1 < this.#bytes.length
  }

  async load(reference: BodyReference, id: RecordId): Promise<FoundLine> {
    await this.#read(reference, windowSize)
    const head = readFrameHead('body', this.#bytes, 0)
    // Longer than a window: read just this line. A length that a damaged head invents is cut off at the file's end.
    if (head && head.payloadEnd + 2 > this.#bytes.length) await this.#read(reference, head.payloadEnd + 2)
    return this.lineAt(reference, id)
  }

  lineAt(reference: BodyReference, id: RecordId): FoundLine {
    const rest = this.#bytes.subarray(reference - this.#start)
    const checked = checkedPayload('body', rest, 0)
    if (checked && isPayloadOf(checked.payload, id)) {
      const isEnded = rest[checked.lineEnd] === 0x0a
      return { isWhole: true, line: isEnded ? rest.subarray(0, checked.lineEnd + 1) : Buffer.concat([rest.subarray(0, checked.lineEnd), newline]) }
    }
    const end = rest.indexOf(0x0a)
    return { isWhole: false, line: rest.subarray(0, end < 0 ? rest.length : end + 1) }
  }

  bodyAt(reference: BodyReference, id: RecordId): string | undefined {
    return parseBody(this.#bytes.subarray(reference - this.#start), id)
  }

  async close(): Promise<void> {
    await this.#held?.release()
    this.#held = undefined
  }

  async #read(reference: BodyReference, length: number): Promise<void> {
    await this.#held?.release()
    this.#held = this.#bodyFiles.hold(reference)
    this.#bytes = await this.#bodyFiles.window(reference, length)
    this.#start = reference
  }
}

/** Without parsing the body: the payload begins with its insight's id. */
function isPayloadOf(payload: Buffer, id: RecordId): boolean {
  const prefix = Buffer.from(`{"id":${JSON.stringify(id)},`)
  return payload.subarray(0, prefix.length).equals(prefix)
}

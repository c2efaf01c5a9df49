// Cuts a stream of bytes into lines, each bounded in size. A line that is too long is named and skipped, so that the stream goes on.

const newline = 0x0a

export type Line = { kind: 'line'; bytes: Buffer } | { kind: 'too-long' }

export class LineCutter {
  readonly #maxBytes: number
  #parts: Buffer[] = []
  #size = 0
  #isSkipping = false

  /** `maxBytes` counts a line without its newline. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** The lines that this chunk completes, in order. Cost is linear: parts of a long line are joined once. */
  push(chunk: Buffer): Line[] {
    const lines: Line[] = []
    let from = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      const line = this.#take(chunk.subarray(from, end))
      if (line) lines.push(line)
      from = end + 1
    }
    const tooLong = this.#hold(chunk.subarray(from))
    if (tooLong) lines.push(tooLong)
    return lines
  }

  /** What stands after the last newline, if anything: call once, at the end. */
  end(): Line | undefined {
    return this.#size > 0 ? this.#take(Buffer.alloc(0)) : undefined
  }

  #take(rest: Buffer): Line | undefined {
    if (this.#isSkipping) {
      this.#isSkipping = false
      return undefined
    }
    const tooLong = this.#hold(rest)
    this.#isSkipping = false
    if (tooLong) return tooLong
    const bytes = this.#parts.length === 1 && this.#parts[0] ? this.#parts[0] : Buffer.concat(this.#parts)
    this.#parts = []
    this.#size = 0
    return { kind: 'line', bytes }
  }

  #hold(part: Buffer): Line | undefined {
    if (this.#isSkipping || part.length === 0) return undefined
    if (this.#size + part.length <= this.#maxBytes) {
      this.#parts.push(part)
      this.#size += part.length
      return undefined
    }
    this.#parts = []
    this.#size = 0
    this.#isSkipping = true
    return { kind: 'too-long' }
  }
}

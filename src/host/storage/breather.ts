// Gives the event loop its turn in the midst of long work: input, answers and other windows wait at most a slice.

/** Two milliseconds short of the promised 8: one step of work may overrun. */
const sliceMs = 6

export class Breather {
  #since = performance.now()

  /** Resolves at once within a slice, else after every waiting callback had its turn. */
  async pause(): Promise<void> {
    if (!this.isDue) return
    await new Promise<void>((resolve) => setImmediate(resolve))
    this.#since = performance.now()
  }

  /** To ask before `pause` in hot loops: an await for every record would cost more than the record. */
  get isDue(): boolean {
    return performance.now() - this.#since >= sliceMs
  }
}

// After a failed save: tries by itself, and when asked, whether the disk takes changes again, until it does or the notebook is closed.

/** Between two attempts: soon at first, since room is often made at once; never so often that a failing disk is kept busy by us. */
const firstDelayMs = 1_000
const longestDelayMs = 15_000

export class SavingRecovery {
  readonly #attempt: () => Promise<void>
  readonly #onRecovered: () => void
  #isNeeded = false
  #delayMs = firstDelayMs
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined

  /** `attempt` rejects while saving is not possible. */
  constructor(attempt: () => Promise<void>, onRecovered: () => void) {
    this.#attempt = attempt
    this.#onRecovered = onRecovered
  }

  /** A save failed: begins to try, if it is not trying already. */
  start(): void {
    if (this.#isNeeded) return
    this.#isNeeded = true
    this.#delayMs = firstDelayMs
    this.#schedule()
  }

  /** Saving works again, by an attempt or by itself; or nobody needs it any more. Resolves when no attempt is under way. */
  async stop(): Promise<void> {
    this.#isNeeded = false
    clearTimeout(this.#timer)
    await this.#running
  }

  /** Tries now. Resolves when the attempt has ended, either way. */
  now(): Promise<void> {
    if (!this.#isNeeded) return Promise.resolve()
    clearTimeout(this.#timer)
    this.#running ??= this.#try().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #try(): Promise<void> {
    try {
      await this.#attempt()
    } catch {
      // Why it failed was told when the save did; as long as it fails, that stays true.
      this.#delayMs = Math.min(this.#delayMs * 2, longestDelayMs)
      if (this.#isNeeded) this.#schedule()
      return
    }
    if (!this.#isNeeded) return
    this.#isNeeded = false
    this.#onRecovered()
  }

  #schedule(): void {
    // Unreferenced: waiting for room must not keep a process alive.
    this.#timer = setTimeout(() => void this.now(), this.#delayMs).unref()
  }
}

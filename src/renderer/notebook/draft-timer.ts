// When typing is sent: after a pause, and after a while without one, so that a long stretch of typing is not at risk until it ends.

import type { DraftClock } from './draft.ts'

const pauseMs = 300
const longestMs = 2_000

export class SendTimer {
  readonly #clock: DraftClock
  readonly #send: () => void
  #firstAt: number | undefined
  #cancel: (() => void) | undefined

  constructor(clock: DraftClock, send: () => void) {
    this.#clock = clock
    this.#send = send
  }

  /** One more key. */
  note(): void {
    const now = this.#clock.now()
    // A clock that was set back would put the limit far away.
    if (this.#firstAt === undefined || now < this.#firstAt) this.#firstAt = now
    this.#cancel?.()
    this.#cancel = this.#clock.after(Math.max(0, Math.min(pauseMs, this.#firstAt + longestMs - now)), () => {
      this.cancel()
      this.#send()
    })
  }

  cancel(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#firstAt = undefined
  }
}

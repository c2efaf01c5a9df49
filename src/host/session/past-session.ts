// The notebook of the past that one window looks at: opened beside the live one, one at a time, and let go when the window moves on or leaves.

import type { DownMessage, UpMessage } from '../../core/contract/messages.ts'
import type { PastUpMessage } from '../../core/contract/past-messages.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { Wire } from '../../core/wire/wire.ts'
import type { NotebookHost, PastHost } from './notebook-host.ts'

type Serve = (notebook: NotebookHost, wire: Wire<DownMessage, UpMessage>) => void
type Looking = { past: string; host: PastHost; deliver: (message: UpMessage) => void; end: () => void }
type Options = { send: (message: DownMessage) => void; serve: Serve; onBug: (error: unknown) => void }

export class PastSession {
  readonly #notebook: NotebookHost
  readonly #options: Options
  #opening: { past: string; abort: AbortController; settled: Promise<void> } | undefined
  #looking: Looking | undefined
  #isOver = false

  constructor(notebook: NotebookHost, options: Options) {
    this.#notebook = notebook
    this.#options = options
  }

  /** A slider asks for a new moment before the last one has come: that one is given up at its next step, and the two are never loaded at once. */
  open({ past, moment }: Extract<PastUpMessage, { type: 'past.open' }>): void {
    const before = this.#opening
    before?.abort.abort()
    const abort = new AbortController()
    const load = async () => {
      await before?.settled
      if (abort.signal.aborted) return
      const { openPast } = this.#notebook
      if (!openPast) throw new Refusal('not-found', 'there is no past to look at from here')
      const host = await openPast(moment, abort.signal)
      if (abort.signal.aborted || this.#isOver) await host.close()
      else this.#show(past, host)
    }
    const settled = load().catch((error: unknown) => {
      if (abort.signal.aborted) return
      if (!(error instanceof Refusal)) this.#options.onBug(error)
      const refusal =
        error instanceof Refusal ? error.toValue() : ({ code: 'invalid', message: 'looking at the past failed inside Footing' } as const)
      this.#options.send({ type: 'past.refused', past, error: refusal })
    })
    this.#opening = { past, abort, settled }
  }

  say({ past, message }: Extract<PastUpMessage, { type: 'past.say' }>): void {
    // The window may not have heard yet that it has moved on.
    if (this.#looking?.past === past) this.#looking.deliver(message as UpMessage)
  }

  close(past: string): void {
    if (this.#opening?.past === past) this.#opening.abort.abort()
    if (this.#looking?.past === past) this.#letGo()
  }

  end(): void {
    this.#isOver = true
    this.#opening?.abort.abort()
    this.#letGo()
  }

  #show(past: string, host: PastHost): void {
    this.#letGo()
    const listeners: ((message: UpMessage) => void)[] = []
    const closers: (() => void)[] = []
    this.#looking = {
      past,
      host,
      deliver: (message) => {
        for (const listener of listeners) listener(message)
      },
      end: () => {
        for (const closer of closers) closer()
      },
    }
    this.#options.send({ type: 'past.opened', past, seq: host.queue.lastSeq })
    // From the past nobody looks further: that would be a wire within a wire within a wire.
    const notebook: NotebookHost = Object.create(host, { openPast: { value: undefined } })
    this.#options.serve(notebook, {
      send: (message) => {
        if (this.#looking?.past === past) this.#options.send({ type: 'past.said', past, message })
      },
      onMessage: (listener) => void listeners.push(listener),
      onClose: (listener) => void closers.push(listener),
    })
  }

  #letGo(): void {
    const looking = this.#looking
    this.#looking = undefined
    if (!looking) return
    looking.end()
    looking.host.close().catch(this.#options.onBug)
  }
}

// The window's end of looking at the past: opens moments on the window's wire, and gives a client of its own for what is read there.

import type { Moment } from '../history/moment.ts'
import type { RefusalValue } from '../store/refusal.ts'
import type { Wire } from '../wire/wire.ts'
import type { DownMessage, UpMessage } from './messages.ts'
import { NotebookClient } from './notebook-client.ts'
import type { PastDownMessage, PastUpMessage } from './past-messages.ts'

export type Opened = { ok: true; seq: number } | { ok: false; error: RefusalValue }
type Opening = { past: string; moment: Moment; settle: (opened: Opened) => void }

export class PastLink {
  readonly #newId: () => string
  readonly #newClient: () => NotebookClient
  #wire: Wire<PastUpMessage, PastDownMessage> | undefined
  #opening: Opening | undefined
  /** What is looked at, to be opened again on a fresh wire. */
  #looking: { past: string; moment: Moment; deliver: (message: DownMessage) => void } | undefined
  #client: NotebookClient | undefined

  constructor(window: string, newId: () => string) {
    this.#newId = newId
    this.#newClient = () => new NotebookClient(window, newId)
  }

  /** The one client of the past until `leave`: whatever moment is opened, its screens stay and show that one. */
  get client(): NotebookClient {
    this.#client ??= this.#newClient()
    return this.#client
  }

  /** Takes a fresh wire, the first or one after a loss: what was looked at is opened again. */
  attach(wire: Wire<PastUpMessage, PastDownMessage>): void {
    this.#wire = wire
    wire.onMessage((message) => this.#wire === wire && this.#receive(message))
    if (this.#opening) wire.send({ type: 'past.open', past: this.#opening.past, moment: this.#opening.moment })
    else if (this.#looking) void this.open(this.#looking.moment)
  }

  /** Resolves when the client reads that moment, or it is refused. What is asked for after it makes it `stale`. */
  open(moment: Moment): Promise<Opened> {
    this.#giveUp()
    const past = this.#newId()
    return new Promise((settle) => {
      this.#opening = { past, moment, settle }
      this.#wire?.send({ type: 'past.open', past, moment })
    })
  }

  leave(): void {
    this.#giveUp()
    if (this.#looking) this.#wire?.send({ type: 'past.close', past: this.#looking.past })
    this.#looking = undefined
    this.#client = undefined
  }

  #giveUp(): void {
    const opening = this.#opening
    this.#opening = undefined
    if (!opening) return
    this.#wire?.send({ type: 'past.close', past: opening.past })
    opening.settle({ ok: false, error: { code: 'stale', message: 'another moment was asked for' } })
  }

  #receive(message: PastDownMessage): void {
    const opening = this.#opening
    if (message.type === 'past.said') {
      if (this.#looking?.past === message.past) this.#looking.deliver(message.message)
    } else if (opening?.past === message.past) {
      this.#opening = undefined
      if (message.type === 'past.opened') this.#look(opening)
      opening.settle(message.type === 'past.opened' ? { ok: true, seq: message.seq } : { ok: false, error: message.error })
    }
  }

  #look({ past, moment }: Opening): void {
    const listeners: ((message: DownMessage) => void)[] = []
    this.#looking = {
      past,
      moment,
      deliver: (message) => {
        for (const listener of listeners) listener(message)
      },
    }
    const wire: Wire<UpMessage, DownMessage> = {
      send: (message) => this.#looking?.past === past && this.#wire?.send({ type: 'past.say', past, message }),
      onMessage: (listener) => void listeners.push(listener),
      // What is lost is the wire around it, and then it is opened again.
      onClose: () => {},
    }
    this.client.attach(wire)
  }
}

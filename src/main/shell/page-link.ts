// The shell's end of one page's wire: parses what comes up, answers requests, and asks the page to flush what is typed.

import { readBySchema } from '../../core/contract/read-by-schema.ts'
import {
  type ShellAnswer,
  type ShellDownMessage,
  type ShellMenu,
  type ShellRequest,
  type ShellUpMessage,
  shellUpMessage,
} from '../../core/contract/shell-messages.ts'
import type { Wire } from '../../core/wire/wire.ts'

export type PageEvents = {
  onHello: () => void
  onMenus: (menus: readonly ShellMenu[]) => void
  onRequest: (request: ShellRequest) => Promise<ShellAnswer>
}

export class PageLink {
  readonly #wire: Wire<ShellDownMessage, ShellUpMessage>
  readonly #flushes = new Map<string, (isFlushed: boolean) => void>()
  #isOpen = true
  #hasSaidHello = false
  #lastFlush = 0

  constructor(wire: Wire<ShellDownMessage, ShellUpMessage>, events: PageEvents) {
    this.#wire = wire
    wire.onMessage((message) => this.#receive(message, events))
    wire.onClose(() => {
      this.#isOpen = false
      for (const settle of [...this.#flushes.values()]) settle(false)
    })
  }

  /** The page is there, and runs what it is told. */
  get isHere(): boolean {
    return this.#isOpen && this.#hasSaidHello
  }

  send(message: ShellDownMessage): void {
    if (this.isHere) this.#wire.send(message)
  }

  /** True once everything typed in the page is durable; false where it does not say so within `limitMs`, or is gone. */
  flush(limitMs: number): Promise<boolean> {
    if (!this.isHere) return Promise.resolve(false)
    this.#lastFlush += 1
    const id = `flush-${this.#lastFlush}`
    return new Promise((resolve) => {
      const settle = (isFlushed: boolean) => {
        clearTimeout(timer)
        this.#flushes.delete(id)
        resolve(isFlushed)
      }
      const timer = setTimeout(settle, limitMs, false)
      this.#flushes.set(id, settle)
      this.#wire.send({ type: 'shell.flush', id })
    })
  }

  #receive(unchecked: unknown, { onHello, onMenus, onRequest }: PageEvents): void {
    const parsed = readBySchema(shellUpMessage, unchecked)
    if (!parsed.success) {
      const id = idIn(unchecked)
      if (id !== undefined) this.#answer(id, { ok: false, error: { code: 'invalid', message: 'the desktop does not know this request' } })
      return
    }
    const message = parsed.data
    switch (message.type) {
      case 'shell.hello':
        this.#hasSaidHello = true
        onHello()
        break
      case 'shell.menu':
        onMenus(message.menus)
        break
      case 'shell.flushed':
        this.#flushes.get(message.id)?.(true)
        break
      case 'shell.request':
        void this.#request(message.id, () => onRequest(message.request))
    }
  }

  async #request(id: string, run: () => Promise<ShellAnswer>): Promise<void> {
    try {
      this.#answer(id, await run())
    } catch (error) {
      // The page hears that there was a bug; which, is for the log.
      console.error(error)
      this.#answer(id, { ok: false, error: { code: 'fate-unknown', message: 'this failed inside Footing' } })
    }
  }

  #answer(id: string, answer: ShellAnswer): void {
    if (this.#isOpen) this.#wire.send({ type: 'shell.answer', id, answer })
  }
}

function idIn(message: unknown): string | undefined {
  const id = typeof message === 'object' && message !== null ? (message as { id?: unknown }).id : undefined
  return typeof id === 'string' ? id.slice(0, 64) : undefined
}

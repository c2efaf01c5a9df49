// The window's end of what it and the desktop around it say to each other. In a browser there is none: `desktop()` is undefined.

import { create } from 'zustand'
import type { RecentNotebook, ShellAnswer, ShellDownMessage, ShellMenu, ShellRequest, ShellUpMessage } from '../../core/contract/shell-messages.ts'
import type { Wire } from '../../core/wire/wire.ts'

export type ShellState = { platform: string; version: string; folder: string; recents: readonly RecentNotebook[] }

/** What the desktop knows of this window; undefined in a browser, and until the desktop has answered. */
export const useShellState = create<{ state: ShellState | undefined }>(() => ({ state: undefined }))

export type ShellEvents = {
  onRun: (action: string) => void
  onShow: (place: string) => void
  onNotice: (tone: 'problem' | 'news', message: string) => void
  /** Resolves when all that is typed is durable, or cannot become so now. */
  flush: () => Promise<void>
}

export class ShellLink {
  readonly #wire: Wire<ShellUpMessage, ShellDownMessage>
  readonly #waiting = new Map<string, (answer: ShellAnswer) => void>()

  constructor(wire: Wire<ShellUpMessage, ShellDownMessage>) {
    this.#wire = wire
    wire.onClose(() => {
      for (const settle of this.#waiting.values()) settle({ ok: false, error: { code: 'closed', message: 'the desktop is gone' } })
      this.#waiting.clear()
    })
  }

  /** Call once, when the window can do what it is told. */
  begin(events: ShellEvents): void {
    this.#wire.onMessage((message) => this.#receive(message, events))
    this.#wire.send({ type: 'shell.hello' })
  }

  sendMenus(menus: ShellMenu[]): void {
    this.#wire.send({ type: 'shell.menu', menus })
  }

  /** Resolves when it is done, or the person has thought better of it. */
  request(request: ShellRequest): Promise<ShellAnswer> {
    const id = crypto.randomUUID()
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#wire.send({ type: 'shell.request', id, request })
    })
  }

  #receive(message: ShellDownMessage, { onRun, onShow, onNotice, flush }: ShellEvents): void {
    switch (message.type) {
      case 'shell.state': {
        const { platform, version, folder, recents } = message
        useShellState.setState({ state: { platform, version, folder, recents } })
        break
      }
      case 'shell.run':
        onRun(message.action)
        break
      case 'shell.show':
        onShow(message.place)
        break
      case 'shell.notice':
        onNotice(message.tone, message.message)
        break
      case 'shell.flush': {
        const answer = () => this.#wire.send({ type: 'shell.flushed', id: message.id })
        void flush().then(answer, answer)
        break
      }
      case 'shell.answer':
        this.#waiting.get(message.id)?.(message.answer)
        this.#waiting.delete(message.id)
    }
  }
}

let link: ShellLink | undefined

/** Call once, with the shell's half of the wire. */
export function attachDesktop(wire: Wire<ShellUpMessage, ShellDownMessage>): void {
  link = new ShellLink(wire)
}

export function desktop(): ShellLink | undefined {
  return link
}

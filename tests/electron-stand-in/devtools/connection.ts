// Chromium by its DevTools protocol: one socket, and a session for each page.

import { EventEmitter } from 'node:events'
import type { CDPSession } from '@playwright/test'

type Reply = { id?: number; method?: string; params?: unknown; sessionId?: string; result?: unknown; error?: { message: string } }

/** Commands and events are typed by Playwright's copy of the protocol. */
export type DevTools = {
  send: CDPSession['send']
  on: CDPSession['on']
}

export class DevToolsConnection {
  readonly browser: DevTools
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (reply: Reply) => void>()
  readonly #sessions = new Map<string, EventEmitter>()
  #lastId = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    this.browser = this.session('')
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Reply))
    // Whoever waits for an answer of a browser that is gone would wait for ever.
    socket.addEventListener('close', () => {
      for (const answer of this.#waiting.values()) answer({ error: { message: 'Chromium is gone' } })
      this.#waiting.clear()
    })
  }

  static async open(address: string): Promise<DevToolsConnection> {
    const socket = new WebSocket(address)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true })
      socket.addEventListener('error', reject, { once: true })
    })
    return new DevToolsConnection(socket)
  }

  /** `''` is the browser itself. */
  readonly session = (id: string): DevTools => {
    const emitter = new EventEmitter()
    this.#sessions.set(id, emitter)
    const send = (method: string, params: object = {}) =>
      new Promise<unknown>((resolve, reject) => {
        this.#lastId += 1
        this.#waiting.set(this.#lastId, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result)))
        this.#socket.send(JSON.stringify({ id: this.#lastId, method, params, ...(id === '' ? {} : { sessionId: id }) }))
      })
    return { send: send as CDPSession['send'], on: emitter.on.bind(emitter) as unknown as CDPSession['on'] }
  }

  #receive(reply: Reply): void {
    if (reply.id === undefined) {
      if (reply.method !== undefined) this.#sessions.get(reply.sessionId ?? '')?.emit(reply.method, reply.params)
      return
    }
    this.#waiting.get(reply.id)?.(reply)
    this.#waiting.delete(reply.id)
  }
}

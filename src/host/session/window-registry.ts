// What is remembered of each window across its connections: the answers to its commands, so that none runs twice, and its undo.

import type { CommandAnswer } from '../../core/store/commit-queue.ts'

export type RegistryOptions = {
  /** How long a window that is gone is remembered: a laptop's short sleep, a reload. */
  forgetAfterMs: number
  /** Answered commands kept per window; a client sends again only what it saw no answer to. */
  maxAnswers: number
}

const defaults: RegistryOptions = { forgetAfterMs: 10 * 60_000, maxAnswers: 2_000 }

type Window = {
  answers: Map<string, Promise<CommandAnswer>>
  running: Set<string>
  connections: number
  forgetting: NodeJS.Timeout | undefined
  /** Stops the search under way, when a newer one is asked for. */
  search: AbortController | undefined
}

export type WindowSession = {
  /** The answer of the command with this id: run now, still running, or given before. */
  answerOnce: (commandId: string, run: () => Promise<CommandAnswer>) => Promise<CommandAnswer>
  /** A signal for one search of this window; the search before it is aborted. */
  beginSearch: () => AbortSignal
  leave: () => void
}

export class WindowRegistry {
  readonly #windows = new Map<string, Window>()
  readonly #options: RegistryOptions
  readonly #onForgotten: (window: string) => void

  constructor(onForgotten: (window: string) => void, options: Partial<RegistryOptions> = {}) {
    this.#onForgotten = onForgotten
    this.#options = { ...defaults, ...options }
  }

  enter(name: string): WindowSession {
    const window = this.#of(name)
    window.connections += 1
    clearTimeout(window.forgetting)
    let isHere = true
    return {
      answerOnce: (commandId, run) => this.#answerOnce(window, commandId, run),
      beginSearch: () => {
        window.search?.abort()
        window.search = new AbortController()
        return window.search.signal
      },
      leave: () => {
        if (!isHere) return
        isHere = false
        window.connections -= 1
        if (window.connections === 0) this.#forgetLater(name, window)
      },
    }
  }

  #of(name: string): Window {
    let window = this.#windows.get(name)
    if (!window) {
      window = { answers: new Map(), running: new Set(), connections: 0, forgetting: undefined, search: undefined }
      this.#windows.set(name, window)
    }
    return window
  }

  #answerOnce(window: Window, commandId: string, run: () => Promise<CommandAnswer>): Promise<CommandAnswer> {
    const known = window.answers.get(commandId)
    if (known) return known
    const answer = run()
    window.answers.set(commandId, answer)
    window.running.add(commandId)
    const settle = () => {
      window.running.delete(commandId)
      this.#dropOldest(window)
    }
    answer.then(settle, settle)
    return answer
  }

  /**
   * Commands that still run are never dropped: they could then run twice. Answers come in the order of the commands, so that nothing behind the
   * first one still running is worth a look: a program may have sent a hundred thousand.
   */
  #dropOldest(window: Window): void {
    for (const commandId of window.answers.keys()) {
      if (window.answers.size <= this.#options.maxAnswers || window.running.has(commandId)) return
      window.answers.delete(commandId)
    }
  }

  #forgetLater(name: string, window: Window): void {
    window.search?.abort()
    window.forgetting = setTimeout(() => {
      if (window.running.size > 0) return this.#forgetLater(name, window)
      this.#windows.delete(name)
      this.#onForgotten(name)
    }, this.#options.forgetAfterMs)
    window.forgetting.unref()
  }
}

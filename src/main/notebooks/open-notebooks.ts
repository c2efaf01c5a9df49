// The notebooks that are open: each once, whatever the number of its windows, and closed when the last of them is gone.

import type { OpenNotebook } from '../../host/opened-notebook.ts'
import type { DesktopNotebook, Missing } from './desktop-notebook.ts'

type Held = { opening: Promise<DesktopNotebook>; holders: number; closing: Promise<boolean> | undefined }

/** A notebook as one window holds it. `release` once, when the window is gone. */
export type HeldNotebook = { notebook: OpenNotebook; release: () => Promise<boolean> }

export class OpenNotebooks {
  readonly #open: (folder: string, missing: Missing) => Promise<DesktopNotebook>
  readonly #closeLimitMs: number
  /** By true path. */
  readonly #held = new Map<string, Held>()

  constructor(open: (folder: string, missing: Missing) => Promise<DesktopNotebook>, closeLimitMs: number) {
    this.#open = open
    this.#closeLimitMs = closeLimitMs
  }

  /** Rejects with what opening it rejects with; asking again tries again. */
  async acquire(folder: string, missing: Missing): Promise<HeldNotebook> {
    // Its last window has just gone: the lock is ours again only when all of it is written.
    for (let held = this.#held.get(folder); held?.closing; held = this.#held.get(folder)) await held.closing
    const held = this.#held.get(folder) ?? this.#hold(folder, missing)
    held.holders += 1
    try {
      const { notebook } = await held.opening
      let isReleased = false
      return {
        notebook,
        release: async () => {
          if (isReleased) return true
          isReleased = true
          held.holders -= 1
          return held.holders === 0 ? await this.#close(folder, held) : true
        },
      }
    } catch (error) {
      held.holders -= 1
      if (this.#held.get(folder) === held) this.#held.delete(folder)
      throw error
    }
  }

  /** The folders whose pictures the windows may show. */
  folders(): string[] {
    return [...this.#held.keys()]
  }

  /** False where one of them could not be closed in time. */
  async closeAll(): Promise<boolean> {
    const closed = await Promise.all([...this.#held].map(([folder, held]) => this.#close(folder, held)))
    return closed.every((isWritten) => isWritten)
  }

  #hold(folder: string, missing: Missing): Held {
    const held: Held = { opening: this.#open(folder, missing), holders: 0, closing: undefined }
    this.#held.set(folder, held)
    return held
  }

  #close(folder: string, held: Held): Promise<boolean> {
    held.closing ??= (async () => {
      try {
        const isWritten = await (await held.opening).close(this.#closeLimitMs)
        if (!isWritten) console.error(`${folder} was not closed in time: what was saved is in its journal`)
        return isWritten
      } catch (error) {
        console.error(error)
        return false
      } finally {
        if (this.#held.get(folder) === held) this.#held.delete(folder)
      }
    })()
    return held.closing
  }
}

// What the status bar may say: `saved` only when everything that was sent is durable or refused.

import type { SavingStatus } from '../../core/contract/messages.ts'
import type { RefusalValue } from '../../core/store/refusal.ts'

export class NotebookStatus {
  readonly #listeners = new Set<(status: SavingStatus) => void>()
  #unanswered = 0
  #reason: RefusalValue | undefined
  #told: SavingStatus = { kind: 'saved' }

  get current(): SavingStatus {
    if (this.#reason) return { kind: 'read-only', reason: this.#reason }
    return { kind: this.#unanswered > 0 ? 'saving' : 'saved' }
  }

  onChange(listener: (status: SavingStatus) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  setReadOnly(reason: RefusalValue): void {
    this.#reason = reason
    this.#tell()
  }

  async whileSaving<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.#unanswered += 1
    this.#tell()
    try {
      return await answer
    } finally {
      this.#unanswered -= 1
      this.#tell()
    }
  }

  #tell(): void {
    const { current } = this
    if (current.kind === this.#told.kind) return
    this.#told = current
    for (const listener of this.#listeners) listener(current)
  }
}

// What the status bar may say: `saved` only when everything that was sent is durable or refused.

import type { SavingStatus } from '../../core/contract/messages.ts'
import type { RefusalValue } from '../../core/store/refusal.ts'

export class NotebookStatus {
  readonly #listeners = new Set<(status: SavingStatus) => void>()
  #unanswered = 0
  #trouble: { reason: RefusalValue; isPassing: boolean } | undefined
  #told: SavingStatus = { kind: 'saved' }

  get current(): SavingStatus {
    if (this.#trouble) return { kind: 'read-only', ...this.#trouble }
    return { kind: this.#unanswered > 0 ? 'saving' : 'saved' }
  }

  onChange(listener: (status: SavingStatus) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** `isPassing`: saving may go on in this sitting, and then this is called with undefined. */
  setReadOnly(reason: RefusalValue | undefined, isPassing = false): void {
    this.#trouble = reason && { reason, isPassing }
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
    if (isSame(current, this.#told)) return
    this.#told = current
    for (const listener of this.#listeners) listener(current)
  }
}

function isSame(one: SavingStatus, other: SavingStatus): boolean {
  return one.kind === other.kind && (one.kind !== 'read-only' || (other.kind === 'read-only' && one.reason.message === other.reason.message))
}

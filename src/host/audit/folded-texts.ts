// Reading texts as quotations are compared with them; the last few are kept.

import { foldText } from '../../core/anchoring/fold-text.ts'
import { comparable } from '../../core/audit/audit-insight.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'

/** UTF-16 units: some forty long articles. */
const maxKeptLength = 4_000_000

export class FoldedTexts {
  readonly #view: Pick<NotebookView, 'readingText'>
  readonly #kept = new Map<RecordId<'text'>, string>()
  #length = 0

  constructor(view: Pick<NotebookView, 'readingText'>) {
    this.#view = view
  }

  /** Undefined where the text cannot be read. */
  get(id: RecordId<'text'>): string | undefined {
    const kept = this.#kept.get(id)
    if (kept !== undefined) {
      this.#kept.delete(id)
      this.#kept.set(id, kept)
      return kept
    }
    const reading = this.#view.readingText(id)
    if (reading === undefined) return undefined
    const text = comparable(foldText(reading).text)
    this.#kept.set(id, text)
    this.#length += text.length
    for (const [oldest, { length }] of this.#kept) {
      if (this.#length <= maxKeptLength || oldest === id) break
      this.#kept.delete(oldest)
      this.#length -= length
    }
    return text
  }
}

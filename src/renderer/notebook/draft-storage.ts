// Where unsent typing outlives its window: the browser's storage, one entry per notebook, window and record, until it is acknowledged.

import type { KeptDraft } from './draft.ts'
import type { DraftContent } from './draft-merge.ts'

/** The little that is used of `localStorage`. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export type LeftDraft = { key: string; window: string; record: string; kept: KeptDraft<DraftContent> }

const prefix = 'footing.draft'
// Ids may hold any character but spaces, so a space ends one.
const keyOf = (notebook: string, window: string, record: string) => `${prefix} ${notebook} ${window} ${record}`

export class DraftStorage {
  readonly #storage: TextStorage
  readonly #notebook: string
  readonly #window: string

  /** `window` names this window as long as its tab lives. */
  constructor(storage: TextStorage, notebook: string, window: string) {
    this.#storage = storage
    this.#notebook = notebook
    this.#window = window
  }

  /** False where the browser has no room for it: then the typing is as safe as the window. */
  keep(record: string, kept: KeptDraft<DraftContent> | undefined): boolean {
    const key = keyOf(this.#notebook, this.#window, record)
    try {
      if (kept) this.#storage.setItem(key, JSON.stringify(kept))
      else this.#storage.removeItem(key)
      return true
    } catch {
      return false
    }
  }

  /** Every draft of this notebook that stands in the storage, this window's own included, oldest first. */
  list(): LeftDraft[] {
    const left: LeftDraft[] = []
    for (let position = 0; position < this.#storage.length; position += 1) {
      const key = this.#storage.key(position) ?? ''
      const [name, notebook, window = '', record = ''] = key.split(' ')
      if (name !== prefix || notebook !== this.#notebook) continue
      const kept = readKept(this.#storage.getItem(key))
      if (kept) left.push({ key, window, record, kept })
    }
    return left.sort((one, other) => one.kept.at - other.kept.at)
  }

  /** Takes drafts out: another entry holds them now. */
  remove(drafts: readonly LeftDraft[]): void {
    for (const { key } of drafts) this.#storage.removeItem(key)
  }

  get window(): string {
    return this.#window
  }
}

function readKept(text: string | null): KeptDraft<DraftContent> | undefined {
  if (text === null) return undefined
  try {
    const kept = JSON.parse(text) as Partial<KeptDraft<DraftContent>>
    return kept.local && kept.base && kept.sent && typeof kept.rev === 'number' && typeof kept.at === 'number'
      ? (kept as KeptDraft<DraftContent>)
      : undefined
  } catch {
    return undefined
  }
}

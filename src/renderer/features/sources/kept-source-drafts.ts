// Sources that are being written down outlive their window: in the browser's storage, one entry each, until they are added or cleared.

import type { TextStorage } from '../../notebook/draft-storage.ts'
import { noFields, type SourceFields } from '../../ui/source-form.ts'
import { isBlank, type SourceDraft } from './source-drafts.ts'

type Kept = Omit<SourceDraft, 'key'>

const prefix = 'footing.source-draft'

export class KeptSourceDrafts {
  readonly #storage: TextStorage
  readonly #notebook: string
  readonly #window: string
  /** As they were kept last: typing in one writes no other. */
  readonly #held = new Map<string, SourceDraft>()

  constructor(storage: TextStorage, notebook: string, window: string) {
    this.#storage = storage
    this.#notebook = notebook
    this.#window = window
  }

  /** Makes the storage hold these drafts of this window and no others. Where it has no room, they are as safe as the window. */
  keep(drafts: readonly SourceDraft[]): void {
    const shown = new Map(drafts.filter((draft) => !isBlank(draft)).map((draft) => [draft.id, draft]))
    for (const id of this.#held.keys()) {
      if (shown.has(id)) continue
      this.#storage.removeItem(this.#keyOf(id))
      this.#held.delete(id)
    }
    for (const [id, draft] of shown) {
      if (this.#held.get(id) === draft) continue
      const { key: _, written, ...rest } = draft
      try {
        this.#storage.setItem(this.#keyOf(id), JSON.stringify({ ...rest, written: [...written] }))
      } catch {
        // An older state of it would come back as if it were the newest.
        this.#storage.removeItem(this.#keyOf(id))
      }
      this.#held.set(id, draft)
    }
  }

  /** Takes out what this window had before a reload and what windows that have ended left; the caller keeps them from now on. */
  takeLeft(aliveWindows: ReadonlySet<string>): Kept[] {
    const left: Kept[] = []
    for (const key of this.#keys()) {
      const [name, notebook, window = '', id = ''] = key.split(' ')
      if (name !== prefix || notebook !== this.#notebook || this.#held.has(id)) continue
      if (window !== this.#window && aliveWindows.has(window)) continue
      const kept = readKept(id, this.#storage.getItem(key))
      this.#storage.removeItem(key)
      if (kept) left.push(kept)
    }
    return left
  }

  // Ids and names hold no spaces, so a space ends one.
  #keyOf(id: string): string {
    return `${prefix} ${this.#notebook} ${this.#window} ${id}`
  }

  #keys(): string[] {
    return Array.from({ length: this.#storage.length }, (_, position) => this.#storage.key(position) ?? '')
  }
}

function isTranslation(value: unknown): boolean {
  const { language, title } = (value ?? {}) as { language?: unknown; title?: unknown }
  return typeof language === 'string' && typeof title === 'string'
}

/** What stands in the storage may be of another version, or anything. */
function readKept(id: string, text: string | null): Kept | undefined {
  try {
    const { fields, citekey, markdown, written } = JSON.parse(text ?? '') as Record<keyof Kept, unknown>
    if (typeof markdown !== 'string' || typeof citekey !== 'string' || !Array.isArray(written) || typeof fields !== 'object') return undefined
    const read = { ...noFields } as Record<string, unknown>
    for (const [name, value] of Object.entries(fields ?? {})) {
      const isList = Array.isArray(read[name])
      if (isList ? Array.isArray(value) && value.every(isTranslation) : name in noFields && typeof value === 'string') read[name] = value
    }
    return {
      id,
      fields: read as SourceFields,
      citekey,
      markdown,
      written: new Set(written.filter((name): name is keyof SourceFields => name in noFields)),
    }
  } catch {
    return undefined
  }
}

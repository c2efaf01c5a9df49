// The drafts that this window holds open: each follows its record, and lives on after its pane has closed until all of it is acknowledged.

import type { NotebookClient } from '../../core/contract/notebook-client.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { Draft, type DraftClock } from './draft.ts'
import type { DraftKind } from './draft-kinds.ts'
import type { DraftContent } from './draft-merge.ts'
import { DraftStorage, type LeftDraft } from './draft-storage.ts'
import { useDrafts } from './drafts.ts'

/** A click follows its press within this time, a drag may take longer and opens nothing. */
const warmMs = 2_000

type Shelved = { draft: Draft<DraftContent>; holders: number; close: () => void }

const clock: DraftClock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}

export class DraftShelf {
  readonly #client: NotebookClient
  readonly #shelved = new Map<RecordId, Shelved>()
  #storage: DraftStorage | undefined

  constructor(client: NotebookClient) {
    this.#client = client
    holdWindowLock()
    window.addEventListener('pagehide', () => this.#keepAll())
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.#keepAll())
    let wasRefusing = false
    client.onState(() => {
      const isRefusing = client.state.saving.kind === 'read-only'
      // There is room again, or the disk has recovered: what waits goes out now, not at its next attempt.
      if (wasRefusing && !isRefusing) this.sendNow()
      wasRefusing = isRefusing
    })
  }

  /** Sends what is typed without waiting for a pause, and what was refused once more. */
  sendNow(): void {
    for (const { draft } of this.#shelved.values()) draft.flush()
  }

  /** Sends everything that is typed, what a field still holds back included, and resolves once it is all durable: for a window that is about to go. */
  async flushAll(): Promise<void> {
    // A composition that is under way ends with the window: what it has so far is in the field.
    for (const { draft } of this.#shelved.values()) draft.compose(false)
    this.#keepAll()
    while ([...this.#shelved.values()].some(({ draft }) => draft.state.isUnsent && draft.state.conflicts.size === 0 && !draft.state.refusal))
      await this.#nextChange()
  }

  #keepAll(): void {
    for (const { draft } of this.#shelved.values()) {
      draft.flush()
      draft.keepNow()
    }
  }

  /** Resolves when any draft has changed. */
  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const stops: (() => void)[] = []
      const finish = () => {
        for (const stop of stops) stop()
        resolve()
      }
      for (const { draft } of this.#shelved.values()) stops.push(draft.onState(finish))
    })
  }

  /** The draft of a record; call `release` when its pane goes. */
  open<Content extends DraftContent, Info>(kind: DraftKind<Content, Info>, id: RecordId): { draft: Draft<Content, Info>; release: () => void } {
    const shelved = this.#shelved.get(id) ?? this.#shelve(kind as unknown as DraftKind<DraftContent, unknown>, id)
    shelved.holders += 1
    return {
      draft: shelved.draft as unknown as Draft<Content, Info>,
      release: () => {
        shelved.holders -= 1
        // A field that goes while an input method is composing never says that the composition has ended.
        if (shelved.holders === 0) shelved.draft.compose(false)
        shelved.draft.flush()
        this.#closeWhereIdle(id, shelved)
      },
    }
  }

  /** The draft of a record that is held already: the first rendering of its pane can show it. */
  peek<Content extends DraftContent, Info>(_kind: DraftKind<Content, Info>, id: RecordId): Draft<Content, Info> | undefined {
    return this.#shelved.get(id)?.draft as unknown as Draft<Content, Info> | undefined
  }

  /** Gets a record's draft ready that will probably be opened: the pointer went down on it. */
  warm<Content extends DraftContent, Info>(kind: DraftKind<Content, Info>, id: RecordId): void {
    const { release } = this.open(kind, id)
    clock.after(warmMs, release)
  }

  /** Drafts of windows that ended before all was saved, for records that are not open here. */
  async leftBehind(): Promise<LeftDraft[]> {
    const storage = this.#openStorage()
    if (!storage) return []
    const alive = await aliveWindows()
    return storage.list().filter(({ window, record }) => (window === storage.window || !alive.has(window)) && !this.#shelved.has(record as RecordId))
  }

  #shelve(kind: DraftKind<DraftContent, unknown>, id: RecordId): Shelved {
    const draft = new Draft<DraftContent>({
      merges: kind.merges,
      send: (rev, changes) => kind.send(this.#client, id, rev, changes),
      clock,
      keep: (kept) => void this.#openStorage()?.keep(id, kept),
    })
    let isRestored = false
    const follow = () => {
      // Only now is it known which notebook this is, and so which kept drafts are meant.
      if (!isRestored && draft.state.phase !== 'loading') {
        isRestored = true
        void this.#restoreInto(draft, id)
      }
      useDrafts.getState().set(id, draft.state.isUnsent)
      this.#closeWhereIdle(id, shelved)
    }
    const stopListening = draft.onState(follow)
    let stopWatching: (() => void) | undefined
    const shelved: Shelved = {
      draft,
      holders: 0,
      close: () => {
        stopListening()
        stopWatching?.()
      },
    }
    this.#shelved.set(id, shelved)
    // Held while it begins: a record that is known already comes at once, and nobody holds its draft yet.
    shelved.holders += 1
    stopWatching = kind.watch(this.#client, id, (version) => draft.receive(version))
    shelved.holders -= 1
    return shelved
  }

  #closeWhereIdle(id: RecordId, shelved: Shelved): void {
    if (shelved.holders > 0 || shelved.draft.state.isUnsent || this.#shelved.get(id) !== shelved) return
    this.#shelved.delete(id)
    shelved.close()
  }

  async #restoreInto(draft: Draft<DraftContent>, id: RecordId): Promise<void> {
    const storage = this.#openStorage()
    const held = storage?.list().filter(({ record }) => record === id) ?? []
    // This window's own from before a reload, at once: the next keeping would overwrite it.
    for (const { window, kept } of held) if (window === storage?.window) draft.restore(kept)
    const others = held.filter(({ window }) => window !== storage?.window)
    if (others.length === 0) return
    const alive = await aliveWindows()
    const ended = others.filter(({ window }) => !alive.has(window))
    for (const { kept } of ended) draft.restore(kept)
    // The draft keeps them under this window's own name from now on.
    storage?.remove(ended)
  }

  #openStorage(): DraftStorage | undefined {
    const notebook = this.#client.state.notebook?.id
    if (notebook !== undefined) this.#storage ??= new DraftStorage(localStorage, notebook, windowName())
    return this.#storage
  }
}

const shelves = new WeakMap<NotebookClient, DraftShelf>()

export function shelfOf(client: NotebookClient): DraftShelf {
  let shelf = shelves.get(client)
  if (!shelf) {
    shelf = new DraftShelf(client)
    shelves.set(client, shelf)
  }
  return shelf
}

const lockPrefix = 'footing.window '

/** This window, as long as its tab lives. */
export function windowName(): string {
  return sessionStorage.getItem('footing.window') ?? 'window'
}

/** A lock lives exactly as long as its window: its absence says that a kept draft has nobody typing in it any more. */
function holdWindowLock(): void {
  void navigator.locks?.request(lockPrefix + windowName(), () => new Promise(() => {}))
}

export async function aliveWindows(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return new Set(held.flatMap(({ name }) => (name?.startsWith(lockPrefix) ? [name.slice(lockPrefix.length)] : [])))
}

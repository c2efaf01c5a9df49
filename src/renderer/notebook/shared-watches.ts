// Live queries that several parts of the window look at: each is asked of the host once, and may be asked for before anything shows it.

import type { NotebookClient, Watch, WatchedPage } from '../../core/contract/notebook-client.ts'
import type { QueryName, QueryParams, QueryRow } from '../../core/queries/queries.ts'
import type { RecordId } from '../../core/records/record-id.ts'

export type PageRange = { start: number; count: number }
export type SharedWatch<Name extends QueryName> = {
  /** What the host said last. */
  readonly latest: WatchedPage<QueryRow<Name>> | undefined
  /** Shows another page: in place where nobody else looks at this one, else in a watch of its own. */
  turnTo: (range: PageRange) => void
  close: () => void
}

/** The rail's counts, as one more thing to look at. */
export type Counts = ReadonlyMap<string, number>

type Entry<Value> = {
  key: string
  latest: Value | undefined
  listeners: Set<(value: Value) => void>
  watch: Watch | undefined
}

const books = new WeakMap<NotebookClient, SharedWatches>()

export function watchesOf(client: NotebookClient): SharedWatches {
  let book = books.get(client)
  if (!book) {
    book = new SharedWatches(client)
    books.set(client, book)
  }
  return book
}

/** One record at once where it is known, and after every change of it; returns how to stop. `undefined` where there is none. */
export function followRecord<Name extends 'insight' | 'report'>(
  client: NotebookClient,
  query: Name,
  id: RecordId,
  listener: (record: QueryRow<Name> | undefined) => void,
): () => void {
  const watch = watchesOf(client).open(query, JSON.stringify({ id }), { start: 0, count: 1 }, ({ rows: [record] }) => listener(record))
  if (watch.latest) listener(watch.latest.rows[0])
  return watch.close
}

/** `params` comes as its JSON, by which it is compared. */
class SharedWatches {
  readonly #client: NotebookClient
  readonly #entries = new Map<string, Entry<never>>()

  constructor(client: NotebookClient) {
    this.#client = client
  }

  /** What is known of this page already, so that the first rendering can show it. */
  peek<Name extends QueryName>(query: Name, params: string, range: PageRange): WatchedPage<QueryRow<Name>> | undefined {
    return this.#entries.get(keyOf(query, params, range))?.latest
  }

  peekCounts(): Counts | undefined {
    return this.#entries.get(countsKey)?.latest
  }

  open<Name extends QueryName>(
    query: Name,
    params: string,
    range: PageRange,
    listener: (page: WatchedPage<QueryRow<Name>>) => void,
  ): SharedWatch<Name> {
    type Page = WatchedPage<QueryRow<Name>>
    const begin = (shown: PageRange) => (told: (page: Page) => void) =>
      this.#client.watch(query, JSON.parse(params) as QueryParams<Name>, shown, told)
    let entry = this.#join(keyOf(query, params, range), begin(range), listener)
    return {
      get latest() {
        return entry.latest
      },
      turnTo: (next) => {
        const key = keyOf(query, params, next)
        if (key === entry.key) return
        const isShared = entry.listeners.size > 1 || this.#entries.has(key)
        if (!isShared) {
          this.#entries.delete(entry.key)
          entry.key = key
          entry.latest = undefined
          this.#entries.set(key, entry as unknown as Entry<never>)
          return entry.watch?.setPage(next.start, next.count)
        }
        const left = entry
        entry = this.#join(key, begin(next), listener)
        if (entry.latest) listener(entry.latest)
        this.#leave(left, listener)
      },
      close: () => this.#leave(entry, listener),
    }
  }

  openCounts(listener: (counts: Counts) => void): { close: () => void } {
    const entry = this.#join<Counts>(countsKey, (told) => this.#client.watchCounts(told), listener)
    if (entry.latest) listener(entry.latest)
    return { close: () => this.#leave(entry, listener) }
  }

  #join<Value>(key: string, begin: (told: (value: Value) => void) => Watch, listener: (value: Value) => void): Entry<Value> {
    let entry = this.#entries.get(key) as Entry<Value> | undefined
    if (!entry) {
      const fresh: Entry<Value> = { key, latest: undefined, listeners: new Set(), watch: undefined }
      this.#entries.set(key, fresh as unknown as Entry<never>)
      fresh.watch = begin((value) => {
        fresh.latest = value
        for (const each of fresh.listeners) each(value)
      })
      entry = fresh
    }
    entry.listeners.add(listener)
    return entry
  }

  #leave<Value>(entry: Entry<Value>, listener: (value: Value) => void): void {
    entry.listeners.delete(listener)
    if (entry.listeners.size > 0) return
    if (this.#entries.get(entry.key) === (entry as unknown as Entry<never>)) this.#entries.delete(entry.key)
    entry.watch?.close()
  }
}

const countsKey = 'counts'

function keyOf(query: QueryName, params: string, { start, count }: PageRange): string {
  return `${query} ${start}+${count} ${params}`
}

// The live queries and counts of one wire: built when watched, told of every commit, and sent as numbered differences.

import type { DownMessage, UpMessage } from '../../core/contract/messages.ts'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import { LiveQuery } from '../../core/queries/live-query.ts'
import { LiveTally } from '../../core/queries/live-tally.ts'
import { isQueryName, queryNamed, railTally } from '../../core/queries/queries.ts'
import type { Commit } from '../../core/store/change.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { Refusal, type RefusalValue } from '../../core/store/refusal.ts'
import { describeParseError } from './describe-parse-error.ts'

/** A window shows a dozen lists; one that asks for more than this has lost count of them. */
const maxWatched = 200

type Watched = { number: number; isDirty: boolean } & ({ kind: 'rows'; query: LiveQuery } | { kind: 'counts'; tally: LiveTally })
type Upward<Type extends UpMessage['type']> = Extract<UpMessage, { type: Type }>

export class WatchedQueries {
  readonly #notebook: NotebookView
  readonly #send: (message: DownMessage) => void
  readonly #onBug: (error: unknown) => void
  readonly #watched = new Map<string, Watched>()

  constructor(notebook: NotebookView, send: (message: DownMessage) => void, onBug: (error: unknown) => void) {
    this.#notebook = notebook
    this.#send = send
    this.#onBug = onBug
  }

  /** The whole page goes out at once as number 0. Watching again under the same id starts anew. */
  watch({ id, query: name, params, start, count }: Upward<'watch'>): void {
    if (!this.#hasRoom(id)) return
    this.#guarded(id, () => {
      if (!isQueryName(name)) throw new Refusal('invalid', `there is no query ${JSON.stringify(name)}`)
      const query = queryNamed(name)
      const parsed = readBySchema(query.params, params)
      if (!parsed.success) throw new Refusal('invalid', describeParseError(name, parsed.error))
      const live = new LiveQuery(query, this.#notebook, parsed.data, { start, count })
      this.#begin(id, { kind: 'rows', query: live, number: 0, isDirty: true })
    })
  }

  tally({ id }: Upward<'tally'>): void {
    if (!this.#hasRoom(id)) return
    this.#guarded(id, () => this.#begin(id, { kind: 'counts', tally: new LiveTally(railTally, this.#notebook), number: 0, isDirty: true }))
  }

  page({ id, start, count }: Upward<'page'>): void {
    const watched = this.#watched.get(id)
    if (watched?.kind === 'rows') {
      watched.query.setPage(start, count)
      this.#flushOne(id, watched)
    } else this.#refuse(id, { code: 'not-found', message: 'this list is not watched any more: watch it again' })
  }

  unwatch(id: string): void {
    this.#watched.delete(id)
  }

  clear(): void {
    this.#watched.clear()
  }

  /** Takes one commit in; true where `flush` has something to send. */
  note(commit: Commit): boolean {
    let isDirty = false
    for (const [id, watched] of this.#watched) {
      this.#guarded(id, () => {
        watched.isDirty = watched.kind === 'rows' ? watched.query.note(commit) : watched.tally.note(commit)
      })
      isDirty ||= watched.isDirty
    }
    return isDirty
  }

  flush(): void {
    for (const [id, watched] of this.#watched) if (watched.isDirty) this.#flushOne(id, watched)
  }

  #begin(id: string, watched: Watched): void {
    this.#watched.set(id, watched)
    this.#flushOne(id, watched)
  }

  #flushOne(id: string, watched: Watched): void {
    this.#guarded(id, () => {
      watched.isDirty = false
      if (watched.kind === 'rows') {
        const difference = watched.query.difference(watched.number === 0)
        if (difference) this.#send({ type: 'rows', id, number: watched.number++, ...difference })
      } else {
        const counts = watched.tally.difference(watched.number === 0)
        if (counts) this.#send({ type: 'counts', id, number: watched.number++, counts })
      }
    })
  }

  #hasRoom(id: string): boolean {
    this.#watched.delete(id)
    if (this.#watched.size < maxWatched) return true
    this.#refuse(id, { code: 'too-large', message: `a window can watch ${maxWatched} lists at once: close some` })
    return false
  }

  /** A row can need a body whose bytes are damaged: that costs this list, not the others. */
  #guarded(id: string, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#watched.delete(id)
      if (!(error instanceof Refusal)) this.#onBug(error)
      this.#refuse(id, error instanceof Refusal ? error.toValue() : { code: 'invalid', message: 'this list failed inside Footing' })
    }
  }

  #refuse(id: string, error: RefusalValue): void {
    this.#send({ type: 'refused', id, error })
  }
}

// Keeps the ordered records of one query through every commit, and tells what a window that shows a page of them must change.

import type { RecordId } from '../records/record-id.ts'
import type { HeadOf, TableName } from '../records/tables.ts'
import type { Commit, RecordChange } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { byText, type Query } from './define-query.ts'
import { matchingHeads } from './matching-heads.ts'

type Head = HeadOf<TableName>
type Row = { id: RecordId }

/** `ids` are the visible page in order; `rows` are those of them that the window has not got as they are now. */
export type QueryDifference = { total: number; start: number; ids: RecordId[]; rows: Row[] }

/** A page longer than this is never sent: a window shows at most some hundred rows. */
const maxPageSize = 500

/** Records that are kept in order beyond those of the page: as many removals cost no new selection. */
const spareCount = 500
/** A page that ends further down sorts the whole list, once (100,000 records: about 100 ms). */
const maxSelected = 5_000

/**
 * Cost: building is one walk over the table and a selection of its first records: `#near` is in order, `#far` holds the rest in none, as sorting
 * 100,000 records takes longer than reading them. A commit costs a binary search and one splice for each changed record that is near.
 */
export class LiveQuery {
  readonly #query: Query
  readonly #notebook: NotebookView
  readonly #params: unknown
  /** In order; every record here comes before every one that is far. */
  #near: Head[] = []
  /**
   * Far are the heads of `#rest` that come after `#bound` and whose id is not in `#moved`, and the heads of `#moved` itself. A Map of all would be
   * changed with less ado, but hashing 100,000 ids takes as long as walking their records.
   */
  #rest: Head[]
  #bound: Head | undefined
  readonly #moved = new Map<RecordId, Head | undefined>()
  #farCount: number
  #start: number
  #count: number
  #sent = new Map<RecordId, true>()
  #touched = new Set<RecordId>()
  #isDirty = true

  constructor(query: Query, notebook: NotebookView, params: unknown, page: { start: number; count: number }) {
    this.#query = query
    this.#notebook = notebook
    this.#params = params
    this.#start = page.start
    this.#count = Math.min(page.count, maxPageSize)
    this.#rest = matchingHeads(query, notebook, params)
    this.#farCount = this.#rest.length
  }

  /** Shows another page. */
  setPage(start: number, count: number): void {
    this.#start = start
    this.#count = Math.min(count, maxPageSize)
    this.#isDirty = true
  }

  /** Takes in one commit; true where the window may have something to hear. */
  note(commit: Commit): boolean {
    for (const change of commit.changes) {
      if ((this.#query.tables as readonly TableName[]).includes(change.table)) this.#move(change)
      for (const id of this.#query.affects?.(change, this.#notebook, this.#params) ?? []) this.#touch(id)
    }
    return this.#isDirty
  }

  /** What has changed for the window since the last call; undefined where nothing has. `isWhole` sends every row of the page again. */
  difference(isWhole = false): QueryDifference | undefined {
    if (!this.#isDirty && !isWhole) return undefined
    const heads = this.#page()
    const rows: Row[] = []
    const sent = new Map<RecordId, true>()
    for (const head of heads) {
      const isKnown = !isWhole && this.#sent.has(head.id) && !this.#touched.has(head.id)
      if (!isKnown) rows.push(this.#query.row(this.#notebook, head as never, this.#params))
      sent.set(head.id, true)
    }
    this.#sent = sent
    this.#touched.clear()
    this.#isDirty = false
    return { total: this.#near.length + this.#farCount, start: this.#start, ids: heads.map((head) => head.id), rows }
  }

  #matches(head: Head | undefined): head is Head {
    return head !== undefined && this.#query.where(head as never, this.#params)
  }

  #compare = (one: Head, other: Head): number => this.#query.order(one as never, other as never, this.#params) || byText(one.id, other.id)

  #page(): Head[] {
    const end = this.#start + this.#count
    if (this.#near.length < end && this.#farCount > 0) this.#bringNear(end)
    return this.#near.slice(this.#start, end)
  }

  /** Moves the next records in order from far to near, so that at least `end` are there if the list is that long. */
  #bringNear(end: number): void {
    const count = end - this.#near.length + spareCount
    const far = this.#farHeads()
    const isWhole = end > maxSelected || count * 8 > far.length
    const nearer = isWhole ? far.sort(this.#compare) : this.#firstOf(far, count)
    this.#near = this.#near.length === 0 ? nearer : this.#near.concat(nearer)
    this.#rest = isWhole ? [] : far
    this.#bound = nearer.at(-1)
    this.#moved.clear()
    this.#farCount = far.length - nearer.length
  }

  #farHeads(): Head[] {
    const bound = this.#bound
    if (!bound && this.#moved.size === 0) return this.#rest
    const far = this.#rest.filter((head) => (!bound || this.#compare(bound, head) < 0) && !(this.#moved.size > 0 && this.#moved.has(head.id)))
    for (const head of this.#moved.values()) if (head) far.push(head)
    return far
  }

  /** The first `count` in order without sorting the rest: twice as many are gathered, sorted and halved; the last of them turns most others away. */
  #firstOf(heads: readonly Head[], count: number): Head[] {
    const first: Head[] = []
    let last: Head | undefined
    // Backwards, as tables hold the oldest records first and lists show the newest: so the first that are gathered turn away nearly all.
    for (let index = heads.length - 1; index >= 0; index -= 1) {
      const head = heads[index] as Head
      if (last && this.#compare(last, head) < 0) continue
      if (first.push(head) < count * 2) continue
      first.sort(this.#compare)
      first.length = count
      last = first.at(-1)
    }
    return first.sort(this.#compare).slice(0, count)
  }

  #move({ id, before, after }: RecordChange): void {
    if (this.#matches(before as Head | undefined)) {
      this.#takeOut(before as Head)
      this.#isDirty = true
    }
    if (this.#matches(after as Head | undefined)) {
      this.#putIn(after as Head)
      this.#isDirty = true
    }
    this.#touch(id)
  }

  #takeOut(head: Head): void {
    const position = positionIn(this.#near, head, this.#compare)
    if (this.#near[position]?.id === head.id) this.#near.splice(position, 1)
    else {
      this.#moved.set(head.id, undefined)
      this.#farCount -= 1
    }
  }

  #putIn(head: Head): void {
    const last = this.#near.at(-1)
    if (this.#farCount > 0 && (!last || this.#compare(last, head) < 0)) {
      this.#moved.set(head.id, head)
      this.#farCount += 1
    } else this.#near.splice(positionIn(this.#near, head, this.#compare), 0, head)
  }

  #touch(id: RecordId): void {
    if (!this.#sent.has(id)) return
    this.#touched.add(id)
    this.#isDirty = true
  }
}

/** Where `head` is, or belongs, in a sorted list. */
function positionIn(sorted: readonly Head[], head: Head, compare: (one: Head, other: Head) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(sorted[middle] as Head, head) < 0) low = middle + 1
    else high = middle
  }
  return low
}

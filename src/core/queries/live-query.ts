// Keeps the ordered records of one query through every commit, and tells what a window that shows a page of them must change.

import type { RecordId } from '../records/record-id.ts'
import type { HeadOf, TableName } from '../records/tables.ts'
import type { Commit, RecordChange } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { byText, type Query } from './define-query.ts'

type Head = HeadOf<TableName>
type Row = { id: RecordId }

/** `ids` are the visible page in order; `rows` are those of them that the window has not got as they are now. */
export type QueryDifference = { total: number; start: number; ids: RecordId[]; rows: Row[] }

/** A page longer than this is never sent: a window shows at most some hundred rows. */
export const maxPageSize = 500

/**
 * Cost: building is one walk over the table and, for the first page, a selection of its top rows (the sort waits until a commit or a later page
 * needs it: sorting 100,000 records takes longer than reading them). A commit costs a binary search and one splice per changed record.
 */
export class LiveQuery {
  readonly #query: Query
  readonly #notebook: NotebookView
  readonly #params: unknown
  #ordered: Head[]
  #isSorted = false
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
    this.#ordered = this.#matching()
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
    return { total: this.#ordered.length, start: this.#start, ids: heads.map((head) => head.id), rows }
  }

  #matches(head: Head | undefined): head is Head {
    return head !== undefined && this.#query.where(head as never, this.#params)
  }

  #matching(): Head[] {
    const matching: Head[] = []
    const add = (head: Head | undefined) => {
      if (this.#matches(head)) matching.push(head)
    }
    if (this.#query.candidates) for (const head of this.#query.candidates(this.#notebook, this.#params)) add(head)
    else for (const table of this.#query.tables) for (const head of this.#notebook.heads(table)) add(head)
    return matching
  }

  #compare = (one: Head, other: Head): number => this.#query.order(one as never, other as never, this.#params) || byText(one.id, other.id)

  #sort(): void {
    if (this.#isSorted) return
    this.#ordered.sort(this.#compare)
    this.#isSorted = true
  }

  #page(): Head[] {
    const end = this.#start + this.#count
    if (!this.#isSorted && end <= maxPageSize && end * 8 < this.#ordered.length) return this.#top(end).slice(this.#start)
    this.#sort()
    return this.#ordered.slice(this.#start, end)
  }

  /** The first `count` in order without sorting the rest: a binary insert into a short list, for most records one comparison. */
  #top(count: number): Head[] {
    const top: Head[] = []
    for (const head of this.#ordered) {
      const last = top[count - 1]
      if (last && this.#compare(last, head) < 0) continue
      top.splice(positionIn(top, head, this.#compare), 0, head)
      if (top.length > count) top.pop()
    }
    return top
  }

  #move({ id, before, after }: RecordChange): void {
    this.#sort()
    if (this.#matches(before as Head | undefined)) {
      const position = positionIn(this.#ordered, before as Head, this.#compare)
      if (this.#ordered[position]?.id === id) this.#ordered.splice(position, 1)
      this.#isDirty = true
    }
    if (this.#matches(after as Head | undefined)) {
      this.#ordered.splice(positionIn(this.#ordered, after as Head, this.#compare), 0, after as Head)
      this.#isDirty = true
    }
    this.#touch(id)
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

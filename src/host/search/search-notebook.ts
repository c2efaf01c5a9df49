// Search by substring over everything: no index, so that one Chinese character is found as surely as a word, and nothing can be out of date.

import type { QuestionAnswers, SearchHit } from '../../core/contract/questions.ts'
import { findNeedle, makeNeedle, mayHold, type Needle } from '../../core/finding/needle.ts'
import { byText } from '../../core/queries/define-query.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { HeadOf } from '../../core/records/tables.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { Breather } from '../storage/breather.ts'
import { NewestFirst } from './newest-first.ts'
import { ranks, type SearchedTable, searchedRecord, searchedTables } from './searched-fields.ts'
import { snippetAt } from './snippet.ts'

export type SearchRequest = { query: string; limit: number; tables?: readonly SearchedTable[] | undefined }
type SearchedNotebook = Pick<NotebookHost, 'view' | 'readText' | 'scanBodies'>
type RankedHit = { rank: number; updatedAt: string; id: RecordId; start: number; hit: SearchHit }

/** Common words are found among the newest notes: only rare ones cost a walk over all. */
const newestBodies = 1_000
/** Further matches in one long text are found by its own search. */
const maxPlacesInText = 3
/** A reading text longer than this is read off the event loop. */
const shortText = 65_536

/**
 * One hit for a record, for its best field; up to three for the text of a source. Titles first, then quotes, details and bodies, each newest
 * first. Never holds the event loop for longer than 8 ms; rejects with the signal's reason once it is aborted.
 */
export async function searchNotebook(notebook: SearchedNotebook, request: SearchRequest, signal?: AbortSignal): Promise<QuestionAnswers['search']> {
  const needle = makeNeedle(request.query)
  if (!needle) return { hits: [], isComplete: true }
  const search = new Search(notebook, needle, request.tables ?? searchedTables, request.limit, signal)
  return search.run()
}

class Search {
  readonly #notebook: SearchedNotebook
  readonly #needle: Needle
  readonly #tables: ReadonlySet<SearchedTable>
  readonly #limit: number
  readonly #signal: AbortSignal | undefined
  readonly #breather = new Breather()
  readonly #found = new Map<RecordId, true>()
  #hits: RankedHit[] = []

  constructor(notebook: SearchedNotebook, needle: Needle, tables: readonly SearchedTable[], limit: number, signal: AbortSignal | undefined) {
    this.#notebook = notebook
    this.#needle = needle
    this.#tables = new Set(tables)
    this.#limit = limit
    this.#signal = signal
  }

  async run(): Promise<QuestionAnswers['search']> {
    for (const table of searchedTables) if (this.#tables.has(table)) await this.#searchHeads(table)
    if (this.#hits.length <= this.#limit) {
      if (this.#tables.has('sources')) await this.#searchTexts()
      if (this.#tables.has('insights')) await this.#searchBodies()
    }
    this.#keepBest()
    return { hits: this.#hits.slice(0, this.#limit).map(({ hit }) => hit), isComplete: this.#hits.length <= this.#limit }
  }

  async #searchHeads(table: SearchedTable): Promise<void> {
    for (const head of this.#notebook.view.heads(table)) {
      if (this.#breather.isDue) await this.#pause()
      // A record that left and came back while this walk was under way comes twice.
      const record = this.#found.has(head.id) ? undefined : searchedRecord(this.#notebook.view, table, head)
      if (!record) continue
      for (const { name, text, rank, offset } of record.fields) {
        const range = findNeedle(text, this.#needle)
        if (!range) continue
        const { id, title, source, citekey } = record
        this.#add(rank, record.updatedAt, {
          table,
          id,
          title,
          field: name,
          ...snippetAt(text, range.start, range.end),
          ...(offset === undefined ? {} : { start: offset + range.start, end: offset + range.end }),
          ...(source === undefined ? {} : { source }),
          ...(citekey === undefined ? {} : { citekey }),
        })
        break
      }
    }
  }

  async #searchTexts(): Promise<void> {
    for (const source of this.#notebook.view.heads('sources')) {
      await this.#pause()
      const text = source.revisions.at(-1)?.text
      if (source.removedAt !== undefined || !text) continue
      const readingText = await this.#readingText(text)
      let from = 0
      for (let place = 0; readingText !== undefined && place < maxPlacesInText; place += 1) {
        const range = findNeedle(readingText, this.#needle, from)
        if (!range) break
        const { id, title, citekey, updatedAt } = source
        this.#add(ranks.body, updatedAt, {
          table: 'sources',
          id,
          title,
          field: 'text',
          ...snippetAt(readingText, range.start, range.end),
          ...range,
          source: id,
          citekey,
        })
        from = range.end
      }
    }
  }

  async #readingText(text: RecordId<'text'>): Promise<string | undefined> {
    const { view } = this.#notebook
    if ((view.head('texts', text)?.readingLength ?? 0) <= shortText) return view.readingText(text)
    return (await this.#notebook.readText(text))?.readingText
  }

  async #searchBodies(): Promise<void> {
    const newest = new NewestFirst<HeadOf<'insights'>>(newestBodies)
    for (const insight of this.#notebook.view.heads('insights')) {
      if (this.#breather.isDue) await this.#pause()
      if (this.#isOpen(insight)) newest.add(insight)
    }
    const looked = new Set<RecordId>()
    for (const { id } of newest.items) {
      if (this.#breather.isDue) await this.#pause()
      const body = this.#bodyOf(id)
      if (body !== undefined) this.#searchBody(id, body)
      looked.add(id)
    }
    const horizon = newest.isFull ? newest.items.at(-1) : undefined
    if (!horizon || this.#hits.filter((hit) => hit.rank < ranks.body || hit.updatedAt >= horizon.updatedAt).length > this.#limit) return
    for await (const { id, body } of this.#notebook.scanBodies()) {
      if (this.#breather.isDue) await this.#pause()
      // Most bodies are passed over here: nothing but the check above is done for them.
      if (mayHold(body, this.#needle) && !looked.has(id)) this.#searchBody(id, body)
    }
  }

  #isOpen(insight: HeadOf<'insights'> | undefined): insight is HeadOf<'insights'> {
    return insight !== undefined && insight.removedAt === undefined && !this.#found.has(insight.id)
  }

  #searchBody(id: RecordId<'insight'>, body: string): void {
    const range = findNeedle(body, this.#needle)
    const insight = range && this.#notebook.view.head('insights', id)
    if (!range || !this.#isOpen(insight)) return
    this.#add(ranks.body, insight.updatedAt, {
      table: 'insights',
      id,
      title: insight.title,
      field: 'body',
      ...snippetAt(body, range.start, range.end),
    })
  }

  /** A damaged body holds nothing that could be shown; the audit of the notebook names it. */
  #bodyOf(id: RecordId<'insight'>): string | undefined {
    try {
      return this.#notebook.view.get('insights', id)?.body
    } catch {
      return undefined
    }
  }

  #add(rank: number, updatedAt: string, hit: SearchHit): void {
    this.#found.set(hit.id, true)
    this.#hits.push({ rank, updatedAt, id: hit.id, start: hit.start ?? 0, hit })
    if (this.#hits.length > this.#limit * 8 + 1_000) this.#keepBest()
  }

  /** One more than the limit: it tells that there are more. */
  #keepBest(): void {
    this.#hits.sort(
      (one, other) => one.rank - other.rank || byText(other.updatedAt, one.updatedAt) || byText(one.id, other.id) || one.start - other.start,
    )
    this.#hits.length = Math.min(this.#hits.length, this.#limit + 1)
  }

  async #pause(): Promise<void> {
    this.#signal?.throwIfAborted()
    await this.#breather.pause()
    this.#signal?.throwIfAborted()
  }
}

// What the citations and wikilinks of the note in sight lead to: asked for in batches, remembered, and asked again when the notebook has changed.

import type { NotebookClient } from '../../../core/contract/notebook-client.ts'
import type { ResolvedCitation } from '../../../core/contract/questions.ts'
import type { CitationItem } from '../../../core/markdown/citation-syntax.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { titleKey } from '../../../core/records/tables.ts'

const askAfterMs = 30
const askAgainAfterMs = 1_000
/** The most that one question takes. */
const batchSize = 5_000

/** `undefined`: not known yet; `null`: leads nowhere. */
type Known<Value> = Value | null | undefined

export class LinkBook {
  readonly #client: Pick<NotebookClient, 'ask' | 'state' | 'onState'>
  readonly #citations = new Map<string, { item: CitationItem; answer: Known<ResolvedCitation> }>()
  readonly #insights = new Map<string, { title: string; answer: Known<RecordId<'insight'>> }>()
  readonly #listeners = new Set<() => void>()
  readonly #stopFollowing: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #seq: number

  constructor(client: Pick<NotebookClient, 'ask' | 'state' | 'onState'>) {
    this.#client = client
    this.#seq = client.state.seq
    this.#stopFollowing = client.onState(() => {
      if (client.state.seq === this.#seq) return
      this.#seq = client.state.seq
      this.#timer ??= setTimeout(() => void this.#ask(true), askAgainAfterMs)
    })
  }

  /** The answer as far as it is known; asking for it makes it known soon. */
  citation(item: CitationItem): Known<ResolvedCitation> {
    const key = citationKey(item.citekey, item.highlight)
    const known = this.#citations.get(key)
    if (known) return known.answer
    this.#citations.set(key, { item, answer: undefined })
    this.#askSoon()
    return undefined
  }

  insight(title: string): Known<RecordId<'insight'>> {
    const key = titleKey(title)
    const known = this.#insights.get(key)
    if (known) return known.answer
    this.#insights.set(key, { title, answer: undefined })
    this.#askSoon()
    return undefined
  }

  /** Called when an answer came or became another. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#stopFollowing()
    clearTimeout(this.#timer)
    this.#listeners.clear()
  }

  #askSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(false), askAfterMs)
  }

  async #ask(isAll: boolean): Promise<void> {
    this.#timer = undefined
    const citations = [...this.#citations.values()].filter(({ answer }) => isAll || answer === undefined).slice(0, batchSize)
    const insights = [...this.#insights.values()].filter(({ answer }) => isAll || answer === undefined).slice(0, batchSize)
    if (citations.length === 0 && insights.length === 0) return
    const answer = await this.#client.ask('resolve', {
      citations: citations.map(({ item: { citekey, highlight } }) => (highlight === undefined ? { citekey } : { citekey, highlight })),
      titles: insights.map(({ title }) => title),
    })
    if (!answer.ok) return
    const found = new Map(answer.value.citations.map((citation) => [citationKey(citation.citekey, citation.number), citation]))
    const titles = new Map(answer.value.insights.map(({ title, id }) => [titleKey(title), id]))
    let isChanged = false
    for (const entry of citations) {
      const answered = found.get(citationKey(entry.item.citekey, entry.item.highlight)) ?? null
      // A number whose highlight is gone leads nowhere, though its source is still there.
      const resolved = answered && answered.number !== undefined && answered.highlight === undefined ? null : answered
      if (JSON.stringify(resolved) !== JSON.stringify(entry.answer)) isChanged = true
      entry.answer = resolved
    }
    for (const entry of insights) {
      const id = titles.get(titleKey(entry.title)) ?? null
      if (id !== entry.answer) isChanged = true
      entry.answer = id
    }
    if (isChanged) for (const listener of this.#listeners) listener()
  }
}

function citationKey(citekey: string, number: number | undefined): string {
  return `${citekey}#${number ?? ''}`
}

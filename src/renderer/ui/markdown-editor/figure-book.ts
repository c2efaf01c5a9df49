// What the figures of the note in sight have to do with its passages: asked for block by block, remembered, and asked again when the notebook has changed.

import type { ProseBlock } from '../../../core/audit/prose-blocks.ts'
import type { NotebookClient } from '../../../core/contract/notebook-client.ts'
import type { CitationItem } from '../../../core/markdown/citation-syntax.ts'
import type { FigureMark } from '../../../core/prose-figures/figure-mark.ts'
import type { RecordId } from '../../../core/records/record-id.ts'

const askAgainAfterMs = 1_000
/** Blocks of texts that were typed over: more than a long note has. */
const mostRemembered = 2_000
const mostAtOnce = 500

type Known = { block: ProseBlock; marks: readonly FigureMark[] | undefined; isStale: boolean }

export class FigureBook {
  readonly #client: Pick<NotebookClient, 'ask' | 'state' | 'onState'>
  readonly #insight: RecordId<'insight'>
  readonly #known = new Map<string, Known>()
  readonly #listeners = new Set<() => void>()
  readonly #stopFollowing: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #seq: number

  constructor(client: Pick<NotebookClient, 'ask' | 'state' | 'onState'>, insight: RecordId<'insight'>) {
    this.#client = client
    this.#insight = insight
    this.#seq = client.state.seq
    this.#stopFollowing = client.onState(() => {
      if (client.state.seq === this.#seq) return
      this.#seq = client.state.seq
      this.#timer ??= setTimeout(() => this.#askAgain(), askAgainAfterMs)
    })
  }

  /** Of each block in its order, undefined where it is not known yet. `citations` is everything that the note cites. */
  marks(blocks: readonly ProseBlock[], citations: readonly CitationItem[]): (readonly FigureMark[] | undefined)[] {
    const cited = JSON.stringify(citations)
    const keys = blocks.map((block) => `${cited}\n${JSON.stringify(block)}`)
    const wanted = blocks.flatMap((block, index): [string, ProseBlock][] => {
      const known = this.#known.get(keys[index] as string)
      return known && !known.isStale ? [] : [[keys[index] as string, block]]
    })
    if (wanted.length > 0) void this.#ask(wanted, citations)
    return keys.map((key) => this.#known.get(key)?.marks)
  }

  /** Called when an answer came, and when the answers may have become others. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#stopFollowing()
    clearTimeout(this.#timer)
    this.#listeners.clear()
  }

  #askAgain(): void {
    this.#timer = undefined
    for (const known of this.#known.values()) known.isStale = true
    for (const listener of this.#listeners) listener()
  }

  async #ask(wanted: readonly (readonly [string, ProseBlock])[], citations: readonly CitationItem[]): Promise<void> {
    const asked = wanted.slice(0, mostAtOnce)
    for (const [key, block] of asked) this.#known.set(key, { block, marks: this.#known.get(key)?.marks, isStale: false })
    const answer = await this.#client.ask('figures.check', {
      insight: this.#insight,
      blocks: asked.map(([, block]) => block),
      citations: citations.slice(0, 5_000),
    })
    if (!answer.ok) return
    let isChanged = false
    for (const [index, [key, block]] of asked.entries()) {
      const marks = answer.value.blocks[index] ?? []
      if (JSON.stringify(marks) !== JSON.stringify(this.#known.get(key)?.marks)) isChanged = true
      this.#known.delete(key)
      this.#known.set(key, { block, marks, isStale: false })
    }
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostRemembered) break
      this.#known.delete(oldest)
    }
    if (isChanged) for (const listener of this.#listeners) listener()
  }
}

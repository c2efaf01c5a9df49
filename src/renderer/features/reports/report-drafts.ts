// The texts of a report as drafts: its title and subtitle, and each heading, prose and caption by its key.

import type { NotebookClient } from '../../../core/contract/notebook-client.ts'
import type { QueryRow } from '../../../core/queries/queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import type { DraftAnswer, RecordVersion } from '../../notebook/draft.ts'
import type { DraftKind } from '../../notebook/draft-kinds.ts'
import { followRecord } from '../../notebook/shared-watches.ts'

export type Texts = { title: string; subtitle: string }

export const reportTextsDraft: DraftKind<Texts, undefined> = {
  merges: { title: 'text', subtitle: 'text' },
  send: async (client: NotebookClient, id, rev, changes) => {
    const answer = await client.send('report.revise', { id: id as RecordId<'report'>, rev, ...changes })
    return answer.ok ? { ok: true, rev: answer.result.rev } : answer
  },
  watch: (client, id, listener) =>
    followRecord(client, 'report', id, (report) =>
      listener(report ? { rev: report.rev, content: { title: report.title, subtitle: report.subtitle }, info: undefined } : null),
    ),
}

export type ItemText = { text: string }
export type SaveItem = (item: OutlineItem) => Promise<DraftAnswer>

/** The name under which an item's unsent typing is kept. Ids hold no spaces, so neither may this. */
export function itemDraftId(report: RecordId<'report'>, key: string): RecordId<'report'> {
  return `${report}/${encodeURIComponent(key)}`
}

/**
 * One report as its items' drafts see it: a watch of its own for each of hundreds of items would send the whole outline as many times.
 * `save` gets the newest item of a key with the text replaced, so that an unsent text and a change of level survive each other.
 */
export class ReportFeed {
  readonly #listeners = new Map<string, Set<(version: RecordVersion<ItemText, undefined>) => void>>()
  readonly #newest = new Map<string, OutlineItem>()
  #report: QueryRow<'report'>
  #save: SaveItem = async () => ({ ok: false, error: { code: 'closed', message: 'this report is not open' } })

  constructor(report: QueryRow<'report'>) {
    this.#report = report
  }

  /** `items` are the report's with this window's unanswered edits. */
  update(report: QueryRow<'report'>, items: readonly OutlineItem[], save: SaveItem): void {
    this.#save = save
    for (const item of items) this.#newest.set(item.key, item)
    if (report === this.#report) return
    this.#report = report
    for (const item of report.outline) {
      const version = this.#versionOf(item)
      if (version) for (const listener of this.#listeners.get(item.key) ?? []) listener(version)
    }
  }

  draftOf(key: string): DraftKind<ItemText, undefined> {
    return {
      merges: { text: 'text' },
      send: async (_client, _id, rev, { text }) => {
        const item = this.#newest.get(key)
        return item && text !== undefined ? this.#save(withText(item, text)) : { ok: true, rev }
      },
      watch: (_client, _id, listener) => {
        const listeners = this.#listeners.get(key) ?? new Set()
        this.#listeners.set(key, listeners.add(listener))
        const item = this.#report.outline.find((one) => one.key === key) ?? this.#newest.get(key)
        const version = item && this.#versionOf(item)
        if (version) listener(version)
        return () => void listeners.delete(listener)
      },
    }
  }

  #versionOf(item: OutlineItem): RecordVersion<ItemText, undefined> | undefined {
    if (item.type === 'insight') return undefined
    return { rev: this.#report.rev, content: { text: textOf(item) }, info: undefined }
  }
}

function textOf(item: Exclude<OutlineItem, { type: 'insight' }>): string {
  if (item.type === 'heading') return item.text
  return item.type === 'chart' ? item.caption : item.markdown
}

function withText(item: OutlineItem, text: string): OutlineItem {
  if (item.type === 'heading') return { ...item, text }
  if (item.type === 'chart') return { ...item, caption: text }
  return item.type === 'prose' ? { ...item, markdown: text } : item
}

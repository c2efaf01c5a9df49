// Insights dragged out of the list: inside the window as records, in other programs as the Markdown of their notes.

import type { DragEvent } from 'react'
import type { NotebookClient } from '../../../core/contract/notebook-client.ts'
import type { InsightRow } from '../../../core/queries/insight-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { referenceTo } from '../../notebook/export-insights.ts'
import { startRecordDrag } from '../../ui/drag-data.ts'

/** More notes than this are dragged out as links: nobody drops a book on a mail. */
const maxNotes = 50

let fetched: { key: string; text: string; html: string } | undefined

/** A press this long is no click. */
const holdMs = 80

/** A drag must have its data the moment it begins, so the notes are fetched when a pressed pointer stays or moves; a click needs none of it. */
export function prepareDrag(client: NotebookClient, ids: readonly RecordId<'insight'>[]): void {
  const stop = () => {
    clearTimeout(timer)
    removeEventListener('pointermove', begin)
    removeEventListener('pointerup', stop)
    removeEventListener('pointercancel', stop)
  }
  const begin = () => {
    stop()
    void fetchForDrag(client, ids)
  }
  const timer = setTimeout(begin, holdMs)
  addEventListener('pointermove', begin)
  addEventListener('pointerup', stop)
  addEventListener('pointercancel', stop)
}

async function fetchForDrag(client: NotebookClient, ids: readonly RecordId<'insight'>[]): Promise<void> {
  const key = ids.join(' ')
  if (ids.length === 0 || ids.length > maxNotes) return
  const [answer, { renderMarkdown }, { sanitise }] = await Promise.all([
    client.ask('export.markdown', { insights: [...ids] }),
    import('../../../core/markdown/render-markdown.ts'),
    import('../../ui/sanitise.ts'),
  ])
  if (!answer.ok) return
  const { markdown } = answer.value
  fetched = { key, text: markdown, html: String(sanitise(renderMarkdown(markdown).html)) }
}

export function startInsightDrag(event: DragEvent, ids: readonly RecordId<'insight'>[], loaded: readonly InsightRow[]): void {
  const titles = new Map(loaded.map(({ id, title }) => [id, title]))
  const records = ids.map((id) => ({ id, title: titles.get(id) ?? '' }))
  const links = records.map(referenceTo).filter((link) => link !== '')
  const outside = fetched?.key === ids.join(' ') ? fetched : { text: links.join('\n') }
  startRecordDrag(event.dataTransfer, { kind: 'insight', records }, outside)
}

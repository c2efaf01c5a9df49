// What `version.restore` needs of the past: the record as it was then, and, where it was deleted for good, what hung on it.

import { commands } from '../../core/commands/commands.ts'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { type AnyRecord, type RecordOf, type TableName, tableOf } from '../../core/records/tables.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import type { RecordHistory } from '../history/record-history.ts'

export type PastView = { view: NotebookView; close: () => Promise<void> }

type Notebook = { view: NotebookView; history: RecordHistory; openPast: (moment: { seq: number }) => Promise<PastView> }

/** Undefined for every other command, and for input that does not fit: the queue refuses that in its words. */
export function collectPast(notebook: Notebook, command: string, input: unknown): Promise<AnyRecord[]> | undefined {
  if (command !== 'version.restore') return undefined
  const parsed = readBySchema(commands['version.restore'].schema, input)
  return parsed.success ? collect(notebook, parsed.data) : undefined
}

async function collect({ view, history, openPast }: Notebook, { id, seq }: { id: RecordId; seq: number }): Promise<AnyRecord[]> {
  const record = await history.at(id, seq)
  if (!record) return []
  if (view.head(tableOf(id), id)) return [record]
  const past = await openPast({ seq })
  try {
    return await withDependents(past.view, history, record)
  } finally {
    await past.close()
  }
}

/** In the order in which they can come back: texts, the source, its highlights, evidence and figures. Of the trash of that time nothing comes along. */
async function withDependents(past: NotebookView, history: RecordHistory, record: AnyRecord): Promise<AnyRecord[]> {
  const { id } = record
  const isThere = (each: { removedAt?: string | undefined }) => each.removedAt === undefined
  switch (tableOf(id)) {
    case 'insights':
      return [record, ...past.by('evidenceByInsight', id).filter(isThere)]
    case 'highlights':
      return [record, ...past.by('evidenceByHighlight', id).filter(isThere)]
    case 'sources': {
      const source = record as RecordOf<'sources'>
      const texts = source.revisions.flatMap(({ text }) => past.get('texts', text) ?? [])
      const grown = { ...source, nextHighlight: await lastNumber(history, source) }
      const highlights = past.by('highlightsBySource', id).filter(isThere)
      const evidence = past.by('evidenceBySource', id).filter(isThere)
      const figures = past.by('figuresBySource', id).filter(isThere)
      return [...texts, grown, ...highlights, ...evidence, ...figures].map((each) =>
        each.id === id ? grown : (past.get(tableOf(each.id), each.id) as AnyRecord),
      )
    }
    default:
      return [record]
  }
}

/** Highlights that were made after that version had numbers too: a number once given is never given again. */
async function lastNumber(history: RecordHistory, { id, nextHighlight }: { id: RecordId; nextHighlight: number }): Promise<number> {
  const last = (await history.versions(id)).findLast(({ state }) => state !== 'gone')
  const record = last && ((await history.at(id, last.seq)) as RecordOf<TableName & 'sources'> | null | undefined)
  return Math.max(nextHighlight, record?.nextHighlight ?? 1)
}

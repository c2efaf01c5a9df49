// What would have to change for the notebook to be as a backup has it: compared by heads first, so that only what differs is read whole.

import type { RecordId } from '../../core/records/record-id.ts'
import { tableNames } from '../../core/records/tables.ts'
import { type StoredRecord, toRecord } from '../../core/store/stored-record.ts'
import type { Tables } from '../../core/store/tables.ts'
import type { BroughtRecords } from '../../core/store/transaction.ts'
import { Breather } from '../storage/breather.ts'
import type { OpenedBackup } from './open-backup.ts'

type Wish = {
  /** These records alone, and nothing is removed. */
  only?: ReadonlySet<RecordId> | undefined
  /** Insights whose bodies cannot be read now: they differ, whatever their heads say. */
  damaged: ReadonlySet<RecordId>
}

/** In slices. A body that is damaged in the backup too stays as it is now, and is named in `unreadable`. */
export async function readPast(tables: Tables, backup: OpenedBackup, { only, damaged }: Wish): Promise<BroughtRecords & { unreadable: RecordId[] }> {
  const past: BroughtRecords & { unreadable: RecordId[] } = { put: [], remove: [], unreadable: [] }
  const breather = new Breather()
  for (const table of tableNames) {
    const held = backup.document.tables.get(table) ?? new Map<RecordId, StoredRecord>()
    for (const [id, stored] of held) {
      if (breather.isDue) await breather.pause()
      if (only && !only.has(id)) continue
      const now = tables.head(table, id)
      if (now && !damaged.has(id) && isSameRevision(now, stored)) continue
      const body = (stored as { body?: unknown }).body
      if (typeof body === 'number' && backup.bodyFiles.tryRead(body, id) === undefined) {
        past.unreadable.push(id)
        continue
      }
      past.put.push({ table, record: toRecord(stored, (reference, insight) => backup.bodyFiles.read(reference, insight)) })
    }
    if (only) continue
    for (const { id } of tables.heads(table)) {
      if (breather.isDue) await breather.pause()
      if (!held.has(id)) past.remove.push({ table, id })
    }
  }
  return past
}

/** A record gets a new revision with every change; two histories that parted can meet at a number, but not in the same millisecond. */
function isSameRevision(now: object, then: object): boolean {
  const [one, other] = [now, then] as { rev: number; updatedAt: string }[]
  return one?.rev === other?.rev && one?.updatedAt === other?.updatedAt
}

// Search hits as they are shown: by kind, within a kind by record, in the order in which the host ranked them.

import type { SearchHit } from '../../../core/contract/questions.ts'
import type { RecordId } from '../../../core/records/record-id.ts'

/** What the window can open; entities have no place of their own in it yet. */
export const searchedTables = ['insights', 'highlights', 'sources', 'reports'] as const
type SearchedTable = (typeof searchedTables)[number]

export type FoundRecord = { id: RecordId; title: string; hits: SearchHit[] }
export type HitGroup = { table: SearchedTable; records: FoundRecord[] }

/** Groups without a hit are left out. */
export function groupHits(hits: readonly SearchHit[]): HitGroup[] {
  return searchedTables.flatMap((table) => {
    const records = new Map<RecordId, FoundRecord>()
    for (const hit of hits) {
      if (hit.table !== table) continue
      const record = records.get(hit.id)
      if (record) record.hits.push(hit)
      else records.set(hit.id, { id: hit.id, title: hit.title, hits: [hit] })
    }
    return records.size === 0 ? [] : [{ table, records: [...records.values()] }]
  })
}

// Tables in memory and records for them, for tests of what stands on them.

import type { Evidence } from '../../../src/core/records/evidence.ts'
import type { Insight } from '../../../src/core/records/insight.ts'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import type { RecordChange } from '../../../src/core/store/change.ts'
import { emptyTableMaps, Tables } from '../../../src/core/store/tables.ts'

export const at = '2026-01-01T00:00:00.000Z'

export function madeInsight(name: string, fields: Partial<Insight> = {}): Insight {
  const fixed = { rev: 1, createdSeq: 1, createdAt: at, updatedAt: at, kind: 'fact', status: 'draft', confidence: 'medium', topics: [] } as const
  return { id: `insight:${name}`, title: name, body: `Body of ${name}`, ...fixed, topics: [], ...fields }
}

export function madeEvidence(name: string, insight: RecordId<'insight'>): Evidence {
  return { id: `evidence:${name}`, rev: 1, createdSeq: 1, createdAt: at, updatedAt: at, insight, source: 'source:s', stance: 'supports', note: '' }
}

export function insightChange(after: Insight | undefined, before?: Insight): RecordChange {
  return { table: 'insights', id: (after ?? before)?.id as RecordId, before, after } as RecordChange
}

/** `readBody` answers for references with the number in words, so that a test sees what was read. */
export function madeTables(insights: readonly Insight[] = []): Tables {
  const maps = emptyTableMaps()
  for (const insight of insights) maps.get('insights')?.set(insight.id, insight)
  return new Tables(maps, { readBody: (reference, id) => `${id} at ${reference}`, readingText: () => undefined })
}

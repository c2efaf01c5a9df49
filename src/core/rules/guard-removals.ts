// Asks back before one command takes away more than half of a table: a slip of the hand or of a script, much more often than a wish.

import type { RecordId } from '../records/record-id.ts'
import type { TableName } from '../records/tables.ts'
import type { RecordChange } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { Refusal } from '../store/refusal.ts'

/** A table of ten records or fewer is no loss that nobody would notice. */
const smallTable = 10

type Removal = { table: TableName; removed: number; of: number; isForGood: boolean }

const names: Record<TableName, string> = {
  insights: 'insights',
  sources: 'sources',
  texts: 'texts',
  highlights: 'highlights',
  evidence: 'links of evidence',
  entities: 'entities',
  reports: 'reports',
  figures: 'figures',
  metrics: 'metrics',
  rates: 'exchange rates',
}

/**
 * Throws `needs-confirming` where more than half of the records of a table with more than ten would go: into the trash, of those that are not in it;
 * or for good, of all. `before` is the notebook without the changes.
 */
export function guardRemovals(before: NotebookView, changes: readonly RecordChange[]): void {
  const removals = [...countRemovals(changes)].flatMap(([table, { toTrash, forGood }]) => weigh(before, table, toTrash, forGood))
  if (removals.length === 0) return
  const parts = removals.map(({ table, removed, of, isForGood }) => `${removed} of ${of} ${names[table]}${isForGood ? ' for good' : ''}`)
  throw new Refusal('needs-confirming', `this would remove ${parts.join(', ')}: it is done where \`confirmed: true\` is sent along`)
}

function weigh(before: NotebookView, table: TableName, toTrash: number, forGood: number): Removal[] {
  // No more than five can be no more than half of eleven.
  if (Math.max(toTrash, forGood) <= smallTable / 2) return []
  let live = 0
  let all = 0
  for (const head of before.heads(table)) {
    all += 1
    if (!isInTrash(head)) live += 1
  }
  const removals: Removal[] = []
  if (all > smallTable && forGood * 2 > all) removals.push({ table, removed: forGood, of: all, isForGood: true })
  else if (live > smallTable && toTrash * 2 > live) removals.push({ table, removed: toTrash, of: live, isForGood: false })
  return removals
}

function countRemovals(changes: readonly RecordChange[]): Map<TableName, { toTrash: number; forGood: number }> {
  const counts = new Map<TableName, { toTrash: number; forGood: number }>()
  for (const { table, before, after } of changes) {
    if (before === undefined) continue
    const count = counts.get(table) ?? { toTrash: 0, forGood: 0 }
    if (after === undefined) count.forGood += 1
    if (!isInTrash(before) && (after === undefined || isInTrash(after))) count.toTrash += 1
    counts.set(table, count)
  }
  return counts
}

function isInTrash(record: { id: RecordId }): boolean {
  return 'removedAt' in record && record.removedAt !== undefined
}

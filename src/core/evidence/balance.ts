// What stands for and against an insight, and how many voices that are.

import type { Stance } from '../records/evidence.ts'
import type { RecordId } from '../records/record-id.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { liveEvidenceOf } from './live-evidence.ts'
import { type CompareSources, groupKin } from './source-kinship.ts'

/** `independent`: of the sources that support it, those that are no copy, translation or quotation of each other count once each. */
export type EvidenceBalance = { [Which in Stance]: number } & { independent: number }

export function evidenceBalance(notebook: NotebookView, insight: RecordId<'insight'>, compare?: CompareSources): EvidenceBalance {
  const balance: EvidenceBalance = { supports: 0, contradicts: 0, context: 0, independent: 0 }
  const supporting: RecordId<'source'>[] = []
  for (const { stance, source } of liveEvidenceOf(notebook, insight)) {
    balance[stance] += 1
    if (stance === 'supports') supporting.push(source)
  }
  balance.independent = groupKin(notebook, supporting, compare).length
  return balance
}

// One audit per open notebook, begun when somebody asks for it.

import { toAuditRow } from '../../core/audit/audit-row.ts'
import type { FindingKind } from '../../core/audit/finding.ts'
import type { QuestionAnswers } from '../../core/contract/questions.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { NotebookAudit } from './notebook-audit.ts'

type AuditedNotebook = Pick<NotebookHost, 'view' | 'onCommit'>

const audits = new WeakMap<AuditedNotebook, NotebookAudit>()

function auditOf(notebook: AuditedNotebook): NotebookAudit {
  const begun = audits.get(notebook)
  if (begun) return begun
  const audit = new NotebookAudit(notebook.view, () => new Date().toISOString().slice(0, 10))
  audits.set(notebook, audit)
  notebook.onCommit((commit) => audit.note(commit))
  return audit
}

/** At most `limit` rows; the counts are of all. */
export async function auditAnswer(notebook: AuditedNotebook, { limit }: { limit: number }): Promise<QuestionAnswers['audit.list']> {
  const findings = await auditOf(notebook).findings()
  const counts = new Map<FindingKind, number>()
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return { counts: [...counts], rows: findings.slice(0, limit).map((finding) => toAuditRow(notebook.view, finding)) }
}

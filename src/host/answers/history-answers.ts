// Answers for a record's history: its versions, and one of them whole.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import type { RecordVersion } from '../../core/history/pick-versions.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

export async function versionsAnswer({ history }: NotebookHost, { id }: { id: RecordId }): Promise<RecordVersion[]> {
  return (await history?.versions(id)) ?? []
}

export async function versionAnswer(
  { history }: NotebookHost,
  { id, seq }: { id: RecordId; seq: number },
): Promise<QuestionAnswers['history.version']> {
  const record = await history?.at(id, seq)
  if (!record) throw new Refusal('not-found', `change ${seq} left no ${id}`)
  return record
}

// Answers about backups: which there are, one more now, and what restoring one would mean.

import type { BackupComparison, QuestionAnswers } from '../../core/contract/questions.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { NotebookBackups } from '../backups/notebook-backups.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { toRefusal } from '../storage/storage-refusal.ts'

export async function listBackupsAnswer({ backups }: NotebookHost): Promise<QuestionAnswers['backups.list']> {
  return (await backups?.list()) ?? []
}

export async function makeBackupAnswer(
  notebook: NotebookHost,
  { reason }: { reason: 'asked' | 'before import' },
): Promise<QuestionAnswers['backups.make']> {
  const { backup, isNew, problems } = await need(notebook).make(reason)
  if (!backup) throw new Refusal('no-space', problems.join('; '))
  return { backup, isNew, problems }
}

export async function compareBackupAnswer(notebook: NotebookHost, { backup }: { backup: string }): Promise<BackupComparison> {
  return need(notebook).compare(backup)
}

export async function restoreBesideAnswer(notebook: NotebookHost, { backup }: { backup: string }): Promise<{ folder: string }> {
  try {
    return { folder: await need(notebook).restoreBeside(backup) }
  } catch (error) {
    throw toRefusal(error, 'restoring a backup')
  }
}

function need({ backups }: NotebookHost): NotebookBackups {
  if (!backups) throw new Refusal('read-only', 'this notebook is only read here: its backups are made where it is written')
  return backups
}

// Answers about damage: what there is, its raw bytes, and that it is settled.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { DamageDesk } from '../backups/damage-desk.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

export async function listDamageAnswer({ damageDesk }: NotebookHost): Promise<QuestionAnswers['damage.list']> {
  return (await damageDesk?.list()) ?? []
}

export async function damageBytesAnswer(notebook: NotebookHost, { key }: { key: string }): Promise<QuestionAnswers['damage.bytes']> {
  return need(notebook).bytes(key)
}

export async function settleDamageAnswer(notebook: NotebookHost, { key }: { key: string }): Promise<{ key: string }> {
  await need(notebook).settle(key)
  return { key }
}

function need({ damageDesk }: NotebookHost): DamageDesk {
  if (!damageDesk) throw new Refusal('read-only', 'this notebook is only read here: what is damaged is dealt with where it is written')
  return damageDesk
}

// The list of what is damaged, and what can be done about each.

import { notifications } from '@mantine/notifications'
import { useCallback, useEffect, useState } from 'react'
import type { DamageItem, DamageWitness } from '../../../core/damage/damage-item.ts'
import { legibleText } from '../../../core/damage/legible-text.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { runLongTask } from '../../notebook/long-tasks.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useClientState } from '../../notebook/use-client-state.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'

export function useDamage(onOpenInsight: (id: RecordId<'insight'>) => void) {
  const client = useClient()
  const send = useSend()
  const connection = useClientState((state) => state.connection)
  const [items, setItems] = useState<readonly DamageItem[]>()
  const look = useCallback(async () => {
    const answer = await client.ask('damage.list', {})
    if (answer.ok) setItems(answer.value)
    else showProblem(answer.error.message)
  }, [client])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a host that was started anew may have found something else
  useEffect(() => void look(), [look, connection])

  const take = async ({ record }: DamageItem, { backup }: DamageWitness) => {
    if (!record) return
    const answer = await runLongTask(strings.backups.restoring, () => send('backup.restore', { backup, only: [record as RecordId<'insight'>] }))
    if (answer.ok) notifications.show({ message: strings.damage.taken })
    await look()
  }
  const keepLegible = async ({ record }: DamageItem) => {
    const id = record as RecordId<'insight'>
    const answer = await send('insight.keep-readable', { id })
    if (answer.ok) {
      notifications.show({ message: strings.damage.kept })
      onOpenInsight(id)
    }
  }
  const keepAsNote = async ({ key, title, record }: DamageItem) => {
    const bytes = await client.ask('damage.bytes', { key })
    if (!bytes.ok) {
      showProblem(bytes.error.message)
      return
    }
    const name = title || record || strings.damage.untitled
    const answer = await send('insight.add', { title: strings.damage.noteTitle(name), body: legibleText(bytes.value.text) })
    if (answer.ok) {
      notifications.show({ message: strings.damage.noteKept })
      onOpenInsight(answer.result.id)
    }
  }
  const settle = async ({ key }: DamageItem) => {
    const answer = await client.ask('damage.settle', { key })
    if (!answer.ok) showProblem(answer.error.message)
    await look()
  }
  return { items, take, keepLegible, keepAsNote, settle }
}

function showProblem(message: string): void {
  notifications.show({ color: 'red', title: strings.app.problemTitle, message })
}

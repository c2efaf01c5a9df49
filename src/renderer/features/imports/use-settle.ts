// What looked like a source that is here and was left out: how many there are, and the two ways to bring them in after all.

import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import type { ImportRow, ImportState } from '../../../core/contract/import-questions.ts'
import type { NotebookClient } from '../../../core/contract/notebook-client.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { renewReport } from '../../notebook/window-import.ts'
import { strings } from '../../strings/strings.ts'

type Way = 'revise' | 'add'

export function useSettle(id: string, { number }: ImportState) {
  const client = useClient()
  const [rows, setRows] = useState<readonly ImportRow[]>([])
  const [isSettling, setIsSettling] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state may have other rows
  useEffect(() => {
    let isWanted = true
    void duplicatesOf(client, id).then((found) => isWanted && setRows(found))
    return () => {
      isWanted = false
    }
  }, [client, id, number])
  const settleEach = async (some: readonly Pick<ImportRow, 'row'>[], duplicates: Way) => {
    setIsSettling(true)
    for (const { row } of some) {
      const answer = await client.ask('import.settle', { import: id, row, duplicates })
      if (answer.ok) continue
      notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
      break
    }
    await renewReport(client)
    setIsSettling(false)
  }
  return {
    undecided: rows.length,
    isSettling,
    settle: (row: ImportRow, way: Way) => settleEach([row], way),
    settleAll: (way: Way) => settleEach(rows, way),
  }
}

async function duplicatesOf(client: NotebookClient, id: string): Promise<ImportRow[]> {
  const found: ImportRow[] = []
  for (let start = 0; ; start += 500) {
    const answer = await client.ask('import.report', { import: id, only: 'skipped', start, count: 500 })
    if (!answer.ok || answer.value.rows.length === 0) return found
    found.push(...answer.value.rows.filter(({ isDuplicate }) => isDuplicate))
  }
}

// A report as Markdown, out of the window: saved as a file or copied, always with what was typed last.

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { strings } from '../../strings/strings.ts'
import { copyText, downloadText } from '../../ui/download.ts'
import { showSavedToast } from '../../ui/saved-toast.ts'
import { settleDrafts } from './use-text-draft.ts'

export function useExportReport(report: RecordId<'report'>): { download: () => Promise<void>; copy: () => Promise<void> } {
  const client = useClient()
  const ask = useCallback(async () => {
    if (!(await settleDrafts())) {
      notifications.show({ color: 'red', title: strings.app.problemTitle, message: strings.reports.notSavedYet })
      return undefined
    }
    const answer = await client.ask('export.markdown', { report })
    if (answer.ok) return answer.value
    notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
    return undefined
  }, [client, report])
  const download = useCallback(async () => {
    const exported = await ask()
    if (!exported) return
    const { fileName, markdown, problems } = exported
    const saved = await downloadText(fileName, markdown)
    if (!saved) return
    showSavedToast(saved, strings.reports.exported(fileName), problems.length === 0 ? undefined : strings.reports.exportProblems(problems.length))
  }, [ask])
  const copy = useCallback(async () => {
    const exported = await ask()
    if (exported) notifications.show({ message: (await copyText(exported.markdown)) ? strings.reports.copied : strings.reports.notCopied })
  }, [ask])
  return { download, copy }
}

// A report as Markdown, out of the window: saved as a file or copied, always with what was typed last.

import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { strings } from '../../strings/strings.ts'
import { copyText } from '../../ui/download.ts'
import { downloadExport } from '../../ui/download-export.ts'
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
    const charts = exported.charts.length === 0 ? undefined : await client.ask('export.charts', { report })
    if (charts && !charts.ok) return void notifications.show({ color: 'red', title: strings.app.problemTitle, message: charts.error.message })
    const done = await downloadExport(exported, charts?.value)
    if (!done) return
    const { saved, fileName, problems } = done
    const listed = exported.problems.length
    const told = [...(listed > 0 ? [strings.reports.exportProblems(listed)] : []), ...problems.slice(listed)]
    showSavedToast(saved, strings.reports.exported(fileName), told.length === 0 ? undefined : told.join('\n'))
  }, [ask, client, report])
  const copy = useCallback(async () => {
    const exported = await ask()
    if (exported) notifications.show({ message: (await copyText(exported.markdown)) ? strings.reports.copied : strings.reports.notCopied })
  }, [ask])
  return { download, copy }
}

// Choosing the report that insights go into, or a new one for them.

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'
import { useSendMany } from '../notebook/use-send-many.ts'
import { strings } from '../strings/strings.ts'
import { Dialog } from './dialog.tsx'
import { TitleChooser } from './title-chooser.tsx'

type ReportDialogProps = { insights: readonly RecordId<'insight'>[]; onClose: () => void }

export function ReportDialog({ insights, onClose }: ReportDialogProps) {
  const sendMany = useSendMany()
  const [filter, setFilter] = useState('')
  const label = strings.lists.addingToReport(insights.length)
  const addTo = (report: { id: RecordId<'report'>; title: string }) => {
    onClose()
    const undoMessage = strings.lists.addedToReport(insights.length, report.title || strings.lists.untitledReport)
    void sendMany('report.insert-insights', { id: report.id, insights: [...insights] }, { label, undoMessage })
  }
  const addToNew = () => {
    onClose()
    const outline = insights.map((insight) => ({ key: crypto.randomUUID(), type: 'insight' as const, insight }))
    const title = filter.trim()
    const undoMessage = strings.lists.addedToReport(insights.length, title || strings.lists.untitledReport)
    void sendMany('report.add', { title, outline }, { label, undoMessage })
  }
  return (
    <Dialog title={strings.lists.reportTitle(insights.length)} isOpen onClose={onClose}>
      <TitleChooser
        query="reports"
        filter={filter}
        onFilter={setFilter}
        words={{
          find: strings.lists.findReport,
          list: strings.reports.reports,
          untitled: strings.lists.untitledReport,
          none: strings.lists.noReport,
        }}
        onChoose={addTo}
      />
      <Button variant="light" leftSection={<IconPlus size={15} />} onClick={addToNew}>
        {strings.lists.newReport}
      </Button>
    </Dialog>
  )
}

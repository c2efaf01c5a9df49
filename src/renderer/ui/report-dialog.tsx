// Choosing the report that insights or the chart of a metric go into, or a new one for them.

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'
import type { OutlineItem } from '../../core/records/report.ts'
import { useSendMany } from '../notebook/use-send-many.ts'
import { strings } from '../strings/strings.ts'
import { Dialog } from './dialog.tsx'
import { TitleChooser } from './title-chooser.tsx'

type ReportDialogProps = { insights: readonly RecordId<'insight'>[]; onClose: () => void }

export function ReportDialog({ insights, onClose }: ReportDialogProps) {
  const sendMany = useSendMany()
  const label = strings.lists.addingToReport(insights.length)
  const said = (title: string) => strings.lists.addedToReport(insights.length, title || strings.lists.untitledReport)
  return (
    <ReportChooser
      title={strings.lists.reportTitle(insights.length)}
      newLabel={strings.lists.newReport}
      onClose={onClose}
      onChoose={({ id, title }) => void sendMany('report.insert-insights', { id, insights: [...insights] }, { label, undoMessage: said(title) })}
      onNew={(title) => {
        const outline = insights.map((insight): OutlineItem => ({ key: crypto.randomUUID(), type: 'insight', insight }))
        void sendMany('report.add', { title, outline }, { label, undoMessage: said(title) })
      }}
    />
  )
}

type ChartReportDialogProps = { metric: RecordId<'metric'>; name: string; onClose: () => void }

export function ChartReportDialog({ metric, name, onClose }: ChartReportDialogProps) {
  const sendMany = useSendMany()
  const label = strings.lists.addingChart(name)
  const said = (title: string) => strings.lists.addedChart(name, title || strings.lists.untitledReport)
  const newItem = (): OutlineItem => ({ key: crypto.randomUUID(), type: 'chart', metric, caption: '' })
  return (
    <ReportChooser
      title={strings.lists.chartReportTitle(name)}
      newLabel={strings.lists.newReportWithIt}
      onClose={onClose}
      onChoose={({ id, title }) => void sendMany('report.insert-item', { id, item: newItem() }, { label, undoMessage: said(title) })}
      onNew={(title) => void sendMany('report.add', { title, outline: [newItem()] }, { label, undoMessage: said(title) })}
    />
  )
}

type ReportChooserProps = {
  title: string
  newLabel: string
  onChoose: (report: { id: RecordId<'report'>; title: string }) => void
  /** `title` is what was typed to find one. */
  onNew: (title: string) => void
  onClose: () => void
}

function ReportChooser({ title, newLabel, onChoose, onNew, onClose }: ReportChooserProps) {
  const [filter, setFilter] = useState('')
  const closeAnd = (act: () => void) => {
    onClose()
    act()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
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
        onChoose={(report) => closeAnd(() => onChoose(report))}
      />
      <Button variant="light" leftSection={<IconPlus size={15} />} onClick={() => closeAnd(() => onNew(filter.trim()))}>
        {newLabel}
      </Button>
    </Dialog>
  )
}

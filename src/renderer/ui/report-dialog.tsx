// Choosing the report that insights go into, or a new one for them.

import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordId } from '../../core/records/record-id.ts'
import { useSendMany } from '../notebook/use-send-many.ts'
import { useWatch } from '../notebook/use-watch.ts'
import { strings } from '../strings/strings.ts'
import classes from './choosing-dialog.module.css'
import { Dialog } from './dialog.tsx'
import { VirtualList } from './virtual-list.tsx'

type ReportDialogProps = { insights: readonly RecordId<'insight'>[]; onClose: () => void }

export function ReportDialog({ insights, onClose }: ReportDialogProps) {
  const sendMany = useSendMany()
  const [filter, setFilter] = useState('')
  const [page, setPage] = useState({ start: 0, count: 200 })
  const { rows, total, start, isLoading } = useWatch('reports', { filter }, page.start, page.count)
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
      <TextInput
        data-autofocus
        aria-label={strings.lists.findReport}
        placeholder={strings.lists.findReport}
        value={filter}
        maxLength={500}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'ArrowDown') return
          event.preventDefault()
          event.currentTarget.closest('[role=dialog]')?.querySelector<HTMLElement>('[role=listbox]')?.focus()
        }}
      />
      <div className={classes.list}>
        <VirtualList
          label={strings.reports.reports}
          total={total}
          start={start}
          rows={rows}
          estimateHeight={34}
          onRange={(from, count) => setPage({ start: from, count })}
          onSelect={addTo}
          renderRow={(row) => <span className={classes.row}>{row.title || strings.lists.untitledReport}</span>}
        />
        {!isLoading && total === 0 && filter !== '' && <p className={classes.none}>{strings.lists.noReport}</p>}
      </div>
      <Button variant="light" leftSection={<IconPlus size={15} />} onClick={addToNew}>
        {strings.lists.newReport}
      </Button>
    </Dialog>
  )
}

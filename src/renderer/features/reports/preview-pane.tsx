// The right pane of a report: its preview, and what takes it out of the window.

import { ActionIcon, Button } from '@mantine/core'
import { IconCopy, IconDownload } from '@tabler/icons-react'
import type { QueryRow } from '../../../core/queries/queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useKeyProps } from '../../keys/aria-keys.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pane } from '../../ui/pane.tsx'
import { PastTools } from '../../ui/past-tools.tsx'
import classes from './preview.module.css'
import { ReportPreview } from './report-preview.tsx'
import { ReportProblems } from './report-problems.tsx'
import { useCharts } from './use-charts.ts'
import { useExportReport } from './use-export-report.ts'
import { useOpenReference } from './use-open-reference.ts'

type PreviewPaneProps = {
  report: QueryRow<'report'>
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenPassage: (passage: { source: RecordId<'source'>; highlight?: RecordId<'highlight'>; start?: number; end?: number }) => void
}

export function PreviewPane({ report, onOpenInsight, onOpenPassage }: PreviewPaneProps) {
  const isPast = useIsPast()
  const { value, error } = useAnswer('export.markdown', { report: report.id })
  const charts = useCharts(report.id, value?.charts)
  const openReference = useOpenReference(onOpenPassage)
  const { download, copy } = useExportReport(report.id)
  const copyKeys = useKeyProps('report.copy-markdown', strings.reports.copyMarkdown)
  const exportKeys = useKeyProps('report.export-markdown', strings.reports.exportMarkdown)
  useAction({ id: 'report.export-markdown', run: () => void download() })
  useAction({ id: 'report.copy-markdown', run: () => void copy() })
  const count = value?.problems.length ?? 0
  return (
    <Pane
      label={strings.reports.preview}
      head={
        value &&
        (count === 0 ? <Chip tone="good">✓ {strings.reports.noProblems}</Chip> : <Chip tone="warn">⚠ {strings.reports.problems(count)}</Chip>)
      }
      tools={
        <>
          {isPast && <PastTools record={report.id} title={report.title} />}
          <ActionIcon variant="subtle" color="gray" aria-label={strings.reports.copyMarkdown} {...copyKeys} onClick={() => void copy()}>
            <IconCopy size={16} />
          </ActionIcon>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconDownload size={15} />}
            {...exportKeys}
            style={{ flex: 'none' }}
            onClick={() => void download()}
          >
            {strings.reports.exportMarkdown}
          </Button>
        </>
      }
    >
      {error && <EmptyState title={error.message} />}
      {!value && !error && <EmptyState title={strings.reports.preparing} />}
      {value && (
        <div className={classes.sheet}>
          <ReportProblems problems={value.problems} insights={report.insights} onOpenInsight={onOpenInsight} onOpenReference={openReference} />
          <ReportPreview exported={value} charts={charts} onOpenReference={openReference} />
        </div>
      )}
    </Pane>
  )
}

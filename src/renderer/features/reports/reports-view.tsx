// The reports of the notebook, and the one that lies open: its outline beside what it exports; in a narrow window one of them at a time.

import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconHistory, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { QueryRow } from '../../../core/queries/queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useShownVersions } from '../../notebook/shown-versions.ts'
import { useCounts } from '../../notebook/use-counts.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { useRecord } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ActionKey } from '../../ui/key-hint.tsx'
import { Pane } from '../../ui/pane.tsx'
import { type GroupedPane, PaneGroup } from '../../ui/pane-group.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { ReportList } from './report-list.tsx'
import { ReportOutline } from './report-outline.tsx'
import { useRemoveReport } from './use-remove-report.ts'

export type ReportsViewProps = {
  selected: RecordId<'report'> | undefined
  onOpen: (id: RecordId<'report'> | undefined) => void
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenMetric: (id: RecordId<'metric'>) => void
  onOpenPassage: (passage: { source: RecordId<'source'>; highlight?: RecordId<'highlight'>; start?: number; end?: number }) => void
}

type PaneName = 'list' | 'outline' | 'preview'

export function ReportsView({ selected, onOpen, onOpenInsight, onOpenMetric, onOpenPassage }: ReportsViewProps) {
  const send = useSend()
  const report = useRecord('report', selected)
  const [shown, setShown] = useState<PaneName>(selected ? 'outline' : 'list')
  const open = (id: RecordId<'report'>) => {
    onOpen(id)
    setShown('outline')
  }
  const add = async () => {
    const answer = await send('report.add', { title: '' })
    if (answer.ok) open(answer.result.id)
  }
  useAction({ id: 'report.new', run: () => void add() })

  const isPast = useIsPast()
  const panes: GroupedPane<PaneName>[] = [
    {
      name: 'list',
      label: strings.reports.list,
      size: '20',
      minSize: '200px',
      node: <ReportList selected={selected} onOpen={open} onAdd={() => void add()} />,
    },
  ]
  // An outline is there to be written: of the past there is what it exports.
  if (!isPast || !report) {
    panes.push({
      name: 'outline',
      label: strings.reports.outline,
      size: '40',
      minSize: '340px',
      node: (
        <OutlinePane
          selected={selected}
          report={report}
          onClose={() => onOpen(undefined)}
          onOpenInsight={onOpenInsight}
          onOpenMetric={onOpenMetric}
          onOpenPassage={onOpenPassage}
        />
      ),
    })
  }
  if (report) {
    panes.push({
      name: 'preview',
      label: strings.reports.preview,
      size: '40',
      minSize: '320px',
      node: <PreviewPane key={report.id} report={report} onOpenInsight={onOpenInsight} onOpenPassage={onOpenPassage} />,
    })
  }
  const isShown = panes.some(({ name }) => name === shown)
  return <PaneGroup panes={panes} tabsUpToPx={1100} shown={isShown ? shown : 'preview'} onShow={setShown} label={strings.reports.panes} />
}

type OutlinePaneProps = {
  selected: RecordId<'report'> | undefined
  /** `undefined` while loading, `null` where there is none. */
  report: QueryRow<'report'> | null | undefined
  onClose: () => void
} & Pick<ReportsViewProps, 'onOpenInsight' | 'onOpenMetric' | 'onOpenPassage'>

function OutlinePane({ selected, report, onClose, onOpenInsight, onOpenMetric, onOpenPassage }: OutlinePaneProps) {
  const send = useSend()
  const isPast = useIsPast()
  const hasReports = (useCounts().get('reports') ?? 0) > 0
  if (selected === undefined) {
    // The list says how to begin: there is none to choose.
    if (!hasReports) return <Pane label={strings.reports.outline}>{null}</Pane>
    return (
      <Pane label={strings.reports.outline}>
        <EmptyState title={strings.reports.noneOpen} steps={['report.new']}>
          <p>{strings.reports.noneOpenHint}</p>
        </EmptyState>
      </Pane>
    )
  }
  if (!report) {
    return (
      <Pane label={strings.reports.outline} onClose={onClose}>
        {report === null && <EmptyState title={strings.reports.gone} steps={['report.new']} />}
      </Pane>
    )
  }
  if (report.removedAt !== undefined) {
    return (
      <Pane label={strings.reports.outline} onClose={onClose}>
        <EmptyState
          title={strings.reports.inTrash}
          action={!isPast && <Button onClick={() => void send('trash.restore', { ids: [report.id] })}>{strings.reports.restore}</Button>}
        >
          <p>{report.title || strings.reports.untitled}</p>
        </EmptyState>
      </Pane>
    )
  }
  return (
    <Pane label={strings.reports.outline} tools={<MoreMenu report={report} />} onClose={onClose}>
      <ReportOutline key={report.id} report={report} onOpenInsight={onOpenInsight} onOpenMetric={onOpenMetric} onOpenPassage={onOpenPassage} />
    </Pane>
  )
}

function MoreMenu({ report }: { report: QueryRow<'report'> }) {
  const remove = useRemoveReport()
  const showVersions = () => useShownVersions.getState().show(report.id, report.title)
  useAction({ id: 'report.remove', run: () => void remove(report) })
  useAction({ id: 'record.versions', run: showVersions })
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={strings.reports.more}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconHistory size={15} />} rightSection={<ActionKey action="record.versions" />} onClick={showVersions}>
          {strings.history.versions}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void remove(report)}>
          {strings.reports.toTrash}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

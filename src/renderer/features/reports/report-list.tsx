// The list of reports, newest edit first, with a filter.

import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useRef, useState } from 'react'
import type { ReportRow } from '../../../core/queries/queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useAriaKeys, useKeyProps } from '../../keys/aria-keys.ts'
import { useIsPast } from '../../notebook/past.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ActionKey } from '../../ui/key-hint.tsx'
import { Pane } from '../../ui/pane.tsx'
import { ShownMoment } from '../../ui/shown-moment.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import classes from './report-list.module.css'
import { useRemoveReport } from './use-remove-report.ts'
import { useReportSelection } from './use-report-selection.tsx'

const renderRow = (row: ReportRow) => <Row row={row} />

type ReportListProps = { selected: RecordId<'report'> | undefined; onOpen: (id: RecordId<'report'>) => void; onAdd: () => void }

export function ReportList({ selected, onOpen, onAdd }: ReportListProps) {
  const [text, setText] = useState('')
  const [filter, setFilter] = useState('')
  const [page, setPage] = useState({ start: 0, count: 200 })
  const { rows, total, start, isLoading } = useWatch('reports', { filter }, page.start, page.count)
  const isPast = useIsPast()
  const field = useRef<HTMLInputElement>(null)
  const setRange = useCallback((from: number, count: number) => setPage({ start: from, count }), [])
  const remove = useRemoveReport()
  const newKeys = useKeyProps('report.new', strings.reports.newReport)
  const filterKeys = useAriaKeys('report.filter')
  const selection = useReportSelection({ filter }, rows, total, onOpen)
  useAction({ id: 'report.filter', run: () => field.current?.focus() })
  const change = (next: string) => {
    setFilter(next)
    setPage({ start: 0, count: 200 })
  }
  return (
    <Pane
      label={strings.reports.reports}
      scrolls={false}
      tools={
        !isPast && (
          <Button size="compact-sm" variant="light" leftSection={<IconPlus size={14} />} {...newKeys} style={{ flex: 'none' }} onClick={onAdd}>
            {strings.reports.newReport}
          </Button>
        )
      }
    >
      {(total > 0 || filter !== '') && (
        <TextInput
          ref={field}
          type="search"
          size="xs"
          className={classes.filter ?? ''}
          aria-label={strings.reports.filter}
          aria-keyshortcuts={filterKeys}
          placeholder={strings.reports.filter}
          rightSection={text === '' && <ActionKey action="report.filter" />}
          maxLength={500}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            if (!(event.nativeEvent as InputEvent).isComposing) change(event.currentTarget.value)
          }}
          onCompositionEnd={(event) => change(event.currentTarget.value)}
        />
      )}
      {!isLoading &&
        total === 0 &&
        (filter === '' ? (
          <NoReports />
        ) : (
          <NoMatch
            onClear={() => {
              setText('')
              change('')
            }}
          />
        ))}
      <VirtualList
        label={strings.reports.reports}
        total={total}
        start={start}
        rows={rows}
        estimateHeight={62}
        onRange={setRange}
        selectedId={selected}
        onSelect={(row) => onOpen(row.id)}
        {...selection.listProps}
        onKey={(event, row) => {
          if (event.key !== 'Delete' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
          event.preventDefault()
          if (selection.hasSeveral) selection.remove()
          else void remove(row)
        }}
        renderRow={renderRow}
      />
      {selection.shown}
    </Pane>
  )
}

function Row({ row }: { row: ReportRow }) {
  return (
    <div className={classes.row}>
      <span className={classes.title}>{row.title || strings.reports.untitled}</span>
      {row.subtitle && <span className={classes.subtitle}>{row.subtitle}</span>}
      <span className={classes.facts}>
        {strings.reports.rowDetail(row.insightCount, row.chartCount)} · <ShownMoment at={row.updatedAt} />
      </span>
    </div>
  )
}

function NoReports() {
  return (
    <EmptyState title={strings.reports.none} steps={['report.new']}>
      <p>{strings.reports.noneHint}</p>
    </EmptyState>
  )
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      title={strings.reports.noMatch}
      action={
        <Button size="compact-md" variant="light" onClick={onClear}>
          {strings.reports.showAll}
        </Button>
      }
    />
  )
}

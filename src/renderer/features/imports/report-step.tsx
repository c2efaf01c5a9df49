// The report of an import: every file with what became of it, by outcome; a row opens what came in.

import { Button, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowUpRight, IconCopy, IconCopyPlus, IconVersions } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import type { ImportOutcomeName, ImportRow, ImportState } from '../../../core/contract/import-questions.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useHistory } from '../../notebook/use-send.tsx'
import { closeImport } from '../../notebook/window-import.ts'
import { strings } from '../../strings/strings.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { RowMenu } from '../../ui/row-menu.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import classes from './imports.module.css'
import { ReportRow } from './report-row.tsx'
import { reportLine, reportText } from './report-text.ts'
import { useReportRows } from './use-report-rows.ts'
import { useSettle } from './use-settle.ts'

const words = strings.import
const outcomes = ['kept', 'renewed', 'skipped', 'refused'] as const

type ReportStepProps = { id: string; state: ImportState; onOpen: (id: RecordId<'source'> | RecordId<'insight'>) => void }

export function ReportStep({ id, state, onOpen }: ReportStepProps) {
  const client = useClient()
  const { undo } = useHistory()
  const [only, setOnly] = useState<ImportOutcomeName | 'all'>('all')
  const [menu, setMenu] = useState<{ row: ImportRow; point: { x: number; y: number } }>()
  const { counts, phase, error, seq } = state
  const { insights, sources } = state.came
  const came = insights + sources
  const all = counts.kept + counts.renewed + counts.skipped + counts.refused
  const { total, start, rows, setRange } = useReportRows(id, only === 'all' ? undefined : only, state.number)
  const { undecided, isSettling, settle, settleAll } = useSettle(id, state)
  const listed = rows.map((row) => ({ ...row, record: row.id, id: String(row.row) }))
  const copy = async () => {
    await navigator.clipboard.writeText(await reportText(client, id, state))
    notifications.show({ message: words.copied })
  }
  const takeBack = async () => {
    if (seq !== undefined && client.state.seq > seq) return notifications.show({ message: strings.app.changedSince })
    closeImport()
    await undo()
  }
  const openRow = useCallback((row: { record?: ImportRow['id'] | undefined }) => row.record && onOpen(row.record), [onOpen])
  const summary = phase === 'stopped' ? words.stopped(insights, sources) : phase === 'failed' ? words.failed : words.done(insights, sources)
  return (
    <>
      <p className={classes.summary} role="status">
        {summary}
      </p>
      {error && (
        <p role="alert" className={classes.problem}>
          {error.message}
        </p>
      )}
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={words.which}
        value={only}
        onChange={(value) => setOnly(value as typeof only)}
        data={[
          { value: 'all', label: `${words.all} ${all.toLocaleString('en')}` },
          ...outcomes.map((each) => ({ value: each, label: `${words.outcomes[each]} ${counts[each].toLocaleString('en')}` })),
        ]}
      />
      <div className={classes.list}>
        {total === 0 ? (
          <p className={classes.none}>{words.noRows}</p>
        ) : (
          <VirtualList
            key={only}
            label={words.rows}
            total={total}
            start={start}
            rows={listed}
            estimateHeight={46}
            onRange={setRange}
            autoFocus
            onSelect={openRow}
            onMenu={(row, point) => {
              const found = rows.find((each) => String(each.row) === row.id)
              if (found) setMenu({ row: found, point })
            }}
            renderRow={(row) => <ReportRow row={row} />}
          />
        )}
      </div>
      {undecided > 0 && (
        <div className={classes.undecided}>
          <span>{words.undecided(undecided)}</span>
          <Button size="compact-sm" variant="light" loading={isSettling} onClick={() => void settleAll('revise')}>
            {words.allAsNewText}
          </Button>
          <Button size="compact-sm" variant="light" loading={isSettling} onClick={() => void settleAll('add')}>
            {words.allAsOwn}
          </Button>
        </div>
      )}
      <DialogFoot>
        <Button variant="subtle" color="gray" onClick={() => void copy()}>
          {words.copy}
        </Button>
        {came > 0 && (
          <Button variant="default" onClick={() => void takeBack()}>
            {words.takeBack}
          </Button>
        )}
        <Button onClick={closeImport}>{words.close}</Button>
      </DialogFoot>
      {menu && (
        <RowMenu
          point={menu.point}
          label={words.actionsOf(menu.row.path)}
          onClose={() => setMenu(undefined)}
          actions={[
            ...(menu.row.id
              ? [
                  {
                    kind: 'run' as const,
                    isHarmless: true as const,
                    label: words.open,
                    Icon: IconArrowUpRight,
                    keys: 'Enter',
                    run: () => menu.row.id && onOpen(menu.row.id),
                  },
                ]
              : []),
            ...(menu.row.isDuplicate
              ? [
                  { kind: 'run' as const, label: words.asNewText, Icon: IconVersions, run: () => void settle(menu.row, 'revise') },
                  { kind: 'run' as const, label: words.asOwnSource, Icon: IconCopyPlus, run: () => void settle(menu.row, 'add') },
                ]
              : []),
            {
              kind: 'run',
              isHarmless: true,
              label: words.copyLine,
              Icon: IconCopy,
              run: () => void navigator.clipboard.writeText(reportLine(menu.row)),
            },
          ]}
        />
      )}
    </>
  )
}

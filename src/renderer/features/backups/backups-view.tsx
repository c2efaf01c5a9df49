// The backups by day: what each holds, what came since, and the way back to it.

import { Alert, Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { BackupDescription } from '../../../core/backups/backup.ts'
import { runAction } from '../../keys/actions.ts'
import { useAriaKeys } from '../../keys/aria-keys.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useClientState } from '../../notebook/use-client-state.ts'
import { useCounts } from '../../notebook/use-counts.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { moveFocusByKey } from '../../ui/move-focus.ts'
import { Pane } from '../../ui/pane.tsx'
import { desktop } from '../../wire/shell-link.ts'
import { BackupRow } from './backup-row.tsx'
import classes from './backups-view.module.css'
import { groupByDay } from './group-by-day.ts'
import { RestoreDialog } from './restore-dialog.tsx'

export function BackupsView() {
  const backups = useBackupList()
  const state = useClientState((client) => client.backups)
  const seq = useClientState((client) => client.seq)
  const counts = useCounts()
  const [restored, setRestored] = useState<BackupDescription>()
  const days = useMemo(() => groupByDay(backups ?? [], new Date()), [backups])
  const keys = useAriaKeys('backup.make')
  return (
    <Pane
      label={strings.backups.backups}
      head={backups && backups.length > 0 && <span>{strings.backups.total(backups.length)}</span>}
      tools={
        <>
          {desktop() && (
            <Button size="compact-sm" variant="default" onClick={() => runAction('notebook.show-folder')}>
              {strings.desktop.showFolder}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="light"
            loading={state?.isRunning ?? false}
            disabled={state === undefined}
            aria-keyshortcuts={keys}
            onClick={() => runAction('backup.make')}
          >
            {strings.backups.make}
          </Button>
        </>
      }
    >
      <div className={classes.body}>
        {state?.problem !== undefined && (
          <Alert color="red" title={strings.backups.failed} mb="md">
            {state.problem}. {strings.backups.failedHint}
          </Alert>
        )}
        {backups?.length === 0 && (
          <EmptyState title={strings.backups.none} steps={state ? ['backup.make'] : []}>
            <p>{state ? strings.backups.noneHint : strings.backups.readOnly}</p>
          </EmptyState>
        )}
        {days.length > 0 && <p className={classes.rule}>{strings.backups.rule}</p>}
        {days.map(({ name, backups: ofDay }) => (
          <section key={`${name} ${ofDay[0]?.name}`} aria-label={name}>
            <h3 className={classes.day}>{name}</h3>
            <ul className={classes.list} aria-label={`${strings.backups.list}: ${name}`} tabIndex={-1} onKeyDown={(event) => moveFocusByKey(event)}>
              {ofDay.map((backup) => (
                <BackupRow key={backup.name} backup={backup} seq={seq} counts={counts} onRestore={setRestored} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {restored && <RestoreDialog backup={restored} onClose={() => setRestored(undefined)} />}
    </Pane>
  )
}

/** Undefined until the first answer; asked again whenever one was made. */
function useBackupList(): readonly BackupDescription[] | undefined {
  const client = useClient()
  const last = useClientState((state) => state.backups?.last?.name)
  const connection = useClientState((state) => state.connection)
  const [backups, setBackups] = useState<readonly BackupDescription[]>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a backup that was made is what makes it ask again
  useEffect(() => {
    let isWanted = true
    void client.ask('backups.list', {}).then((answer) => {
      if (isWanted && answer.ok) setBackups(answer.value)
    })
    return () => {
      isWanted = false
    }
  }, [client, last, connection])
  return backups
}

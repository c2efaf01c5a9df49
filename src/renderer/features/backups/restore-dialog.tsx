// Before a backup is brought back: what that would do to the notebook, in numbers, and the choice between here and beside.

import { Button, Loader } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { BackupDescription, CountedTable } from '../../../core/backups/backup.ts'
import type { BackupComparison } from '../../../core/contract/questions.ts'
import { runLongTask } from '../../notebook/long-tasks.ts'
import { useClient } from '../../notebook/notebook-context.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { wholeMoment } from '../../ui/shown-moment.tsx'
import classes from './restore-dialog.module.css'

type RestoreDialogProps = { backup: BackupDescription; onClose: () => void }

export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  const client = useClient()
  const send = useSend()
  const { value, error } = useAnswer('backups.compare', { backup: backup.name }, { follow: false })
  const isSame = value !== undefined && isNothing(value)
  const restoreHere = async () => {
    onClose()
    // The numbers were read: the guard need not ask for them again.
    const input = { backup: backup.name, confirmed: true }
    await runLongTask(strings.backups.restoring, () => send('backup.restore', input, { undoMessage: strings.backups.inPlaceDone }))
  }
  const restoreBeside = async () => {
    onClose()
    const answer = await runLongTask(strings.backups.restoring, () => client.ask('backups.restore-beside', { backup: backup.name }))
    if (answer.ok) notifications.show({ autoClose: 20_000, message: strings.backups.besideDone(answer.value.folder) })
    else notifications.show({ color: 'red', title: strings.app.problemTitle, message: answer.error.message })
  }
  return (
    <Dialog title={strings.backups.dialogTitle(wholeMoment(backup.at))} isOpen onClose={onClose} size="lg">
      {error && <p className={classes.problem}>{error.message}</p>}
      <section className={classes.choice} aria-label={strings.backups.inPlace}>
        <div className={classes.words}>
          <h3 className={classes.name}>{strings.backups.inPlace}</h3>
          <p className={classes.hint}>{strings.backups.inPlaceHint}</p>
          {!value && !error && (
            <p className={classes.comparing}>
              <Loader size={12} aria-hidden="true" /> {strings.backups.comparing}
            </p>
          )}
          {value && (isSame ? <p className={classes.hint}>{strings.backups.same}</p> : <Comparison comparison={value} />)}
        </div>
        <Button disabled={!value || isSame} onClick={() => void restoreHere()}>
          {strings.backups.inPlaceButton}
        </Button>
      </section>
      <section className={classes.choice} aria-label={strings.backups.beside}>
        <div className={classes.words}>
          <h3 className={classes.name}>{strings.backups.beside}</h3>
          <p className={classes.hint}>{strings.backups.besideHint}</p>
        </div>
        <Button variant="light" disabled={error !== undefined} onClick={() => void restoreBeside()}>
          {strings.backups.besideButton}
        </Button>
      </section>
    </Dialog>
  )
}

function Comparison({ comparison: { comesBack, changesBack, goes } }: { comparison: BackupComparison }) {
  return (
    <ul className={classes.list}>
      <Line mark="+" tone="good" words={strings.backups.comesBack} amounts={comesBack} />
      <Line mark="~" tone="changed" words={strings.backups.changesBack} amounts={changesBack} />
      <Line mark="−" tone="bad" words={strings.backups.goes} amounts={goes} hint={strings.backups.goesHint} />
    </ul>
  )
}

type LineProps = { mark: string; tone: string; words: string; amounts: readonly [CountedTable, number][]; hint?: string }

function Line({ mark, tone, words, amounts, hint }: LineProps) {
  if (amounts.length === 0) return null
  return (
    <li>
      <span className={classes.mark} data-tone={tone} aria-hidden="true">
        {mark}
      </span>
      <span>
        <span className={classes.verb}>{words}:</span> {amounts.map(([table, count]) => strings.backups.amount(table, count)).join(', ')}
        {hint && <span className={classes.hint}>. {hint}</span>}
      </span>
    </li>
  )
}

function isNothing({ comesBack, changesBack, goes }: BackupComparison): boolean {
  return comesBack.length + changesBack.length + goes.length === 0
}

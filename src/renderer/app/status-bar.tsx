// The status bar tells the truth about saving: typed, on its way, durable, or not saving at all and why.

import { UnstyledButton } from '@mantine/core'
import { runAction, useAction } from '../keys/actions.ts'
import { shelfOf } from '../notebook/draft-shelf.ts'
import { useDrafts } from '../notebook/drafts.ts'
import { useClient } from '../notebook/notebook-context.ts'
import { useIsPast } from '../notebook/past.ts'
import { useClientState } from '../notebook/use-client-state.ts'
import { useCounts } from '../notebook/use-counts.ts'
import { useFigureStanding } from '../notebook/use-figure-standing.ts'
import { useHistory } from '../notebook/use-send.tsx'
import { strings } from '../strings/strings.ts'
import { ActionKey } from '../ui/key-hint.tsx'
import { shownMoment } from '../ui/shown-moment.tsx'
import { TaskProgress } from '../ui/task-progress.tsx'
import { ToastFocus } from '../ui/toast-focus.tsx'
import classes from './status-bar.module.css'

export function StatusBar() {
  const counts = useCounts()
  const { undo } = useHistory()
  const isPast = useIsPast()
  return (
    <footer className={classes.bar} data-region="status">
      <SavingStatus />
      {!isPast && (
        <UnstyledButton className={classes.undo} onClick={undo}>
          {strings.app.undo} <ActionKey action="history.undo" />
        </UnstyledButton>
      )}
      <span className={classes.grow} />
      <TaskProgress />
      <ToastFocus />
      <BackupStatus />
      <FigureStatus />
      <span className={classes.counts}>
        {strings.app.totals(counts.get('insights') ?? 0, counts.get('sources') ?? 0, counts.get('highlights') ?? 0)}
      </span>
    </footer>
  )
}

function SavingStatus() {
  const { tone, text } = useSaving()
  const isPassing = useClientState(({ saving }) => saving.kind === 'read-only' && saving.isPassing === true)
  const saveNow = useSaveNow()
  return (
    <>
      <output className={classes.saving} data-tone={tone} aria-label={text} title={text}>
        {text}
      </output>
      {isPassing && (
        <UnstyledButton className={classes.again} onClick={saveNow}>
          {strings.app.trySavingAgain} <ActionKey action="saving.now" />
        </UnstyledButton>
      )}
    </>
  )
}

/** How many figures there are, and how many metrics do not hold; leads to them. Nothing while none is kept. */
function FigureStatus() {
  const standing = useFigureStanding()
  if (!standing || standing.figures === 0) return null
  const { figures, metrics, clashes } = standing
  return (
    <UnstyledButton className={classes.backup ?? ''} data-tone={clashes > 0 ? 'bad' : undefined} onClick={() => runAction('view.figures')}>
      {strings.figures.totals(figures, metrics)}
      {clashes > 0 && ` · ▲ ${strings.figures.contested(clashes)}`}
    </UnstyledButton>
  )
}

/** When the last backup was made, or that it failed; leads to all of them. Nothing while none was ever made, and in a notebook that is only read. */
function BackupStatus() {
  const backups = useClientState((state) => state.backups)
  if (!backups) return null
  const { isRunning, last, problem } = backups
  if (!isRunning && !problem && !last) return null
  return (
    <UnstyledButton
      className={classes.backup ?? ''}
      data-tone={problem ? 'bad' : undefined}
      title={problem ?? strings.backups.show}
      onClick={() => runAction('backups.show')}
    >
      {problem ? strings.backups.problem : isRunning || !last ? strings.backups.running : strings.backups.lastBackup(shownMoment(last.at))}
    </UnstyledButton>
  )
}

/** What is typed goes out without waiting for a pause; after a full or failing disk the host looks first whether it takes changes again. */
function useSaveNow(): () => void {
  const client = useClient()
  const saveNow = async () => {
    if (client.state.saving.kind === 'read-only') await client.ask('saving.retry', {})
    shelfOf(client).sendNow()
  }
  const run = () => void saveNow()
  useAction({ id: 'saving.now', run })
  return run
}

function useSaving(): { tone: 'good' | 'busy' | 'bad'; text: string } {
  const connection = useClientState((state) => state.connection)
  const saving = useClientState((state) => state.saving)
  const unanswered = useClientState((state) => state.unanswered)
  const hasDrafts = useDrafts((drafts) => drafts.open.size > 0)
  const isPast = useIsPast()
  if (isPast && connection === 'connected') return { tone: 'busy', text: strings.history.statusPast }
  if (saving.kind === 'read-only') return { tone: 'bad', text: strings.app.readOnly(saving.reason.message) }
  if (connection === 'outdated') return { tone: 'bad', text: strings.app.outdated }
  if (connection === 'lost') return { tone: 'bad', text: strings.app.connectionLost }
  if (connection === 'connecting') return { tone: 'busy', text: strings.app.connecting }
  if (hasDrafts) return { tone: 'busy', text: strings.app.unsavedDraft }
  if (unanswered > 0 || saving.kind === 'saving') return { tone: 'busy', text: strings.app.saving }
  return { tone: 'good', text: strings.app.saved }
}

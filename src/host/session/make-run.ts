// How a command is run: most go straight to the queue; for some the host first reads the past, a backup, damaged bytes or every note.

import type { Commit } from '../../core/store/change.ts'
import type { CommandAnswer, CommitQueue } from '../../core/store/commit-queue.ts'
import type { Tables } from '../../core/store/tables.ts'
import type { DamageDesk } from '../backups/damage-desk.ts'
import { type Restorable, runRestore } from '../backups/run-restore.ts'
import type { RecordHistory } from '../history/record-history.ts'
import type { ScannedBody } from '../storage/scan-bodies.ts'
import { collectPast, type PastView } from './collect-past.ts'
import { runLinking } from './run-linking.ts'
import { runSwap } from './run-swap.ts'

type Runnable = {
  tables: Tables
  queue: CommitQueue
  /** Told of every commit. */
  listeners: Set<(commit: Commit) => void>
  scanBodies: () => AsyncIterable<ScannedBody>
  history: RecordHistory
  openPast: (moment: { seq: number }) => Promise<PastView>
  forget: (input: unknown) => Promise<CommandAnswer>
  restorable: Restorable
  desk: DamageDesk
}

/** Commits of one `batch` are undone together. */
export type RunCommand = (actor: string, command: string, input: unknown, batch?: string) => Promise<CommandAnswer>

export function makeRun({ tables, queue, listeners, scanBodies, history, openPast, forget, restorable, desk }: Runnable): RunCommand {
  const notebook = { view: tables, scanBodies }
  return (actor, command, input, batch) => {
    switch (command) {
      case 'history.undo':
      case 'history.redo':
        return runSwap(queue, actor, command)
      case 'history.forget':
        return queue.readOnly ? Promise.resolve({ ok: false, error: queue.readOnly }) : forget(input)
      case 'backup.restore':
        return runRestore(restorable, actor, input)
      case 'insight.keep-readable':
        return desk.keepReadable(actor, input)
    }
    const collecting = collectPast({ view: tables, history, openPast }, command, input)
    // At once: the order of commands is the order in which the queue hears of them.
    if (!collecting) return runLinking(notebook, queue, listeners, { actor, command, input, batch })
    return collecting.then((past) => runLinking(notebook, queue, listeners, { actor, command, input, batch, past }))
  }
}

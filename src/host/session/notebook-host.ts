// What a session needs of an open notebook: the files behind it may be a folder, or nothing but memory.

import type { NotebookDescription, SavingStatus } from '../../core/contract/messages.ts'
import type { Moment } from '../../core/history/moment.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { Commit } from '../../core/store/change.ts'
import type { CommandAnswer } from '../../core/store/commit-queue.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import type { DamageDesk } from '../backups/damage-desk.ts'
import type { NotebookBackups } from '../backups/notebook-backups.ts'
import type { ClipDoor } from '../clips/clip-door.ts'
import type { RecordHistory } from '../history/record-history.ts'
import type { ImportDesk } from '../import/desk/import-desk.ts'

export type PastHost = NotebookHost & { close: () => Promise<void> }

export type NotebookHost = {
  readonly manifest: Pick<NotebookDescription, 'id' | 'title' | 'schema'>
  /** What was found damaged, each with a whole sentence for people. */
  readonly damage: readonly { message: string }[]
  /** Told when more is found: bodies and texts are looked at when they are read. Undefined where nothing can be damaged. */
  readonly onDamage?: (listener: () => void) => () => void
  readonly view: NotebookView
  /** The folder resources/ as the shell has it; undefined where it brought none. */
  readonly resourcesUrl?: URL | undefined
  readonly queue: { readonly lastSeq: number; readonly undoStacks: { forget: (actor: string) => void } }
  /** Resolves once the command is durable or refused; rejects for bugs alone. */
  run: (actor: string, command: string, input: unknown) => Promise<CommandAnswer>
  /** Told of every commit after it was swapped in, in order. */
  onCommit: (listener: (commit: Commit) => void) => () => void
  status: () => SavingStatus
  /** Keeps a picture; resolves with `files/<sha256>.<extension>` once it is durable. Rejects with a refusal (no picture, too large, the disk). */
  addImage: (bytes: Uint8Array) => Promise<string>
  onStatus: (listener: (status: SavingStatus) => void) => () => void
  /** Undefined where nobody can be paired: a notebook in memory, or one that was opened for reading. */
  readonly clippers?: ClipDoor | undefined
  /** The worker that reads clipped pages; undefined where the shell has none. */
  readonly workerUrl?: URL | undefined
  /** Tries at once whether a disk that was full or failed takes changes again. Undefined where nothing of the kind can happen. */
  readonly retrySaving?: () => Promise<SavingStatus>
  /** Undefined for a notebook that is nothing but memory. */
  readonly history?: RecordHistory
  /** The same notebook as it was at a moment, beside this one; whoever opens it closes it. Undefined where there is no past to be had. */
  readonly openPast?: (moment: Moment, signal: AbortSignal) => Promise<PastHost>
  /** Undefined where the notebook is only read, or is nothing but memory. */
  readonly backups?: NotebookBackups | undefined
  readonly damageDesk?: DamageDesk | undefined
  /** Undefined where the notebook is only read, and where the shell has no worker. */
  readonly imports?: ImportDesk | undefined
  /** Undefined where the text is not here or its file is gone. */
  readText: (text: RecordId<'text'>) => Promise<{ markdown: string; readingText: string } | undefined>
  /** The bodies of all insights, the trash included, in no promised order; never holds the event loop for longer than 8 ms. */
  scanBodies: () => AsyncIterable<{ id: RecordId<'insight'>; body: string }>
}

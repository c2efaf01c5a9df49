// What a shell gets when it opens a notebook, and what it may ask for.

import type { SavingStatus } from '../core/contract/messages.ts'
import type { Moment } from '../core/history/moment.ts'
import type { RecordId, RecordKind } from '../core/records/record-id.ts'
import type { Commit } from '../core/store/change.ts'
import type { CommandAnswer, CommitQueue } from '../core/store/commit-queue.ts'
import type { NotebookView } from '../core/store/notebook-view.ts'
import type { Tables } from '../core/store/tables.ts'
import type { DamageDesk } from './backups/damage-desk.ts'
import type { NotebookBackups } from './backups/notebook-backups.ts'
import type { ClipDoor } from './clips/clip-door.ts'
import type { RecordHistory } from './history/record-history.ts'
import type { ImportDesk } from './import/desk/import-desk.ts'
import type { DamageReport } from './storage/damage.ts'
import type { FileSystem } from './storage/file-system.ts'
import type { SchemaSteps } from './storage/load-notebook.ts'
import type { NotebookLock } from './storage/notebook-lock.ts'
import type { ScannedBody } from './storage/scan-bodies.ts'

export type OpenOptions = {
  /** `read` takes no lock, writes nothing, and works beside a writer and on read-only media. */
  mode?: 'write' | 'read'
  /** With `read`: the notebook as it was after the last commit that is not after this moment. Refused as `not-found` before its history. */
  asOf?: Moment
  /** Taken before with `lockEarly`; released when the notebook is closed, or cannot be opened. */
  lock?: NotebookLock
  /** Makes the notebook first where the folder holds none. */
  create?: { title: string }
  now?: () => string
  newId?: <Kind extends RecordKind>(kind: Kind) => RecordId<Kind>
  /** Where the shell keeps the bundled worker and resources/: a path that works unbundled breaks in the bundle. */
  workerUrl?: URL
  resourcesUrl?: URL
  fileSystem?: FileSystem
  /** After this long without a commit a new generation may be written. */
  idleMs?: number
  /**
   * Where backups lie outside of the notebook, and that they are made by the clock and before bulk changes. Without it only a migration makes one, in
   * the notebook's folder.
   */
  backups?: { outside: string | undefined; firstCheckMs?: number; checkEveryMs?: number } | undefined
  /** For tests of migrations. */
  steps?: SchemaSteps
}

export type OpenNotebook = {
  folder: string
  mode: 'write' | 'read'
  readonly manifest: { id: string; title: string; createdAt: string; schema: number; generation: number }
  tables: Tables
  view: NotebookView
  /** In read mode it refuses everything with `read-only`. */
  queue: CommitQueue
  workerUrl: URL | undefined
  resourcesUrl: URL | undefined
  /** Commits of one `batch` are undone together. */
  run: (actor: string, command: string, input: unknown, batch?: string) => Promise<CommandAnswer>
  onCommit: (listener: (commit: Commit) => void) => () => void
  status: () => SavingStatus
  onStatus: (listener: (status: SavingStatus) => void) => () => void
  /** Without torn tails, which nobody was promised. Grows while bodies and texts are read for the first time. */
  readonly damage: DamageReport
  onDamage: (listener: () => void) => () => void
  /** After a failed save: tries now whether saving works again. It tries by itself as well. */
  retrySaving: () => Promise<SavingStatus>
  addImage: (bytes: Uint8Array) => Promise<string>
  /** Set by `openClipDoor`. */
  clippers?: ClipDoor
  history: RecordHistory
  /** The same notebook as it was, to be read beside this one; close it. Rejects with the refusals of `asOf`, and `stale` once `signal` is aborted. */
  openPast: (moment: Moment, signal?: AbortSignal) => Promise<OpenNotebook>
  /** Undefined in read mode. */
  backups: NotebookBackups | undefined
  damageDesk: DamageDesk | undefined
  /** Undefined in read mode, and without a `workerUrl`. */
  imports?: ImportDesk | undefined
  readText: (id: RecordId<'text'>) => Promise<{ markdown: string; readingText: string } | undefined>
  scanBodies: () => AsyncGenerator<ScannedBody, void, undefined>
  /** Resolves once bodies that were found damaged were looked for in the generation before: reading one again may then give it. */
  healed: () => Promise<void>
  /** Writes a new generation now; rejects with a refusal where the disk fails. */
  snapshot: () => Promise<void>
  /** Waits for every command, writes a generation if the journal has grown, and frees the lock. */
  close: () => Promise<void>
}

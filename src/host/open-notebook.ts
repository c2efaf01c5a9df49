// Opens one notebook, in the order in which it has to happen: lock, load, queue, then what follows commits. The host on one page.

import type { SavingStatus } from '../core/contract/messages.ts'
import type { Moment } from '../core/history/moment.ts'
import type { RecordId, RecordKind } from '../core/records/record-id.ts'
import type { Commit } from '../core/store/change.ts'
import { type CommandAnswer, CommitQueue } from '../core/store/commit-queue.ts'
import type { NotebookView } from '../core/store/notebook-view.ts'
import { Refusal, type RefusalValue } from '../core/store/refusal.ts'
import { Tables } from '../core/store/tables.ts'
import { BackupKeeper } from './backups/backup-keeper.ts'
import { backUpBeforeMigration } from './backups/before-migration.ts'
import { type DamageDesk, damageDesk } from './backups/damage-desk.ts'
import { type NotebookBackups, notebookBackups } from './backups/notebook-backups.ts'
import type { Pin } from './backups/pin-notebook.ts'
import type { Restorable } from './backups/run-restore.ts'
import type { ClipDoor } from './clips/clip-door.ts'
import { CommitIndex } from './history/commit-index.ts'
import { finishForgetting, forgetHistory } from './history/forget-history.ts'
import { loadAsOf } from './history/load-as-of.ts'
import { openRecordHistory, type RecordHistory } from './history/record-history.ts'
import { makeRun } from './session/make-run.ts'
import { makeForgetting } from './session/run-forgetting.ts'
import { Breather } from './storage/breather.ts'
import { createNotebook } from './storage/create-notebook.ts'
import { DamageLog, type DamageReport } from './storage/damage.ts'
import { type FileSystem, nodeFileSystem } from './storage/file-system.ts'
import { hasNotebook } from './storage/has-notebook.ts'
import { type LoadedNotebook, loadBesideWriter, releasedSteps, type SchemaSteps } from './storage/load-notebook.ts'
import { newRecordId } from './storage/new-id.ts'
import type { NotebookDocument } from './storage/notebook-document.ts'
import { lockNotebook } from './storage/notebook-lock.ts'
import { NotebookStatus } from './storage/notebook-status.ts'
import { NotebookStore } from './storage/notebook-store.ts'
import { RecordMap } from './storage/record-map.ts'
import { SavingRecovery } from './storage/saving-recovery.ts'
import { type ScannedBody, scanBodies } from './storage/scan-bodies.ts'
import { toRefusal } from './storage/storage-refusal.ts'
import { storeImage } from './storage/store-image.ts'
import { TextStore } from './storage/text-store.ts'
import { wallClock } from './storage/wall-clock.ts'

export type OpenOptions = {
  /** `read` takes no lock, writes nothing, and works beside a writer and on read-only media. */
  mode?: 'write' | 'read'
  /** With `read`: the notebook as it was after the last commit that is not after this moment. Refused as `not-found` before its history. */
  asOf?: Moment
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
  readonly manifest: { id: string; title: string; schema: number; generation: number }
  tables: Tables
  view: NotebookView
  /** In read mode it refuses everything with `read-only`. */
  queue: CommitQueue
  workerUrl: URL | undefined
  resourcesUrl: URL | undefined
  run: (actor: string, command: string, input: unknown) => Promise<CommandAnswer>
  onCommit: (listener: (commit: Commit) => void) => () => void
  status: () => SavingStatus
  onStatus: (listener: (status: SavingStatus) => void) => () => void
  /** Without torn tails, which nobody was promised. Grows while bodies and texts are read for the first time. */
  readonly damage: DamageReport
  onDamage: (listener: () => void) => void
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
  readText: (id: RecordId<'text'>) => Promise<{ markdown: string; readingText: string } | undefined>
  scanBodies: () => AsyncGenerator<ScannedBody, void, undefined>
  /** Resolves once bodies that were found damaged were looked for in the generation before: reading one again may then give it. */
  healed: () => Promise<void>
  /** Writes a new generation now; rejects with a refusal where the disk fails. */
  snapshot: () => Promise<void>
  /** Waits for every command, writes a generation if the journal has grown, and frees the lock. */
  close: () => Promise<void>
}

const defaultIdleMs = 30_000
/** After the windows' first rows. */
const settleDelayMs = 100

/** Throws refusals: `not-found` (no notebook there), `locked`, `read-only` (a folder that cannot be written), `invalid` (a newer schema). */
export async function openNotebook(folder: string, options: OpenOptions = {}): Promise<OpenNotebook> {
  const { mode = 'write', fileSystem = nodeFileSystem, create } = options
  try {
    if (!(await hasNotebook(fileSystem, folder))) {
      if (!create || mode === 'read') throw new Refusal('not-found', `there is no notebook in ${folder}: \`footing new\` makes one`)
      await createNotebook(folder, { ...create, fileSystem, ...(options.now ? { now: options.now } : {}) })
    }
    return mode === 'read' ? await openForReading(folder, options, fileSystem) : await openForWriting(folder, options, fileSystem)
  } catch (error) {
    throw toRefusal(error, 'opening the notebook')
  }
}

async function openForWriting(folder: string, options: OpenOptions, fileSystem: FileSystem): Promise<OpenNotebook> {
  const { now = wallClock, newId = newRecordId, idleMs = defaultIdleMs, steps = releasedSteps } = options
  // First of all: nothing below may be read or cleaned up while another process writes it.
  const lock = lockNotebook(folder)
  try {
    await finishForgetting(fileSystem, folder)
    const damage = new DamageLog(fileSystem, folder, true)
    const outside = options.backups?.outside
    const beforeMigration = (pin: Pin) => backUpBeforeMigration(fileSystem, { folder, outside, pin, now })
    const store = await NotebookStore.open({ fileSystem, folder, damage, now, steps, beforeMigration })
    const { loaded } = store.adapter
    const { tables, texts } = makeTables(folder, fileSystem, damage, loaded)
    const listeners = new Set<(commit: Commit) => void>()
    const status = new NotebookStatus()
    let isClosing = false
    // Unreferenced: waiting to tidy up must not keep a process alive.
    const idle = setTimeout(() => void store.rotateIfDue('idle'), idleMs).unref()
    const queue = new CommitQueue({
      tables,
      lastSeq: loaded.document.seq,
      now,
      newId,
      append: (commits) => store.append(commits),
      storeTexts: (markdown) => texts.store(markdown),
      beforeBulk: () => {
        // Only remembered here: the state before lies on disk until then and after, and is copied while everybody goes on.
        if (options.backups) void keeper.make('before bulk change')
      },
      onCommit: (commit) => {
        for (const listener of listeners) listener(commit)
        idle.refresh()
        void store.rotateIfDue('after a commit')
      },
      onReadOnly: (reason) => {
        if (isClosing) return
        status.setReadOnly(reason, true)
        if (reason) recovery.start()
        else void recovery.stop()
      },
    })
    const keeper = new BackupKeeper({
      ...{ fileSystem, folder, notebookId: loaded.manifest.id, outside, now, steps },
      ...{ pin: () => store.pin(), lastSeq: () => queue.lastSeq },
      ...{ firstCheckMs: options.backups?.firstCheckMs, checkEveryMs: options.backups?.checkEveryMs },
    })
    if (options.backups) keeper.start()
    const recovery = new SavingRecovery(
      () => store.recover(),
      () => queue.resume(),
    )
    const close = async () => {
      if (isClosing) return
      isClosing = true
      clearTimeout(idle)
      await queue.idle()
      await keeper.stop()
      await recovery.stop()
      queue.setReadOnly({ code: 'closed', message: 'this notebook is closed' })
      try {
        await store.rotateIfDue('closing')
        await store.close()
      } finally {
        lock.release()
      }
    }
    const parts = commonParts(folder, options, 'write', damage, tables, texts, queue, status, loaded)
    const restorable: Restorable = { fileSystem, folder, steps, tables, queue, keeper, scanBodies: parts.scanBodies }
    const desk = damageDesk({ ...restorable, damage, loaded: () => store.adapter.loaded, readText: parts.readText })
    const index = new CommitIndex(fileSystem, folder)
    const history = openRecordHistory(fileSystem, folder, index)
    const openPast = makeOpenPast(folder, options, index)
    const rotate = () => store.rotate().catch((error: unknown) => Promise.reject(toRefusal(error, 'writing a new generation')))
    const forget = makeForgetting(
      (wish) => forgetHistory(fileSystem, folder, index, { ...wish, rotate, generation: () => store.adapter.manifest.generation }),
      () => queue.lastSeq,
    )
    const { scanBodies } = parts
    const run = makeRun({ tables, queue, listeners, scanBodies, history, openPast, forget, restorable, desk })
    return {
      backups: notebookBackups(restorable),
      damageDesk: desk,
      ...parts,
      history,
      openPast,
      get manifest() {
        return store.adapter.manifest
      },
      get damage() {
        return reportOf(damage)
      },
      retrySaving: async () => {
        await recovery.now()
        return status.current
      },
      addImage: async (bytes) => {
        if (queue.readOnly) throw new Refusal(queue.readOnly.code, queue.readOnly.message)
        return storeImage(fileSystem, folder, bytes)
      },
      run: (actor, command, input) => status.whileSaving(run(actor, command, input)),
      onCommit: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      snapshot: rotate,
      close,
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function openForReading(
  folder: string,
  options: OpenOptions,
  fileSystem: FileSystem,
  index = new CommitIndex(fileSystem, folder),
  signal?: AbortSignal,
): Promise<OpenNotebook> {
  const loaded = options.asOf
    ? await loadAsOf(fileSystem, folder, options.asOf, { steps: options.steps, index, signal })
    : { ...(await loadBesideWriter(fileSystem, folder, options.steps)), release: async () => {} }
  const { damage, manifest } = loaded
  const { tables, texts } = makeTables(folder, fileSystem, damage, loaded)
  const status = new NotebookStatus()
  const reason: RefusalValue = {
    code: 'read-only',
    message: options.asOf ? 'this is the notebook as it was: nothing can be changed in the past' : 'this notebook was opened for reading',
  }
  const refuse = () => Promise.reject(new Refusal(reason.code, reason.message))
  const queue = new CommitQueue({
    tables,
    lastSeq: loaded.document.seq,
    now: () => '',
    newId: newRecordId,
    append: refuse,
    storeTexts: refuse,
    onCommit: () => {},
    onReadOnly: (why) => status.setReadOnly(why),
  })
  queue.setReadOnly(reason)
  return {
    history: openRecordHistory(fileSystem, folder, index, options.asOf && loaded.document.seq),
    openPast: makeOpenPast(folder, options, index),
    backups: undefined,
    damageDesk: undefined,
    ...commonParts(folder, options, 'read', damage, tables, texts, queue, status, loaded),
    manifest,
    get damage() {
      return reportOf(damage)
    },
    retrySaving: async () => status.current,
    addImage: refuse,
    run: (actor, command, input) => queue.run(actor, command, input),
    onCommit: () => () => {},
    snapshot: refuse,
    close: async () => {
      await loaded.bodyFiles.close()
      await loaded.release()
    },
  }
}

function makeOpenPast(folder: string, options: OpenOptions, index: CommitIndex): OpenNotebook['openPast'] {
  return (asOf, signal) => openForReading(folder, { ...options, mode: 'read', asOf }, options.fileSystem ?? nodeFileSystem, index, signal)
}

function reportOf(damage: DamageLog): DamageReport {
  return damage.found.filter(({ kind }) => kind !== 'torn')
}

function makeTables(folder: string, fileSystem: FileSystem, damage: DamageLog, { document, bodyFiles }: LoadedNotebook) {
  void settleTables(document.tables)
  const texts = new TextStore(fileSystem, folder, damage, (id) => tables.head('texts', id))
  const tables: Tables = new Tables(document.tables, {
    readBody: (reference, id) => bodyFiles.read(reference, id),
    readingText: (id) => texts.readingText(id),
  })
  return { tables, texts }
}

/** In the background: the first rows need no look-up by id, the first edit does. */
async function settleTables(tables: NotebookDocument['tables']): Promise<void> {
  const breather = new Breather()
  await new Promise((resolve) => setTimeout(resolve, settleDelayMs).unref())
  for (const table of tables.values()) if (table instanceof RecordMap) await table.settle(breather)
}

function commonParts(
  folder: string,
  { workerUrl, resourcesUrl }: OpenOptions,
  mode: 'write' | 'read',
  damage: DamageLog,
  tables: Tables,
  texts: TextStore,
  queue: CommitQueue,
  status: NotebookStatus,
  { bodyFiles }: LoadedNotebook,
) {
  return {
    folder,
    mode,
    tables,
    view: tables,
    queue,
    workerUrl,
    resourcesUrl,
    status: () => status.current,
    onStatus: (listener: (status: SavingStatus) => void) => status.onChange(listener),
    onDamage: (listener: () => void) => damage.onFound(listener),
    readText: (id: RecordId<'text'>) => texts.read(id),
    scanBodies: () => scanBodies(tables, bodyFiles),
    healed: () => bodyFiles.settled(),
  }
}

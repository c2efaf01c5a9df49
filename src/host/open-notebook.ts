// Opens one notebook, in the order in which it has to happen: lock, load, queue, then what follows commits. The host on one page.

import type { Commit } from '../core/store/change.ts'
import { CommitQueue } from '../core/store/commit-queue.ts'
import { Refusal } from '../core/store/refusal.ts'
import { BackupKeeper } from './backups/backup-keeper.ts'
import { backUpBeforeMigration } from './backups/before-migration.ts'
import { damageDesk } from './backups/damage-desk.ts'
import { notebookBackups } from './backups/notebook-backups.ts'
import type { Pin } from './backups/pin-notebook.ts'
import type { Restorable } from './backups/run-restore.ts'
import { CommitIndex } from './history/commit-index.ts'
import { finishForgetting, forgetHistory } from './history/forget-history.ts'
import { openRecordHistory } from './history/record-history.ts'
import { ImportDesk } from './import/desk/import-desk.ts'
import { removeStagedFiles } from './import/desk/staged-files.ts'
import { commonParts, makeTables, reportOf } from './notebook-parts.ts'
import { makeOpenPast, openForReading } from './open-for-reading.ts'
import type { OpenNotebook, OpenOptions } from './opened-notebook.ts'
import { makeRun, type RunCommand } from './session/make-run.ts'
import { makeForgetting } from './session/run-forgetting.ts'
import { createNotebook } from './storage/create-notebook.ts'
import { DamageLog } from './storage/damage.ts'
import { type FileSystem, nodeFileSystem } from './storage/file-system.ts'
import { hasNotebook } from './storage/has-notebook.ts'
import { releasedSteps } from './storage/load-notebook.ts'
import { newRecordId } from './storage/new-id.ts'
import { lockNotebook } from './storage/notebook-lock.ts'
import { NotebookStatus } from './storage/notebook-status.ts'
import { NotebookStore } from './storage/notebook-store.ts'
import { SavingRecovery } from './storage/saving-recovery.ts'
import { toRefusal } from './storage/storage-refusal.ts'
import { storeImage } from './storage/store-image.ts'
import { wallClock } from './storage/wall-clock.ts'

const defaultIdleMs = 30_000

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
  const lock = options.lock ?? lockNotebook(folder)
  try {
    await finishForgetting(fileSystem, folder)
    // What an import left behind that ended with its process. Nobody waits for it.
    const isTidy = removeStagedFiles(folder)
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
      fileSystem,
      folder,
      notebookId: loaded.manifest.id,
      outside,
      now,
      steps,
      workerUrl: options.workerUrl,
      pin: () => store.pin(),
      lastSeq: () => queue.lastSeq,
      firstCheckMs: options.backups?.firstCheckMs,
      checkEveryMs: options.backups?.checkEveryMs,
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
      await imports?.close()
      await isTidy
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
    const runCommand = makeRun({ tables, queue, listeners, scanBodies, history, openPast, forget, restorable, desk })
    const run: RunCommand = (actor, command, input, batch) => status.whileSaving(runCommand(actor, command, input, batch))
    const backups = notebookBackups(restorable)
    const backUp = () => void (options.backups && backups.make('before import').catch(() => {}))
    const imports = options.workerUrl && new ImportDesk({ folder, run, view: tables, readText: parts.readText, backUp, isTidy }, options.workerUrl)
    return {
      backups,
      damageDesk: desk,
      imports,
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
      run,
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

// A notebook that is only read: as it is, beside its writer, or as it was at a moment.

import { CommitQueue } from '../core/store/commit-queue.ts'
import { Refusal, type RefusalValue } from '../core/store/refusal.ts'
import { CommitIndex } from './history/commit-index.ts'
import { loadAsOf } from './history/load-as-of.ts'
import { openRecordHistory } from './history/record-history.ts'
import { commonParts, makeTables, reportOf } from './notebook-parts.ts'
import type { OpenNotebook, OpenOptions } from './opened-notebook.ts'
import { type FileSystem, nodeFileSystem } from './storage/file-system.ts'
import { loadBesideWriter } from './storage/load-notebook.ts'
import { newRecordId } from './storage/new-id.ts'
import { NotebookStatus } from './storage/notebook-status.ts'

export async function openForReading(
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

export function makeOpenPast(folder: string, options: OpenOptions, index: CommitIndex): OpenNotebook['openPast'] {
  return (asOf, signal) => openForReading(folder, { ...options, mode: 'read', asOf }, options.fileSystem ?? nodeFileSystem, index, signal)
}

// Proves that a backup is one: everything it needs is read back, and it opens as the notebook that it is of.

import type { RecordCounts } from '../../core/backups/backup.ts'
import { askWorker } from '../ask-worker.ts'
import { type FileSystem, nodeFileSystem } from '../storage/file-system.ts'
import { releasedSteps, type SchemaSteps } from '../storage/load-notebook.ts'
import type { BackedUpFile } from './backup-head.ts'
import { BackupStore } from './backup-store.ts'
import { countRecords, openBackup } from './open-backup.ts'

/** What the opened backup holds, and what of it is damaged, in words. */
export type BackupProof = { seq: number; counts: RecordCounts; damage: string[] }

/** For the worker: `store` is the folder of the backups. */
export type ProofTask = { prove: { store: string; files: readonly BackedUpFile[] } }
export type ProofAnswer = { proof: BackupProof } | { error: { message: string; code: string | undefined } }

export type Prover = (fileSystem: FileSystem, store: BackupStore, files: readonly BackedUpFile[], signal?: AbortSignal) => Promise<BackupProof>

/**
 * In a thread of its own where the shell has one: 100,000 records that are parsed again beside those in memory cost the collector 100 ms at a time, and
 * the windows with it. Where the thread does not come up, in this one: a backup without a proof would be none.
 */
export function proverOf(steps: SchemaSteps, workerUrl: URL | undefined): Prover {
  return async (fileSystem, store, files, signal) => {
    // The thread knows the real disk and the released schema alone.
    if (!workerUrl || fileSystem !== nodeFileSystem || steps !== releasedSteps) return proveBackup(store, files, steps)
    const answer = await askWorker<ProofAnswer>(workerUrl, { prove: { store: store.folder, files } } satisfies ProofTask, signal)
    signal?.throwIfAborted()
    if (!answer) return proveBackup(store, files, steps)
    if ('error' in answer) throw Object.assign(new Error(answer.error.message), answer.error)
    return answer.proof
  }
}

async function proveBackup(store: BackupStore, files: readonly BackedUpFile[], steps: SchemaSteps): Promise<BackupProof> {
  const { document, bodyFiles, damage } = await openBackup(store, files, steps)
  try {
    return {
      seq: document.seq,
      counts: await countRecords(document.tables),
      damage: damage.found.filter(({ kind }) => kind === 'lost' || kind === 'healed').map(({ message }) => message),
    }
  } finally {
    await bodyFiles.close()
  }
}

export async function proveInThread({ prove: { store, files } }: ProofTask): Promise<ProofAnswer> {
  try {
    return { proof: await proveBackup(new BackupStore(nodeFileSystem, store), files, releasedSteps) }
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    return { error: { message, code } }
  }
}

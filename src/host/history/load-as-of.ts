// The notebook as it was at a moment: the generation of that time, replayed up to its last commit, read in its schema and then migrated.

import { join } from 'node:path'
import type { Moment } from '../../core/history/moment.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { DamageLog } from '../storage/damage.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { rebuildManifest } from '../storage/find-manifest.ts'
import { type LoadedNotebook, loadNotebook, releasedSteps, type SchemaSteps } from '../storage/load-notebook.ts'
import { CommitIndex } from './commit-index.ts'
import { findMoment } from './find-generation.ts'
import { unpackHistory } from './unpack-history.ts'

export type PastNotebook = LoadedNotebook & { damage: DamageLog; release: () => Promise<void> }
export type AsOfOptions = {
  steps?: SchemaSteps | undefined
  /** One that knows the journals already saves reading them. */
  index?: CommitIndex | undefined
  /** Nobody waits for it any more: rejects with the refusal `stale`, at the next step. */
  signal?: AbortSignal | undefined
}

const attempts = 5

/**
 * Takes no lock and writes nothing but a private temp folder, which `release` takes away again, after the body files are closed. A writer may
 * move a generation into the history meanwhile: then it is looked for again. Throws the refusal `not-found` where nothing is kept of that moment.
 */
export async function loadAsOf(fileSystem: FileSystem, folder: string, moment: Moment, options: AsOfOptions = {}): Promise<PastNotebook> {
  const { steps = releasedSteps, index = new CommitIndex(fileSystem, folder), signal } = options
  for (let attempt = 1; ; attempt += 1) {
    const unpacked = await unpackHistory(fileSystem, folder)
    try {
      const damage = new DamageLog(fileSystem, unpacked.folder, false)
      const { lastSeq, records, bodies, journals } = await findMoment(fileSystem, folder, index, unpacked, moment, damage)
      const wanted = new Set([records, bodies, ...journals])
      for (const name of wanted) {
        refuseAborted(signal)
        await unpacked.folderOf(name)
      }
      for (const name of await fileSystem.list(unpacked.folder)) if (!wanted.has(name)) await fileSystem.unlink(join(unpacked.folder, name))
      const manifest = await rebuildManifest(fileSystem, unpacked.folder)
      if (!manifest) throw new Refusal('not-found', `${records} is damaged: nothing can be read of that moment`)
      refuseAborted(signal)
      const loaded = await loadNotebook(fileSystem, unpacked.folder, damage, { steps, past: { found: { manifest, isRebuilt: true }, lastSeq } })
      return { ...loaded, damage, release: unpacked.remove }
    } catch (error) {
      await unpacked.remove()
      if (error instanceof Refusal || attempt === attempts) throw error
    }
  }
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Refusal('stale', 'another moment was asked for meanwhile')
}

// The writer's storage of one open notebook: loads it through LowDB, appends commits, and begins new generations when that is worth it.

import { join } from 'node:path'
import { Low } from 'lowdb'
import type { Commit } from '../../core/store/change.ts'
import { emptyTableMaps } from '../../core/store/tables.ts'
import { type Pin, pinBesideWriter, pinOf } from '../backups/pin-notebook.ts'
import { cacheFolder } from './columns-file.ts'
import type { DamageLog } from './damage.ts'
import { removeTemporaryFiles } from './durable-file.ts'
import type { FileSystem } from './file-system.ts'
import { parseGenerationFile } from './generation-names.ts'
import { createJournal, JournalFile } from './journal-file.ts'
import { JournalWriter } from './journal-writer.ts'
import { loadNotebook, type SchemaSteps } from './load-notebook.ts'
import { writeManifest } from './manifest.ts'
import { NotebookAdapter } from './notebook-adapter.ts'
import type { NotebookDocument } from './notebook-document.ts'
import { probeRoom } from './probe-room.ts'
import { removeUnfinished, rotateGeneration } from './rotate-generation.ts'
import { isRotationDue, type RotationMoment } from './rotation-policy.ts'
import { SavedMark } from './saved-mark.ts'

export type StoreOptions = {
  fileSystem: FileSystem
  folder: string
  damage: DamageLog
  now: () => string
  steps: SchemaSteps
  beforeMigration?: ((pin: Pin) => Promise<void>) | undefined
}

const rotationPauseMs = 60_000

export class NotebookStore {
  readonly low: Low<NotebookDocument>
  readonly adapter: NotebookAdapter
  readonly #options: StoreOptions
  readonly #journal: JournalWriter
  readonly #mark: SavedMark
  /** Of the journals before the newest: they are replayed at every opening until a snapshot has them. */
  #olderJournalBytes: number
  #rotation: Promise<void> | undefined
  /** The journal failed: nothing is appended before a generation stands that does not depend on it. */
  #needsGeneration = false
  /** After a rotation that failed: the next one would fail as well, and each writes as much as it can before. */
  #nextRotationAt = 0

  private constructor(
    options: StoreOptions,
    low: Low<NotebookDocument>,
    adapter: NotebookAdapter,
    journal: JournalFile,
    mark: SavedMark,
    olderJournalBytes: number,
  ) {
    this.#options = options
    this.low = low
    this.adapter = adapter
    this.#olderJournalBytes = olderJournalBytes
    this.#mark = mark
    this.#journal = new JournalWriter(journal, (seq) => {
      low.data.seq = seq
      mark.note(seq)
    })
  }

  /** For the holder of the lock. Throws the refusals of `loadNotebook`. */
  static async open(options: StoreOptions): Promise<NotebookStore> {
    const { fileSystem, folder, damage, steps, beforeMigration } = options
    for (const name of ['', 'texts', 'history', cacheFolder]) await removeTemporaryFiles(fileSystem, join(folder, name))
    const adapter = new NotebookAdapter(fileSystem, folder, damage, steps.target, () =>
      loadNotebook(fileSystem, folder, damage, { steps, mayWrite: true }),
    )
    const low = new Low<NotebookDocument>(adapter, { id: '', title: '', createdAt: '', seq: 0, tables: emptyTableMaps() })
    await low.read()
    const { manifest, isRebuilt, isMigrated, journalBytes } = adapter.loaded
    try {
      if (isMigrated) await beforeMigration?.(await pinBesideWriter(fileSystem, folder))
      if (isRebuilt) await writeManifest(fileSystem, folder, manifest)
      await removeUnfinished(fileSystem, folder, manifest)
      const journal = await openNewestJournal(fileSystem, folder, adapter)
      const mark = await SavedMark.open(fileSystem, folder, low.data.seq)
      const store = new NotebookStore(options, low, adapter, journal, mark, journalBytes - journal.size)
      // Before the first commit: no journal may hold records of two schemas.
      if (isMigrated) await store.#rotate()
      return store
    } catch (error) {
      await adapter.loaded.bodyFiles.close()
      throw error
    }
  }

  /** The moment right now: every commit that was answered, and none that is being written. */
  pin(): Pin {
    const { manifest } = this.adapter
    const lengths = new Map<string, number | undefined>()
    let isAfter = false
    for (const { name, bytes } of manifest.files.journals) {
      // The next generation's journal may be named already, with nothing in it but its head.
      lengths.set(name, name === this.#journal.name ? this.#journal.size : isAfter ? bytes : undefined)
      isAfter ||= name === this.#journal.name
    }
    return pinOf(manifest, lengths)
  }

  async append(commits: readonly Commit[]): Promise<void> {
    try {
      await this.#journal.append(commits)
    } catch (error) {
      this.#needsGeneration ||= this.#journal.hasFailed
      throw error
    }
  }

  /**
   * After a failed append: resolves once commits can be appended again, rejects while they cannot. A full disk needs room for what was refused.
   * After anything else the old journal is cut to what was acknowledged, and a whole new generation is written from memory, on fresh descriptors.
   */
  async recover(): Promise<void> {
    if (!this.#needsGeneration) return await probeRoom(this.#options.fileSystem, this.#options.folder)
    await this.#rotation?.catch(() => {})
    await this.#journal.cut(this.#options.fileSystem)
    await this.rotate()
    this.#needsGeneration = false
  }

  /** Begins a new generation if this is the moment for it. Never rejects: a failed one leaves the journals that it would have replaced. */
  async rotateIfDue(moment: RotationMoment): Promise<void> {
    if (this.#rotation || this.#needsGeneration || performance.now() < this.#nextRotationAt) return
    const { records, bodies } = this.adapter.manifest.files
    if (!isRotationDue(moment, this.#olderJournalBytes + this.#journal.size, records.bytes + bodies.bytes)) return
    try {
      await this.rotate()
    } catch (error) {
      this.#nextRotationAt = performance.now() + rotationPauseMs
      const why = error instanceof Error ? error.message : String(error)
      await this.#options.damage.add({
        file: 'notebook.json',
        message: `a new generation could not be written (${why}); every change is safe in the journal`,
        kind: 'note',
      })
    }
  }

  /** Begins a new generation now. Rejects where the disk fails; the notebook stays usable. */
  async rotate(): Promise<void> {
    while (this.#rotation) await this.#rotation.catch(() => {})
    this.#rotation = this.#rotate().finally(() => {
      this.#rotation = undefined
    })
    await this.#rotation
  }

  async close(): Promise<void> {
    await this.#rotation?.catch(() => {})
    await this.#journal.close()
    await this.#mark.close()
    await this.adapter.loaded.bodyFiles.close()
  }

  async #rotate(): Promise<void> {
    const { fileSystem, folder, steps } = this.#options
    const before = this.#journal
    try {
      await rotateGeneration(fileSystem, folder, this.low, this.adapter, before, steps.target)
    } finally {
      const { journals, records, bodies } = this.adapter.manifest.files
      this.#olderJournalBytes = journals.length > 1 ? records.bytes + bodies.bytes : 0
    }
  }
}

/** The newest journal, cut after its last good line; a new one where it is gone, empty or was never begun properly. */
async function openNewestJournal(fileSystem: FileSystem, folder: string, adapter: NotebookAdapter): Promise<JournalFile> {
  const { journalEnd, cutOff, manifest } = adapter.loaded
  if (cutOff) await (await JournalFile.open(fileSystem, join(folder, cutOff.name), cutOff.goodEnd, cutOff.lacksNewline)).close()
  if (journalEnd.isUsable) return JournalFile.open(fileSystem, join(folder, journalEnd.name), journalEnd.goodEnd, journalEnd.lacksNewline)
  const { id, schema, generation, files } = manifest
  const numbers = files.journals.map(({ name }) => parseGenerationFile(name)?.generation ?? 0)
  const entry = await createJournal(fileSystem, folder, { id, schema, generation: Math.max(generation, ...numbers) + 1 })
  await adapter.addJournal(entry)
  return JournalFile.open(fileSystem, join(folder, entry.name), entry.bytes)
}

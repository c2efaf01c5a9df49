// From files to a document: which generation, its records, its journals, and today's schema.

import { join } from 'node:path'
import { currentSchema, type Migration, migrateRecord, migrations, stepsFrom } from '../../core/migrations/migrations.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { isTableName, type TableName } from '../../core/records/tables.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { type StoredRecord, toRecord } from '../../core/store/stored-record.ts'
import { emptyTableMaps } from '../../core/store/tables.ts'
import { BodyFiles } from './body-files.ts'
import { DamageLog } from './damage.ts'
import { codeOf } from './error-code.ts'
import type { FileSystem } from './file-system.ts'
import { type FoundManifest, findManifest } from './find-manifest.ts'
import { findStrays, putStraysBack, readingStrays } from './find-strays.ts'
import { manifestName } from './generation-names.ts'
import { type JournalEnd, readRecordsHealing, replayJournals } from './load-generation.ts'
import { type Manifest, readManifest } from './manifest.ts'
import type { NotebookDocument } from './notebook-document.ts'
import { type RecordTables, readRecords } from './read-records.ts'
import { readSavedMark, type SavedMarkReading, savedMarkName } from './saved-mark.ts'

export type LoadedNotebook = {
  manifest: Manifest
  isRebuilt: boolean
  document: NotebookDocument
  bodyFiles: BodyFiles
  journalEnd: JournalEnd
  /** Of a journal before the newest: what stands behind its good end is to be cut off, or the next commits would make it look like a loss. */
  cutOff: JournalEnd | undefined
  journalBytes: number
  /** True where the tables came from an older schema: a generation of the new one has to be written. */
  isMigrated: boolean
}

/** For tests of the machinery: the list of steps, and the schema it leads to. */
export type SchemaSteps = { migrations: readonly Migration[]; target: number }
export const releasedSteps: SchemaSteps = { migrations, target: currentSchema }

/** A generation of the past: what it consists of, and the commit after which it is not read on. */
export type PastGeneration = { found: FoundManifest; lastSeq: number }

export type LoadOptions = {
  steps?: SchemaSteps | undefined
  past?: PastGeneration
  /** For the holder of the lock: files that lie under each other's names are put back. Others read them where they lie. */
  mayWrite?: boolean
}

/** Throws refusals: `not-found` without a notebook, `invalid` for a newer schema. Damage is logged and never a reason not to open. */
export async function loadNotebook(
  fileSystem: FileSystem,
  folder: string,
  damage: DamageLog,
  { steps = releasedSteps, past, mayWrite = false }: LoadOptions = {},
): Promise<LoadedNotebook> {
  // Before the journals, and before the list of them: a writer beside us goes on meanwhile.
  const mark = past ? undefined : await readSavedMark(fileSystem, folder)
  const { manifest, isRebuilt, liesAt } = past?.found ?? (await findManifest(fileSystem, folder, damage))
  if (liesAt !== undefined && mayWrite) await putStraysBack(fileSystem, folder, [{ name: manifestName, liesAt }])
  if (manifest.schema > steps.target) {
    throw new Refusal(
      'invalid',
      `this notebook has schema ${manifest.schema}, and this Footing knows up to ${steps.target}: open it with a newer Footing`,
    )
  }
  if (past || isRebuilt) return await loadFiles(fileSystem, folder, damage, { manifest, isRebuilt, steps, past, savedSeq: seqOf(mark) })
  const files = await inTheirPlaces(fileSystem, folder, manifest, damage, mayWrite)
  // A mark under another name was put back just now.
  const found = mark?.kind === 'read' || !mayWrite ? mark : await readSavedMark(fileSystem, folder)
  if (found?.kind !== 'read' && manifest.guards !== undefined) {
    const what = found?.kind === 'missing' ? 'missing' : 'damaged'
    await damage.add({
      file: savedMarkName,
      kind: 'healed',
      message: `${savedMarkName} is ${what}: whether the end of the journal is whole cannot be told`,
    })
  }
  return await loadFiles(files, folder, damage, { manifest, isRebuilt, steps, past, savedSeq: seqOf(found) })
}

function seqOf(mark: SavedMarkReading | undefined): number | undefined {
  return mark?.kind === 'read' ? mark.seq : undefined
}

/** The file system in which every file is under its own name. */
async function inTheirPlaces(fileSystem: FileSystem, folder: string, manifest: Manifest, damage: DamageLog, mayWrite: boolean): Promise<FileSystem> {
  const strays = await findStrays(fileSystem, folder, manifest)
  for (const { name, liesAt } of strays) await damage.add({ file: name, kind: 'healed', message: `${name} lay under another name (${liesAt})` })
  if (!mayWrite) return readingStrays(fileSystem, folder, strays)
  await putStraysBack(fileSystem, folder, strays)
  return fileSystem
}

type FilesToLoad = {
  manifest: Manifest
  isRebuilt: boolean
  steps: SchemaSteps
  past: PastGeneration | undefined
  savedSeq: number | undefined
}

async function loadFiles(
  fileSystem: FileSystem,
  folder: string,
  damage: DamageLog,
  { manifest, isRebuilt, steps, past, savedSeq }: FilesToLoad,
): Promise<LoadedNotebook> {
  const bodyFiles = new BodyFiles(fileSystem, (id, file, isHealed) => {
    const message = `the body of ${id} is damaged${isHealed ? '; it was healed from the generation before' : ''}`
    // The quarantine gets the bytes when the next generation is written; the old file keeps them until then.
    void damage.add({ file, message, kind: isHealed ? 'healed' : 'lost', record: id })
  })
  try {
    const bodies = await openBodies(fileSystem, folder, manifest.files.bodies, bodyFiles)
    const heal = () => readPrevious(fileSystem, folder, manifest, bodyFiles)
    const tables = await readRecordsHealing(fileSystem, folder, manifest.files, isRebuilt, damage, heal)
    const { seq, end, cutOff, bytes } = await replayJournals(fileSystem, folder, manifest.files.journals, tables, manifest.seq, damage, {
      isRebuilt,
      savedSeq,
      ...(past ? { lastSeq: past.lastSeq } : {}),
    })
    const { id, title, createdAt } = manifest
    const isMigrated = manifest.schema < steps.target
    const loaded: LoadedNotebook = {
      manifest,
      isRebuilt,
      // Numbers of changes that are gone are not given again: the gap stays to be seen.
      document: { id, title, createdAt, seq: Math.max(seq, past ? 0 : (savedSeq ?? 0)), tables },
      bodyFiles,
      journalEnd: end,
      cutOff,
      journalBytes: bytes,
      isMigrated,
    }
    // Of the generation that is the current one when a body is found damaged, which need not be the one that was loaded.
    bodyFiles.healFrom(() => readPrevious(fileSystem, folder, loaded.manifest, bodyFiles))
    if (bodies) {
      const isHealed = await bodyFiles.heal()
      const consequence = isHealed
        ? 'bodies of insights were healed from the generation before'
        : 'bodies of insights are lost, unless history/ or backups/ has them'
      await damage.add({ file: manifest.files.bodies.name, kind: isHealed ? 'healed' : 'lost', message: `${bodies}: ${consequence}` })
    }
    if (isMigrated) loaded.document.tables = migrated(tables, bodyFiles, stepsFrom(manifest.schema, steps.migrations, steps.target))
    return loaded
  } catch (error) {
    await bodyFiles.close()
    throw error
  }
}

/**
 * As `loadNotebook`, without the lock that a writer holds: another process may switch to its next generation meanwhile and, a generation
 * later, take the files away. What was read is one moment if notebook.json still says the same afterwards; else it is read again. So is what looks
 * like a loss: it may be a line that was being written, with the next journal begun behind our back.
 */
export async function loadBesideWriter(fileSystem: FileSystem, folder: string, steps?: SchemaSteps): Promise<LoadedNotebook & { damage: DamageLog }> {
  for (let attempt = 1; ; attempt += 1) {
    const damage = new DamageLog(fileSystem, folder, false)
    const loaded = await loadNotebook(fileSystem, folder, damage, { steps })
    const after = await readManifest(fileSystem, folder)
    const isSame = after.kind !== 'read' || after.manifest.generation === loaded.manifest.generation
    const isWhole = !damage.found.some(({ kind }) => kind === 'lost')
    if ((isSame && (isWhole || attempt > 1)) || attempt === 10) return { ...loaded, damage }
    await loaded.bodyFiles.close()
  }
}

/** Resolves with what is wrong with the file as a whole, in words. */
async function openBodies(
  fileSystem: FileSystem,
  folder: string,
  { name, bytes }: { name: string; bytes: number },
  bodyFiles: BodyFiles,
): Promise<string | undefined> {
  try {
    const file = await fileSystem.open(join(folder, name), 'r')
    const { size } = await file.stat()
    bodyFiles.add(file, name, size)
    return size === bytes ? undefined : `${name} has ${size} bytes instead of ${bytes}`
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    bodyFiles.addMissing(name)
    return `${name} is missing`
  }
}

/** The tables as they were when the current generation began, from the one before; undefined where that is not whole either. */
export async function readPrevious(
  fileSystem: FileSystem,
  folder: string,
  manifest: Manifest,
  bodyFiles: BodyFiles,
): Promise<RecordTables | undefined> {
  const { previous } = manifest
  if (!previous || previous.schema !== manifest.schema) return undefined
  const damage = new DamageLog(fileSystem, folder, false)
  const { tables, damaged } = await readRecords(fileSystem, folder, previous.files.records.name, previous.files.records)
  if (damaged.length > 0) return undefined
  const { seq } = await replayJournals(fileSystem, folder, previous.files.journals, tables, previous.seq, damage)
  if (seq !== manifest.seq || damage.found.some(({ kind }) => kind === 'lost')) return undefined
  const base = await addOlderBodies(fileSystem, folder, previous.files.bodies, bodyFiles)
  const insights = tables.get('insights') ?? new Map<RecordId, StoredRecord>()
  for (const [id, record] of insights) {
    const { body } = record as { body: string | number }
    if (typeof body === 'number') insights.set(id, { ...record, body: base + body } as StoredRecord)
  }
  return tables
}

/** Its slot is below the current file's: the newest is the one that stays. */
async function addOlderBodies(fileSystem: FileSystem, folder: string, { name }: { name: string }, bodyFiles: BodyFiles): Promise<number> {
  try {
    const file = await fileSystem.open(join(folder, name), 'r')
    return bodyFiles.addOlder(file, name, (await file.stat()).size)
  } catch {
    return bodyFiles.addMissing(name)
  }
}

function migrated(tables: RecordTables, bodyFiles: BodyFiles, steps: readonly Migration[]): RecordTables {
  const result = emptyTableMaps()
  for (const [table, records] of tables) {
    for (const stored of records.values()) {
      const whole = toRecord(stored, (reference, id) => bodyFiles.read(reference, id)) as unknown as { [field: string]: unknown }
      const next = migrateRecord(steps, table, whole)
      if (next && isTableName(next.table))
        result.get(next.table as TableName)?.set(next.record.id as RecordId, next.record as unknown as StoredRecord)
    }
  }
  return result
}

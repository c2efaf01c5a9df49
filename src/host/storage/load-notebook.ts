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
import { codeOf, type FileSystem } from './file-system.ts'
import { type FoundManifest, findManifest } from './find-manifest.ts'
import { type JournalEnd, readRecordsHealing, replayJournals } from './load-generation.ts'
import { type Manifest, readManifest } from './manifest.ts'
import type { NotebookDocument } from './notebook-document.ts'
import { type RecordTables, readRecords } from './read-records.ts'

export type LoadedNotebook = {
  manifest: Manifest
  isRebuilt: boolean
  document: NotebookDocument
  bodyFiles: BodyFiles
  journalEnd: JournalEnd
  journalBytes: number
  /** True where the tables came from an older schema: a generation of the new one has to be written. */
  isMigrated: boolean
}

/** For tests of the machinery: the list of steps, and the schema it leads to. */
export type SchemaSteps = { migrations: readonly Migration[]; target: number }
export const releasedSteps: SchemaSteps = { migrations, target: currentSchema }

/** A generation of the past: what it consists of, and the commit after which it is not read on. */
export type PastGeneration = { found: FoundManifest; lastSeq: number }

/** Throws refusals: `not-found` without a notebook, `invalid` for a newer schema. Damage is logged and never a reason not to open. */
export async function loadNotebook(
  fileSystem: FileSystem,
  folder: string,
  damage: DamageLog,
  { migrations: steps, target }: SchemaSteps = releasedSteps,
  past?: PastGeneration,
): Promise<LoadedNotebook> {
  const { manifest, isRebuilt } = past?.found ?? (await findManifest(fileSystem, folder, damage))
  if (manifest.schema > target) {
    throw new Refusal('invalid', `this notebook has schema ${manifest.schema}, and this Footing knows up to ${target}: open it with a newer Footing`)
  }
  const bodyFiles = new BodyFiles(fileSystem, (id, file) => {
    // The quarantine gets the bytes when the next generation is written; the old file keeps them until then.
    void damage.add({ file, message: `the body of ${id} is damaged`, record: id })
  })
  try {
    await openBodies(fileSystem, folder, manifest.files.bodies, bodyFiles, damage)
    const tables = await readRecordsHealing(fileSystem, folder, manifest.files, isRebuilt, damage, () =>
      readPrevious(fileSystem, folder, manifest, bodyFiles),
    )
    const { seq, end, bytes } = await replayJournals(fileSystem, folder, manifest.files.journals, tables, manifest.seq, damage, {
      isRebuilt,
      ...(past ? { lastSeq: past.lastSeq } : {}),
    })
    const { id, title, createdAt } = manifest
    const isMigrated = manifest.schema < target
    const document = {
      id,
      title,
      createdAt,
      seq,
      tables: isMigrated ? migrated(tables, bodyFiles, stepsFrom(manifest.schema, steps, target)) : tables,
    }
    return { manifest, isRebuilt, document, bodyFiles, journalEnd: end, journalBytes: bytes, isMigrated }
  } catch (error) {
    await bodyFiles.close()
    throw error
  }
}

/**
 * As `loadNotebook`, without the lock that a writer holds: another process may switch to its next generation meanwhile and, a generation
 * later, take the files away. What was read is one moment if notebook.json still says the same afterwards; else it is read again.
 */
export async function loadBesideWriter(fileSystem: FileSystem, folder: string, steps?: SchemaSteps): Promise<LoadedNotebook & { damage: DamageLog }> {
  for (let attempt = 1; ; attempt += 1) {
    const damage = new DamageLog(fileSystem, folder, false)
    const loaded = await loadNotebook(fileSystem, folder, damage, steps)
    const after = await readManifest(fileSystem, folder)
    const isSame = after.kind !== 'read' || after.manifest.generation === loaded.manifest.generation
    if (isSame || attempt === 10) return { ...loaded, damage }
    await loaded.bodyFiles.close()
  }
}

async function openBodies(
  fileSystem: FileSystem,
  folder: string,
  { name, bytes }: { name: string; bytes: number },
  bodyFiles: BodyFiles,
  damage: DamageLog,
): Promise<number> {
  try {
    const file = await fileSystem.open(join(folder, name), 'r')
    const { size } = await file.stat()
    if (size !== bytes) await damage.add({ file: name, message: `${name} has ${size} bytes instead of ${bytes}: bodies of insights are lost` })
    return bodyFiles.add(file, name, size)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await damage.add({
      file: name,
      message: `${name} is missing: the bodies of insights that it held are lost, unless history/ or backups/ has them`,
    })
    return bodyFiles.addMissing(name)
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
  if (seq !== manifest.seq || damage.found.length > 0) return undefined
  const base = await openBodies(fileSystem, folder, previous.files.bodies, bodyFiles, damage)
  const insights = tables.get('insights') ?? new Map<RecordId, StoredRecord>()
  for (const [id, record] of insights) {
    const { body } = record as { body: string | number }
    if (typeof body === 'number') insights.set(id, { ...record, body: base + body } as StoredRecord)
  }
  return tables
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

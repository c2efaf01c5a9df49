// Makes a notebook of an exported one, record for record, in a folder that appears whole or not at all.

import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import { currentSchema, migrateRecord, stepsFrom } from '../../core/migrations/migrations.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { type AnyRecord, isTableName, type TableName, tableNames, tableOf, tableSchemas } from '../../core/records/tables.ts'
import { referencesOf, refusalOf } from '../../core/rules/check-changes.ts'
import type { RecordChange } from '../../core/store/change.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import { openNotebook } from '../open-notebook.ts'
import { createNotebook } from '../storage/create-notebook.ts'
import { publishDurably, writeAll } from '../storage/durable-file.ts'
import { nodeFileSystem as fileSystem } from '../storage/file-system.ts'
import { hasNotebook } from '../storage/has-notebook.ts'
import { checkNotebookFile, type NotebookFileHead, readNotebookFile } from './notebook-file.ts'

export type ImportedNotebook = { records: number; texts: number; files: number }

/** Refused with `invalid` where the file is damaged or newer, with `exists` where the folder holds anything but an empty notebook. */
export async function importNotebook(path: string, folder: string): Promise<ImportedNotebook> {
  const target = resolve(folder)
  const isThere = await refuseUsedFolder(target)
  const head = await checkNotebookFile(path)
  if (head.schema > currentSchema) throw new Refusal('invalid', `${path} was written by a newer Footing: update this one to bring it in`)
  await fileSystem.makeFolder(dirname(target))
  const building = join(dirname(target), `.${basename(target)}.importing-${randomBytes(4).toString('hex')}`)
  try {
    const counts = await layOut(path, head, building)
    const old = `${building}-old`
    if (isThere) await fileSystem.rename(target, old)
    await fileSystem.rename(building, target)
    await fileSystem.syncFolder(dirname(target))
    await rm(old, { recursive: true, force: true })
    return counts
  } catch (error) {
    await rm(building, { recursive: true, force: true })
    throw error
  }
}

/** True where the folder is there. A notebook that nobody wrote into is as good as none. */
async function refuseUsedFolder(target: string): Promise<boolean> {
  const names = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    if (error.code === 'ENOTDIR') throw new Refusal('exists', `${target} is a file: a notebook needs a folder`)
    throw error
  })
  if (!names) return false
  if (!(await hasNotebook(fileSystem, target))) {
    if (names.some((name) => !name.startsWith('.'))) throw new Refusal('exists', `${target} is not empty: name a new folder for the notebook`)
    return true
  }
  // For its lock: nobody may have it open while its folder is exchanged.
  const notebook = await openNotebook(target)
  try {
    const isUsed = notebook.queue.lastSeq > 0 || tableNames.some((table) => !notebook.view.heads(table)[Symbol.iterator]().next().done)
    if (isUsed) throw new Refusal('exists', `${target} holds a notebook already: an exported notebook comes back whole, into a new folder`)
  } finally {
    await notebook.close()
  }
  return true
}

async function layOut(path: string, head: NotebookFileHead, building: string): Promise<ImportedNotebook> {
  const content = new Map<TableName, Map<RecordId, StoredRecord>>(tableNames.map((table) => [table, new Map()]))
  const steps = stepsFrom(head.schema)
  const files = new Set<string>()
  const texts = new Set<string>()
  for (const name of ['texts', 'files']) await fileSystem.makeFolder(join(building, name))
  for await (const line of readNotebookFile(path)) {
    if ('record' in line) {
      const migrated = migrateRecord(steps, line.table, line.record)
      if (migrated) take(content, migrated.table, migrated.record)
    } else if ('text' in line) {
      await store(join(building, 'texts', `${line.text}.md`), Buffer.from(line.markdown), line.text)
      await store(join(building, 'texts', `${line.text}.reading.txt`), Buffer.from(line.reading))
      texts.add(line.text)
    } else {
      await store(join(building, 'files', line.file), Buffer.from(line.bytes, 'base64'), line.file.slice(0, 64))
      files.add(line.file)
    }
  }
  checkWhole(content, texts)
  const { title, id, createdAt, seq } = head
  const tables = tableNames.map((table): [TableName, StoredRecord[]] => [table, [...(content.get(table)?.values() ?? [])]])
  await createNotebook(building, { title, content: { id, createdAt, seq, tables } })
  return { records: tables.reduce((sum, [, records]) => sum + records.length, 0), texts: texts.size, files: files.size }
}

function take(content: Map<TableName, Map<RecordId, StoredRecord>>, table: string, given: unknown): void {
  if (!isTableName(table)) throw new Refusal('invalid', `the file has a table ${table}, which no notebook has`)
  const parsed = readBySchema(tableSchemas[table], given)
  if (!parsed.success) throw refusalOf(String((given as { id?: unknown }).id ?? table), parsed.error.issues)
  // What was read, not what zod made of it: a record comes back with its fields in the order they had.
  content.get(table)?.set(parsed.data.id, given as StoredRecord)
}

/** The hash says that nothing was damaged on the way; whoever wrote the file may still have left something out. */
function checkWhole(content: ReadonlyMap<TableName, ReadonlyMap<RecordId, StoredRecord>>, texts: ReadonlySet<string>): void {
  for (const [table, records] of content) {
    for (const [id, after] of records) {
      if (table === 'texts' && !texts.has(id.slice('text:'.length))) throw new Refusal('invalid', `the file does not hold the text ${id}`)
      for (const other of referencesOf({ table, id, after: after as unknown as AnyRecord } as unknown as RecordChange))
        if (!content.get(tableOf(other))?.has(other)) throw new Refusal('invalid', `${id} refers to ${other}, which is not in the file`)
    }
  }
}

async function store(path: string, bytes: Buffer, sha256?: string): Promise<void> {
  if (sha256 !== undefined && createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Refusal('invalid', `${basename(path)} is not what its name says: export the notebook again`)
  await publishDurably(fileSystem, path, (file) => writeAll(file, bytes, 0))
}

// Reads one generation into tables: its records, then its journals over them. Used for the current one and, to heal it, for the one before.

import { join } from 'node:path'
import type { RecordId } from '../../core/records/record-id.ts'
import { isTableName, type TableName } from '../../core/records/tables.ts'
import type { StoredCommit } from '../../core/store/change.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import { readColumns } from './columns-file.ts'
import type { DamageLog, Found } from './damage.ts'
import type { FileSystem } from './file-system.ts'
import { parseGenerationFile } from './generation-names.ts'
import type { GenerationFiles } from './manifest.ts'
import { type JournalReading, looksTorn, readJournal } from './read-journal.ts'
import { type RecordTables, readRecords } from './read-records.ts'

/** How far a journal goes, for whoever writes on. */
export type JournalEnd = Pick<JournalReading, 'goodEnd' | 'lacksNewline'> & { name: string; isUsable: boolean }

export type ReplayOptions = {
  isRebuilt?: boolean
  /** Commits after it are left out. */
  lastSeq?: number
  /** The last commit that is known to have been acknowledged. */
  savedSeq?: number | undefined
}

/**
 * Lays journals over tables, up to the commit `lastSeq`. Resolves with the last commit's number, the end of the last journal, and `cutOff`, that of
 * one before it in which the program stopped while the next was being begun.
 */
export async function replayJournals(
  fileSystem: FileSystem,
  folder: string,
  journals: GenerationFiles['journals'],
  tables: RecordTables,
  seq: number,
  damage: DamageLog,
  { isRebuilt = false, lastSeq = Number.POSITIVE_INFINITY, savedSeq }: ReplayOptions = {},
): Promise<{ seq: number; end: JournalEnd; cutOff: JournalEnd | undefined; bytes: number }> {
  let last = seq
  let cutOff: JournalEnd | undefined
  // A new journal is named before commits go into it. Until one does, the journal before is the one that a kill or a power cut leaves unfinished.
  const lastWritten = isRebuilt ? journals.length - 1 : await lastWrittenOf(fileSystem, folder, journals)
  let end: JournalEnd = { name: '', goodEnd: 0, lacksNewline: false, isUsable: false }
  let bytes = 0
  for (const [index, journal] of journals.entries()) {
    const isNewest = index >= lastWritten
    const notes: Found[] = []
    const gap = (message: string) => notes.push({ file: journal.name, message })
    let lastHere = 0
    const apply = (commit: StoredCommit) => {
      if (commit.seq <= lastHere) notes.push(twice(journal.name, commit.seq))
      lastHere = Math.max(lastHere, commit.seq)
      // A commit that the snapshot holds already: whole records make replaying it harmless, but it is older than what is there.
      if (commit.seq <= last || commit.seq > lastSeq) return
      if (commit.seq > last + 1) gap(missing(last + 1, commit.seq - 1))
      last = commit.seq
      applyStored(tables, commit, gap)
    }
    const isTail = () => isNewest && savedSeq !== undefined && last >= savedSeq
    const reading = await readJournal(fileSystem, folder, journal.name, isRebuilt ? undefined : journal, apply, isTail)
    for (const { offset, bytes: damagedBytes, message } of reading.damaged)
      await damage.add({ file: journal.name, message, bytes: damagedBytes, offset })
    if (isNewest && reading.lacksNewline && savedSeq !== undefined && last <= savedSeq) notes.push(cutNewline(journal.name))
    for (const note of notes) await damage.add(note)
    let isUsable = reading.goodEnd > 0
    // What could not be put aside is not cut off: the next commits go into a journal of their own.
    if (reading.torn)
      isUsable = (await damage.add(describeTail(journal.name, reading.torn, isNewest, isTail() || savedSeq === undefined))) && isUsable
    bytes += reading.goodEnd
    end = { name: journal.name, goodEnd: reading.goodEnd, lacksNewline: reading.lacksNewline, isUsable }
    if (index === lastWritten && index < journals.length - 1 && isUsable && (reading.torn || reading.lacksNewline)) cutOff = end
  }
  if (savedSeq !== undefined && last < Math.min(savedSeq, lastSeq))
    await damage.add({ file: end.name, message: `${missing(last + 1, savedSeq)} at the end of ${end.name}, though saved` })
  return { seq: last, end, cutOff, bytes }
}

/** The position of the last journal that holds more than its head. */
async function lastWrittenOf(fileSystem: FileSystem, folder: string, journals: GenerationFiles['journals']): Promise<number> {
  for (let index = journals.length - 1; index > 0; index -= 1) {
    const { name, bytes } = journals[index] as GenerationFiles['journals'][number]
    if (((await fileSystem.sizeOf(join(folder, name))) ?? 0) !== bytes) return index
  }
  return 0
}

function missing(first: number, last: number): string {
  return first === last ? `change ${first} is missing` : `changes ${first} to ${last} are missing`
}

function twice(file: string, seq: number): Found {
  return { file, kind: 'healed', message: `change ${seq} stands twice in ${file}; it counts once` }
}

function cutNewline(file: string): Found {
  return { file, kind: 'healed', message: `the very end of ${file} is missing; the last change itself is whole` }
}

/** `isSurplus`: every change that was acknowledged stands before it. */
function describeTail(file: string, { bytes, offset }: { bytes: Buffer; offset: number }, isNewest: boolean, isSurplus: boolean): Found {
  const at = { file, bytes, offset }
  if (!isNewest || !isSurplus) return { ...at, kind: 'lost', message: `${file} ends in the midst of a change` }
  if (!looksTorn(bytes))
    return {
      ...at,
      kind: 'healed',
      message: `${bytes.length} bytes that are no change stood at the end of ${file}; nothing that was saved is missing`,
    }
  return { ...at, kind: 'torn', message: 'the last change was being written when the program stopped; it had not been saved yet, and was cut off' }
}

function applyStored(tables: RecordTables, commit: StoredCommit, report: (message: string) => void): void {
  for (const { table, id, after } of commit.changes) {
    const map = isTableName(table) ? tables.get(table) : undefined
    if (!map) report(`change ${commit.seq} is about ${JSON.stringify(table)}, which is no table`)
    else if (after === null) map.delete(id)
    else map.set(id, after as StoredRecord)
  }
}

/** Reads the records file and says what is damaged, healing what the generation before still knows. */
export async function readRecordsHealing(
  fileSystem: FileSystem,
  folder: string,
  files: GenerationFiles,
  isRebuilt: boolean,
  damage: DamageLog,
  heal: () => Promise<RecordTables | undefined>,
): Promise<RecordTables> {
  const { name } = files.records
  const columns = isRebuilt ? undefined : await readColumns(fileSystem, folder, parseGenerationFile(name)?.generation ?? 0, files.records.sha256)
  const reading = await readRecords(fileSystem, folder, name, isRebuilt ? undefined : files.records, columns)
  if (reading.damaged.length === 0) return reading.tables
  const healed = await heal()
  if (healed) takeOver(reading.tables, healed)
  for (const { offset, bytes, message } of reading.damaged) {
    const consequence = healed ? 'it was healed from the generation before' : 'what it held is lost, unless history/ or backups/ has it'
    await damage.add({ file: name, message: `${message}; ${consequence}`, kind: healed ? 'healed' : 'lost', bytes, offset })
  }
  return reading.tables
}

function takeOver(tables: RecordTables, healed: ReadonlyMap<TableName, ReadonlyMap<RecordId, StoredRecord>>): void {
  for (const [table, records] of healed) for (const [id, record] of records) if (!tables.get(table)?.has(id)) tables.get(table)?.set(id, record)
}

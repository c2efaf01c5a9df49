// Reads one generation into tables: its records, then its journals over them. Used for the current one and, to heal it, for the one before.

import type { RecordId } from '../../core/records/record-id.ts'
import { isTableName, type TableName } from '../../core/records/tables.ts'
import type { StoredCommit } from '../../core/store/change.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import { readColumns } from './columns-file.ts'
import type { DamageLog } from './damage.ts'
import type { FileSystem } from './file-system.ts'
import { parseGenerationFile } from './generation-names.ts'
import type { GenerationFiles } from './manifest.ts'
import { type JournalReading, readJournal } from './read-journal.ts'
import { type RecordTables, readRecords } from './read-records.ts'

/** How far a journal goes, for whoever writes on. */
export type JournalEnd = Pick<JournalReading, 'goodEnd' | 'lacksNewline'> & { name: string; isUsable: boolean }

/** Lays journals over tables, up to the commit `lastSeq`. Resolves with the last commit's number and the end of the last journal. */
export async function replayJournals(
  fileSystem: FileSystem,
  folder: string,
  journals: GenerationFiles['journals'],
  tables: RecordTables,
  seq: number,
  damage: DamageLog,
  { isRebuilt = false, lastSeq = Number.POSITIVE_INFINITY }: { isRebuilt?: boolean; lastSeq?: number } = {},
): Promise<{ seq: number; end: JournalEnd; bytes: number }> {
  let last = seq
  let end: JournalEnd = { name: '', goodEnd: 0, lacksNewline: false, isUsable: false }
  let bytes = 0
  for (const [index, journal] of journals.entries()) {
    const gaps: string[] = []
    const reading = await readJournal(fileSystem, folder, journal.name, isRebuilt ? undefined : journal, (commit) => {
      // A commit that the snapshot holds already: whole records make replaying it harmless, but it is older than what is there.
      if (commit.seq <= last || commit.seq > lastSeq) return
      if (commit.seq > last + 1)
        gaps.push(last + 2 === commit.seq ? `change ${last + 1} is missing` : `changes ${last + 1} to ${commit.seq - 1} are missing`)
      last = commit.seq
      applyStored(tables, commit, (message) => gaps.push(message))
    })
    for (const { offset, bytes: damagedBytes, message } of reading.damaged)
      await damage.add({ file: journal.name, message, bytes: damagedBytes, offset })
    for (const message of gaps) await damage.add({ file: journal.name, message })
    if (reading.torn) {
      const isLast = index === journals.length - 1
      await damage.add({
        file: journal.name,
        message: isLast
          ? 'the last change was being written when the program stopped; it had not been saved yet, and was cut off'
          : `${journal.name} ends in the midst of a change`,
        kind: isLast ? 'torn' : 'lost',
        bytes: reading.torn.bytes,
        offset: reading.torn.offset,
      })
    }
    bytes += reading.goodEnd
    end = { name: journal.name, goodEnd: reading.goodEnd, lacksNewline: reading.lacksNewline, isUsable: reading.goodEnd > 0 }
  }
  return { seq: last, end, bytes }
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

// Where in the history a moment lies: the generation to begin from, and the commit to stop after.

import { join } from 'node:path'
import { isNotAfter, type Moment } from '../../core/history/moment.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { historyFolder } from '../storage/archive-generation.ts'
import type { DamageLog } from '../storage/damage.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { generationFile, parseGenerationFile } from '../storage/generation-names.ts'
import { readJournal } from '../storage/read-journal.ts'
import { isRecordsHead } from '../storage/records-file.ts'
import type { UnpackedHistory } from './unpack-history.ts'

/** A generation with the journals that belong to it: several where the next one could not be written at once. */
export type HistoryGeneration = { generation: number; records: string; bodies: string; journals: string[] }
export type FoundMoment = HistoryGeneration & { lastSeq: number }

/** Every generation that the folder and its history hold, oldest first. */
export async function listGenerations(fileSystem: FileSystem, folder: string): Promise<HistoryGeneration[]> {
  const archived = await fileSystem.list(join(folder, historyFolder)).catch(() => [])
  const names = new Set([...(await fileSystem.list(folder)), ...archived.map((name) => name.replace(/\.zst$/, ''))])
  const files = [...names].map(parseGenerationFile).filter((file) => file !== undefined)
  const numbersOf = (part: string) =>
    files
      .filter((file) => file.part === part)
      .map((file) => file.generation)
      .sort((one, other) => one - other)
  const snapshots = numbersOf('records')
  const journals = numbersOf('journal')
  return snapshots.map((generation, index) => ({
    generation,
    records: generationFile('records', generation),
    bodies: generationFile('bodies', generation),
    journals: journals
      .filter((number) => number >= generation && number < (snapshots[index + 1] ?? Number.POSITIVE_INFINITY))
      .map((number) => generationFile('journal', number)),
  }))
}

/**
 * From the newest generation backwards: the first that has a commit not after the moment holds the last such commit, since numbers only grow.
 * Clocks may jump: a commit's number decides, its time only whether it counts. Reads each journal on the way once; what is damaged on the way may
 * be a change that belongs to the answer, so it goes into the report. Throws the refusal `not-found` before what the history holds.
 */
export async function findMoment(
  fileSystem: FileSystem,
  generations: readonly HistoryGeneration[],
  unpacked: UnpackedHistory,
  moment: Moment,
  damage: DamageLog,
): Promise<FoundMoment> {
  for (const found of generations.toReversed()) {
    const startSeq = await startOf(fileSystem, await unpacked.folderOf(found.records), found.records)
    // The snapshot itself is of that change, or of one before it.
    let lastSeq = startSeq !== undefined && 'seq' in moment && startSeq <= moment.seq ? startSeq : undefined
    for (const journal of found.journals) {
      const { damaged } = await readJournal(fileSystem, await unpacked.folderOf(journal), journal, undefined, (commit) => {
        if (isNotAfter(moment, commit) && commit.seq > (lastSeq ?? 0)) lastSeq = commit.seq
      })
      for (const { message } of damaged) await damage.add({ file: journal, message })
    }
    if (lastSeq !== undefined) return { ...found, lastSeq }
    // Before the first commit of all there was an empty notebook.
    if (startSeq === 0) return { ...found, lastSeq: 0 }
  }
  throw new Refusal('not-found', 'the history of this notebook begins later: nothing is kept of that moment')
}

/** The number of the last commit that a snapshot holds. */
async function startOf(fileSystem: FileSystem, folder: string, name: string): Promise<number | undefined> {
  const bytes = await fileSystem.readFile(join(folder, name))
  try {
    const head: unknown = JSON.parse(bytes.toString('utf8', 0, Math.max(0, bytes.indexOf(0x0a))))
    return isRecordsHead(head) ? head.seq : undefined
  } catch {
    return undefined
  }
}

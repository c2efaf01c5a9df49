// Where in the history a moment lies: the generation to begin from, and the commit to stop after.

import { join } from 'node:path'
import { type Moment, resolvesTo } from '../../core/history/moment.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { historyFolder } from '../storage/archive-generation.ts'
import type { DamageLog } from '../storage/damage.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { generationFile, parseGenerationFile } from '../storage/generation-names.ts'
import type { CommitIndex } from './commit-index.ts'
import { type Forgotten, readForgotten } from './forgotten.ts'
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
 * Clocks may jump: a commit's number decides, its time only whether it counts. Reads each journal on the way once, for a commit's number only the
 * one that holds it; what is damaged on the way may be a change that belongs to the answer, so it goes into the report. Throws the refusal
 * `not-found` before what the history holds, or what it was told to forget.
 */
export async function findMoment(
  fileSystem: FileSystem,
  folder: string,
  index: CommitIndex,
  unpacked: UnpackedHistory,
  moment: Moment,
  damage: DamageLog,
): Promise<FoundMoment> {
  const forgotten = await readForgotten(fileSystem, folder)
  for (const found of (await listGenerations(fileSystem, folder)).toReversed()) {
    const startSeq = (await index.head(found.records))?.seq
    // All its commits come after its snapshot.
    if ('seq' in moment && startSeq !== undefined && startSeq > moment.seq) continue
    // The snapshot itself is of that change, or of one before it.
    let lastSeq = 'seq' in moment ? startSeq : undefined
    for (const name of found.journals) {
      const { seqs, atMs, damaged } = await index.journal(unpacked, name)
      for (const [position, seq] of seqs.entries()) if (seq > (lastSeq ?? 0) && resolvesTo(moment, seq, atMs[position] as number)) lastSeq = seq
      for (const message of damaged) await damage.add({ file: name, message })
    }
    if (lastSeq === undefined && forgotten !== undefined && startSeq === forgotten.seq && resolvesTo(moment, startSeq, forgotten.atMs))
      lastSeq = startSeq
    // Before the first commit of all there was an empty notebook.
    if (lastSeq === undefined && startSeq === 0) lastSeq = 0
    if (lastSeq === undefined) continue
    if (forgotten?.pending?.base === found.generation)
      throw new Refusal('locked', 'the history is being shortened at this moment: try again, or open the notebook once so that it can be finished')
    refuseForgotten(forgotten, moment, lastSeq)
    return { ...found, lastSeq }
  }
  refuseForgotten(forgotten, moment, -1)
  throw new Refusal('not-found', 'the history of this notebook begins later: nothing is kept of that moment')
}

function refuseForgotten(forgotten: Forgotten | undefined, moment: Moment, lastSeq: number): void {
  if (!forgotten) return
  if (lastSeq > forgotten.seq || (lastSeq === forgotten.seq && !('time' in moment && moment.time < forgotten.beforeMs))) return
  const when = new Date(forgotten.beforeMs).toISOString()
  throw new Refusal('not-found', `the history before ${when} was forgotten when somebody asked for it: nothing is kept of that moment`)
}

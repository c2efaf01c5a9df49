// How large a notebook's history is, since when it is kept, and what forgetting a part of it would take away.

import { join } from 'node:path'
import type { HistoryLoss, HistorySize } from '../../core/history/history-size.ts'
import type { Moment } from '../../core/history/moment.ts'
import { type PackedTimeline, packTimeline } from '../../core/history/timeline.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { historyFolder } from '../storage/archive-generation.ts'
import { DamageLog } from '../storage/damage.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { parseGenerationFile } from '../storage/generation-names.ts'
import type { CommitIndex } from './commit-index.ts'
import { findMoment, listGenerations } from './find-generation.ts'
import { readForgotten } from './forgotten.ts'
import { unpackHistory } from './unpack-history.ts'

type TimedCommit = { seq: number; atMs: number }

/** Every commit that is kept, in the order of their numbers, none twice; where older ones were forgotten, it begins with the last of those. */
async function listCommits(fileSystem: FileSystem, folder: string, index: CommitIndex): Promise<TimedCommit[]> {
  const unpacked = await unpackHistory(fileSystem, folder)
  try {
    const forgotten = await readForgotten(fileSystem, folder)
    const commits: TimedCommit[] = forgotten ? [{ seq: forgotten.seq, atMs: forgotten.atMs }] : []
    let last = forgotten?.seq ?? 0
    for (const { journals } of await listGenerations(fileSystem, folder)) {
      for (const name of journals) {
        const { seqs, atMs } = await index.journal(unpacked, name)
        for (const [position, seq] of seqs.entries()) {
          if (seq <= last) continue
          last = seq
          commits.push({ seq, atMs: atMs[position] as number })
        }
      }
    }
    return commits
  } finally {
    await unpacked.remove()
  }
}

export async function timelineOf(fileSystem: FileSystem, folder: string, index: CommitIndex): Promise<PackedTimeline> {
  return packTimeline(await listCommits(fileSystem, folder, index))
}

/** Files and bytes are those in history/: the present and the generation before it are the notebook's own. */
export async function measureHistory(fileSystem: FileSystem, folder: string, index: CommitIndex): Promise<HistorySize> {
  const commits = await listCommits(fileSystem, folder, index)
  const files = await historyFiles(fileSystem, folder)
  return {
    commits: commits.length,
    firstAt: momentText(commits[0]?.atMs),
    lastAt: momentText(commits.at(-1)?.atMs),
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

/** Throws the refusal `not-found` where the moment is before the history. */
export async function measureLoss(
  fileSystem: FileSystem,
  folder: string,
  index: CommitIndex,
  before: Moment,
): Promise<HistoryLoss & { seq: number; atMs: number }> {
  const commits = await listCommits(fileSystem, folder, index)
  const unpacked = await unpackHistory(fileSystem, folder)
  try {
    const found = await findMoment(fileSystem, folder, index, unpacked, before, new DamageLog(fileSystem, folder, false))
    const lost = commits.filter(({ seq }) => seq < found.lastSeq)
    const kept = commits.find(({ seq }) => seq === found.lastSeq)
    const older = (await historyFiles(fileSystem, folder)).filter(({ generation }) => generation < found.generation)
    if (lost.length > 0 && kept === undefined) throw new Refusal('invalid', `change ${found.lastSeq} is damaged: choose another moment`)
    return {
      commits: lost.length,
      bytes: older.reduce((sum, { bytes }) => sum + bytes, 0),
      firstAt: momentText(lost[0]?.atMs),
      lastAt: momentText(lost.at(-1)?.atMs),
      seq: found.lastSeq,
      atMs: kept?.atMs ?? 0,
    }
  } finally {
    await unpacked.remove()
  }
}

async function historyFiles(fileSystem: FileSystem, folder: string): Promise<{ generation: number; bytes: number }[]> {
  const files: { generation: number; bytes: number }[] = []
  for (const name of await fileSystem.list(join(folder, historyFolder)).catch(() => [])) {
    const file = parseGenerationFile(name.replace(/\.zst$/, ''))
    const bytes = file && (await fileSystem.sizeOf(join(folder, historyFolder, name)))
    if (file && bytes !== undefined) files.push({ generation: file.generation, bytes })
  }
  return files
}

/** A clock can be set to what no calendar has. */
function momentText(atMs: number | undefined): string | null {
  return atMs === undefined || Number.isNaN(atMs) ? null : new Date(atMs).toISOString()
}

// The history as a whole and of one record, out of the journals of all generations: history is the journal, so a version is a filter over it.

import { changedFields, writtenLength } from '../../core/history/describe-change.ts'
import type { HistoryLoss, HistorySize } from '../../core/history/history-size.ts'
import type { Moment } from '../../core/history/moment.ts'
import { pickVersions } from '../../core/history/pick-versions.ts'
import type { RecordVersion } from '../../core/history/record-version.ts'
import type { PackedTimeline } from '../../core/history/timeline.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { type AnyRecord, type TableName, tableOf } from '../../core/records/tables.ts'
import type { StoredCommit } from '../../core/store/change.ts'
import { toRecord } from '../../core/store/stored-record.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { readJournal } from '../storage/read-journal.ts'
import type { CommitIndex } from './commit-index.ts'
import { type HistoryGeneration, listGenerations } from './find-generation.ts'
import { readForgotten } from './forgotten.ts'
import { loadAsOf } from './load-as-of.ts'
import { measureHistory, measureLoss, timelineOf } from './measure-history.ts'
import { unpackHistory } from './unpack-history.ts'

export type RecordHistory = {
  /** Oldest first, thinned as `pickVersions` says. Reads every journal once, in pieces of about 4 ms. */
  versions: (id: RecordId) => Promise<RecordVersion[]>
  /** The record as it was after this commit; `null` where it was deleted by then, undefined where it was not there yet or nothing is kept of it. */
  at: (id: RecordId, seq: number) => Promise<AnyRecord | null | undefined>
  timeline: () => Promise<PackedTimeline>
  size: () => Promise<HistorySize>
  loss: (before: Moment) => Promise<HistoryLoss>
}

/** `lastSeq`: where the notebook is one of the past, nothing is known of what came later. */
export function openRecordHistory(fileSystem: FileSystem, folder: string, index: CommitIndex, lastSeq = Number.POSITIVE_INFINITY): RecordHistory {
  return {
    versions: async (id) => {
      const table = tableOf(id)
      const found: RecordVersion[] = []
      let before: AnyRecord | null | undefined
      const first = await firstKept(fileSystem, folder, index, table, id)
      if (first) {
        found.push({ ...first.version, state: stateOf(first.record), changed: [], length: writtenLength(first.record) })
        before = first.record
      }
      await scanCommits(fileSystem, folder, await listGenerations(fileSystem, folder), ({ seq, at, actor, command, changes }) => {
        const change = changes.findLast((each) => each.id === id && each.table === table)
        if (!change || seq > lastSeq || seq <= (first?.version.seq ?? 0)) return
        const { after } = change
        found.push({ seq, at, actor, command, state: stateOf(after), changed: changedFields(before, after), length: writtenLength(after) })
        before = after
      })
      return pickVersions(found)
    },
    at: async (id, wanted) => {
      const table = tableOf(id)
      // Backwards: the newest change that is not after it is the answer.
      for (const generation of (await listGenerations(fileSystem, folder)).toReversed()) {
        const start = (await index.head(generation.records))?.seq
        if (start !== undefined && start >= wanted) continue
        let found: AnyRecord | null | undefined
        await scanCommits(fileSystem, folder, [generation], ({ seq, changes }) => {
          if (seq > wanted || seq > lastSeq) return
          const change = changes.findLast((each) => each.id === id && each.table === table)
          if (change) found = change.after
        })
        if (found !== undefined) return found
      }
      const first = await firstKept(fileSystem, folder, index, table, id)
      return first && first.version.seq <= wanted ? first.record : undefined
    },
    timeline: () => timelineOf(fileSystem, folder, index),
    size: () => measureHistory(fileSystem, folder, index),
    loss: async (before) => {
      const { commits, bytes, firstAt, lastAt } = await measureLoss(fileSystem, folder, index, before)
      return { commits, bytes, firstAt, lastAt }
    },
  }
}

function stateOf(after: AnyRecord | null): RecordVersion['state'] {
  if (after === null) return 'gone'
  return 'removedAt' in after && after.removedAt !== undefined ? 'in trash' : 'there'
}

/** Where older commits were forgotten, the record as the snapshot has it that the history begins with: no commit that is kept made it. */
async function firstKept(
  fileSystem: FileSystem,
  folder: string,
  index: CommitIndex,
  table: TableName,
  id: RecordId,
): Promise<{ version: Pick<RecordVersion, 'seq' | 'at' | 'actor' | 'command'>; record: AnyRecord } | undefined> {
  const forgotten = await readForgotten(fileSystem, folder)
  if (!forgotten) return undefined
  const past = await loadAsOf(fileSystem, folder, { seq: forgotten.seq }, { index })
  try {
    const stored = past.document.tables.get(table)?.get(id)
    if (!stored) return undefined
    const record = toRecord<TableName>(stored as never, (reference, owner) => past.bodyFiles.read(reference, owner))
    return { version: { seq: forgotten.seq, at: new Date(forgotten.atMs).toISOString(), actor: '', command: '' }, record }
  } finally {
    await past.bodyFiles.close()
    await past.release()
  }
}

/** The commits of these generations in the order of their numbers, none twice. What is damaged is `footing check`'s to tell. */
async function scanCommits(
  fileSystem: FileSystem,
  folder: string,
  generations: readonly HistoryGeneration[],
  onCommit: (commit: StoredCommit) => void,
): Promise<void> {
  const unpacked = await unpackHistory(fileSystem, folder)
  let lastSeq = 0
  try {
    for (const { journals } of generations) {
      for (const journal of journals) {
        await readJournal(fileSystem, await unpacked.folderOf(journal), journal, undefined, (commit) => {
          if (commit.seq <= lastSeq) return
          lastSeq = commit.seq
          onCommit(commit)
        })
      }
    }
  } finally {
    await unpacked.remove()
  }
}

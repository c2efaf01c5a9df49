// The versions of one record, out of the journals of all generations: history is the journal, so a version is a filter over it.

import { pickVersions, type RecordVersion } from '../../core/history/pick-versions.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { type AnyRecord, tableOf } from '../../core/records/tables.ts'
import type { StoredCommit } from '../../core/store/change.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { readJournal } from '../storage/read-journal.ts'
import { listGenerations } from './find-generation.ts'
import { unpackHistory } from './unpack-history.ts'

export type RecordHistory = {
  /** Oldest first, thinned as `pickVersions` says. Reads every journal once, in pieces of about 4 ms. */
  versions: (id: RecordId) => Promise<RecordVersion[]>
  /** The record as this commit left it; `null` where the commit deleted it, undefined where the commit is not known or about other records. */
  at: (id: RecordId, seq: number) => Promise<AnyRecord | null | undefined>
}

export function openRecordHistory(fileSystem: FileSystem, folder: string): RecordHistory {
  return {
    versions: async (id) => {
      const table = tableOf(id)
      const found: RecordVersion[] = []
      await scanCommits(fileSystem, folder, ({ seq, at, actor, command, changes }) => {
        const change = changes.findLast((each) => each.id === id && each.table === table)
        if (change) found.push({ seq, at, actor, command, state: stateOf(change.after) })
      })
      return pickVersions(found)
    },
    at: async (id, wanted) => {
      const table = tableOf(id)
      let found: AnyRecord | null | undefined
      await scanCommits(fileSystem, folder, ({ seq, changes }) => {
        if (seq === wanted) found = changes.findLast((each) => each.id === id && each.table === table)?.after
      })
      return found
    },
  }
}

function stateOf(after: AnyRecord | null): RecordVersion['state'] {
  if (after === null) return 'gone'
  return 'removedAt' in after && after.removedAt !== undefined ? 'in trash' : 'there'
}

/** Every commit of the notebook in the order of their numbers, none twice. What is damaged is `footing check`'s to tell. */
async function scanCommits(fileSystem: FileSystem, folder: string, onCommit: (commit: StoredCommit) => void): Promise<void> {
  const unpacked = await unpackHistory(fileSystem, folder)
  let lastSeq = 0
  try {
    for (const { journals } of await listGenerations(fileSystem, folder)) {
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

// A generation that begins later than it did: a snapshot of one of its commits, and what its journals say after that one.

import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { tableNames } from '../../core/records/tables.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import type { TableMap } from '../../core/store/tables.ts'
import { archiveFiles } from '../storage/archive-generation.ts'
import { publishDurably, writeAll } from '../storage/durable-file.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { releasedSteps } from '../storage/load-notebook.ts'
import { writeGeneration } from '../storage/write-generation.ts'
import type { CommitIndex } from './commit-index.ts'
import type { HistoryGeneration } from './find-generation.ts'
import { loadAsOf } from './load-as-of.ts'
import { unpackHistory } from './unpack-history.ts'

const newline = 0x0a

/**
 * Writes the files of `generation` as they are from commit `seq` on, compressed, into `target`/history. In the schema of the generation: its
 * journals go on in that one. Nothing in the notebook is touched.
 */
export async function cutGeneration(
  fileSystem: FileSystem,
  folder: string,
  index: CommitIndex,
  { generation, records, bodies, journals }: HistoryGeneration,
  seq: number,
  target: string,
): Promise<void> {
  await fileSystem.makeFolder(join(target, 'cache'))
  const schema = (await index.head(records))?.schema ?? releasedSteps.target
  const past = await loadAsOf(fileSystem, folder, { seq }, { steps: { ...releasedSteps, target: schema }, index })
  try {
    const { id, title, createdAt, tables } = past.document
    const moment = {
      head: { id, title, createdAt, schema, generation, seq },
      tables: tableNames.map((table): [typeof table, StoredRecord[]] => {
        const map = tables.get(table) as TableMap | undefined
        return [table, [...(map?.heads ? map.heads() : (map?.values() ?? []))]]
      }),
    }
    // Damaged bodies stay damaged: the reader is told of them as before.
    await writeGeneration(fileSystem, target, moment, past.bodyFiles, async () => {})
  } finally {
    await past.bodyFiles.close()
    await past.release()
  }
  const unpacked = await unpackHistory(fileSystem, folder)
  try {
    for (const journal of journals) {
      const from = join(await unpacked.folderOf(journal), journal)
      await publishDurably(fileSystem, join(target, journal), async (file) => {
        let position = 0
        for await (const line of linesOf(from)) {
          if (position > 0 && !isAfter(line, seq)) continue
          await writeAll(file, line, position)
          position += line.length
        }
      })
    }
  } finally {
    await unpacked.remove()
  }
  await archiveFiles(fileSystem, target, [records, bodies, ...journals])
}

/** A line that cannot be read may hold what is to be forgotten: it goes. */
function isAfter(line: Buffer, seq: number): boolean {
  try {
    return (JSON.parse(line.toString('utf8')) as { commit: { seq: number } }).commit.seq > seq
  } catch {
    return false
  }
}

/** Each with its newline. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let kept: Buffer[] = []
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, start)) {
      yield Buffer.concat([...kept, piece.subarray(start, end + 1)])
      kept = []
      start = end + 1
    }
    if (start < piece.length) kept.push(piece.subarray(start))
  }
  if (kept.length > 0) yield Buffer.concat(kept)
}

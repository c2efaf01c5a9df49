// Restores in place, while the notebook is open: a backup of the present first, the files that are missing next, then one commit.

import { restoreBackup } from '../../core/commands/restore-commands.ts'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { CommandAnswer, CommitQueue } from '../../core/store/commit-queue.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { Tables } from '../../core/store/tables.ts'
import type { FileSystem } from '../storage/file-system.ts'
import type { SchemaSteps } from '../storage/load-notebook.ts'
import type { BackupKeeper } from './backup-keeper.ts'
import { chooseBackup } from './find-backups.ts'
import { openBackup } from './open-backup.ts'
import { readPast } from './read-past.ts'
import { bringBackFiles } from './restore-folder.ts'

export type Restorable = {
  fileSystem: FileSystem
  folder: string
  steps: SchemaSteps
  tables: Tables
  queue: CommitQueue
  keeper: BackupKeeper
  scanBodies: () => AsyncIterable<{ id: RecordId<'insight'> }>
}

/** What is typed while the backup is read stays: only what differed by then is brought back. Refusals are values. */
export async function runRestore(notebook: Restorable, actor: string, input: unknown): Promise<CommandAnswer> {
  const { fileSystem, folder, steps, tables, queue, keeper } = notebook
  const parsed = readBySchema(restoreBackup.schema, input)
  // What does not fit is refused by the queue, in its words.
  if (!parsed.success || queue.readOnly) return queue.run(actor, 'backup.restore', input)
  try {
    const chosen = await chooseBackup(await keeper.found(), parsed.data.backup)
    const { problems, backup } = await keeper.make('before restore')
    if (!backup) throw new Refusal('no-space', `nothing was restored, since what is there now could not be backed up: ${problems.join('; ')}`)
    const opened = await openBackup(chosen.store, chosen.files, steps)
    try {
      const only = parsed.data.only && new Set<RecordId>(parsed.data.only)
      const past = await readPast(tables, opened, { only, damaged: await damagedBodies(notebook, only) })
      const isNeeded = only
        ? neededBy([...only, ...past.put.map(({ record }) => record.id)])
        : (path: string) => path.startsWith('texts/') || path.startsWith('files/')
      await bringBackFiles(fileSystem, chosen, folder, isNeeded)
      return await queue.run(actor, 'backup.restore', input, { brought: past })
    } finally {
      await opened.bodyFiles.close()
    }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.toValue() }
    throw error
  }
}

/** The insights whose bodies cannot be read now. */
export async function damagedBodies(
  { tables, scanBodies }: Pick<Restorable, 'tables' | 'scanBodies'>,
  only: ReadonlySet<RecordId> | undefined,
): Promise<Set<RecordId>> {
  const damaged = new Set<RecordId>()
  if (only) {
    for (const id of only) if (id.startsWith('insight:') && tables.head('insights', id) && !isReadable(tables, id)) damaged.add(id)
    return damaged
  }
  for (const { id } of tables.heads('insights')) damaged.add(id)
  for await (const { id } of scanBodies()) damaged.delete(id)
  return damaged
}

function isReadable(tables: Tables, id: RecordId): boolean {
  try {
    tables.get('insights', id)
    return true
  } catch {
    return false
  }
}

function neededBy(ids: readonly RecordId[]): (path: string) => boolean {
  const hashes = new Set(ids.flatMap((id) => (id.startsWith('text:') ? [id.slice('text:'.length)] : [])))
  return (path) => hashes.has(/^texts\/([0-9a-f]{64})/.exec(path)?.[1] ?? '')
}

// Begins the next generation while commits go on: a journal of its own first, then the snapshot it starts from, then history.

import { join } from 'node:path'
import type { Low } from 'lowdb'
import { Refusal } from '../../core/store/refusal.ts'
import { archiveFiles, historyFolder } from './archive-generation.ts'
import type { FileSystem } from './file-system.ts'
import { parseGenerationFile } from './generation-names.ts'
import { createJournal, JournalFile } from './journal-file.ts'
import type { JournalWriter } from './journal-writer.ts'
import type { GenerationFiles, JournalEntry, Manifest } from './manifest.ts'
import type { NotebookAdapter } from './notebook-adapter.ts'
import type { NotebookDocument } from './notebook-document.ts'

/** Killed or failed at any step, the notebook is what notebook.json names: the old snapshot with its journal, and the new journal after it. */
export async function rotateGeneration(
  fileSystem: FileSystem,
  folder: string,
  low: Low<NotebookDocument>,
  adapter: NotebookAdapter,
  journal: JournalWriter,
  schema: number,
): Promise<void> {
  // A journal that a failed rotation began and that nothing was written into since will do: else every attempt would leave another one behind.
  const begun = await journal.atRest(() => (!journal.hasFailed && isUnused(adapter.manifest, journal.size) ? { writing: low.write() } : undefined))
  if (begun) await begun.writing
  else await switchJournal(fileSystem, folder, low, adapter, journal, schema)
  await moveToHistory(fileSystem, folder, adapter.manifest)
}

async function switchJournal(
  fileSystem: FileSystem,
  folder: string,
  low: Low<NotebookDocument>,
  adapter: NotebookAdapter,
  journal: JournalWriter,
  schema: number,
): Promise<void> {
  const { id, generation, files } = adapter.manifest
  const entry = await createJournal(fileSystem, folder, { id, schema, generation: Math.max(generation, ...files.journals.map(numberOf)) + 1 })
  await adapter.addJournal(entry)
  const next = await JournalFile.open(fileSystem, join(folder, entry.name), entry.bytes)
  // In one step: what is in memory now is the snapshot, and the next commit is the first of its journal.
  const begun = await journal.atRest(() => {
    // The last append failed meanwhile: a snapshot of memory would decide about changes whose fate nobody knows.
    if (journal.isDoubtful) return undefined
    return { previous: journal.swap(next), writing: low.write() }
  })
  if (!begun) {
    await next.close()
    throw new Refusal('fate-unknown', 'the disk failed while a new generation was begun')
  }
  await Promise.all([begun.previous.close(), begun.writing])
}

/** Whether the newest journal, which is the one at hand, belongs to no snapshot yet and has no commit. */
function isUnused({ generation, files }: Manifest, size: number): boolean {
  const newest = files.journals.at(-1)
  return newest !== undefined && numberOf(newest) > generation && size === newest.bytes
}

function numberOf({ name }: JournalEntry): number {
  return parseGenerationFile(name)?.generation ?? 0
}

/** Archives every generation but the current one; the last but one also stays as it is, for readers that are still in it and for healing. */
async function moveToHistory(fileSystem: FileSystem, folder: string, manifest: Manifest): Promise<void> {
  const current = namesOf(manifest.files)
  const previous = manifest.previous ? namesOf(manifest.previous.files) : new Set<string>()
  const older = (await fileSystem.list(folder)).filter((name) => {
    const file = parseGenerationFile(name)
    return file !== undefined && !current.has(name) && file.generation < manifest.generation
  })
  await archiveFiles(fileSystem, folder, older)
  for (const name of older) {
    if (previous.has(name) || (await fileSystem.sizeOf(join(folder, historyFolder, `${name}.zst`))) === undefined) continue
    await fileSystem.unlink(join(folder, name))
  }
}

/** Takes away snapshots of a rotation that was killed before notebook.json named them: all they hold is in the journals. */
export async function removeUnfinished(fileSystem: FileSystem, folder: string, manifest: Manifest): Promise<void> {
  const current = namesOf(manifest.files)
  for (const name of await fileSystem.list(folder)) {
    const file = parseGenerationFile(name)
    if (file && file.part !== 'journal' && file.generation > manifest.generation && !current.has(name)) await fileSystem.unlink(join(folder, name))
  }
}

function namesOf(files: GenerationFiles): Set<string> {
  return new Set([files.records.name, files.bodies.name, ...files.journals.map(({ name }) => name)])
}

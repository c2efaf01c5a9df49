// Begins the next generation while commits go on: a journal of its own first, then the snapshot it starts from, then history.

import { join } from 'node:path'
import type { Low } from 'lowdb'
import { archiveFiles, historyFolder } from './archive-generation.ts'
import type { FileSystem } from './file-system.ts'
import { parseGenerationFile } from './generation-names.ts'
import { createJournal, JournalFile } from './journal-file.ts'
import type { JournalWriter } from './journal-writer.ts'
import type { GenerationFiles, Manifest } from './manifest.ts'
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
  const { id, generation, files } = adapter.manifest
  const numbers = files.journals.map(({ name }) => parseGenerationFile(name)?.generation ?? 0)
  const entry = await createJournal(fileSystem, folder, { id, schema, generation: Math.max(generation, ...numbers) + 1 })
  await adapter.addJournal(entry)
  const next = await JournalFile.open(fileSystem, join(folder, entry.name), entry.bytes)
  // In one step: what is in memory now is the snapshot, and the next commit is the first of its journal.
  const { previous, writing } = await journal.atRest(() => ({ previous: journal.swap(next), writing: low.write() }))
  await Promise.all([previous.close(), writing])
  await moveToHistory(fileSystem, folder, adapter.manifest)
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

// Makes the folder of a new notebook: generation 1, empty, with notebook.json written last, so that half a notebook is none.

import { join } from 'node:path'
import { currentSchema } from '../../core/migrations/migrations.ts'
import { tableNames } from '../../core/records/tables.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { historyFolder } from './archive-generation.ts'
import { BodyFiles } from './body-files.ts'
import { codeOf } from './error-code.ts'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import { manifestName, parseGenerationFile } from './generation-names.ts'
import { writeHistoryIndex } from './history-index.ts'
import { createJournal } from './journal-file.ts'
import { type Manifest, writeManifest } from './manifest.ts'
import { newRandomId } from './new-id.ts'
import { lockNotebook } from './notebook-lock.ts'
import { SavedMark, savedMarkName } from './saved-mark.ts'
import { toRefusal } from './storage-refusal.ts'
import { wallClock } from './wall-clock.ts'
import { type Moment, writeGeneration } from './write-generation.ts'

/** What a new notebook begins with: the records of one that was exported, whole and checked. `id` is `notebook:…`. */
export type FirstContent = { id: string; createdAt: string; seq: number; tables: Moment['tables'] }

/** `schema` is for fixtures of other schemas alone. */
export type CreateOptions = {
  title: string
  now?: () => string
  fileSystem?: FileSystem
  newId?: () => string
  schema?: number
  content?: FirstContent
}

const folders = ['texts', 'files', 'history', 'backups', 'cache']

/** Refused with `exists` where the folder holds anything that a person could miss. */
export async function createNotebook(folder: string, options: CreateOptions): Promise<Manifest> {
  const { title, now = wallClock, fileSystem = nodeFileSystem, newId = newRandomId, schema = currentSchema, content } = options
  try {
    await refuseUsedFolder(fileSystem, folder)
    await fileSystem.makeFolder(folder)
    const lock = lockNotebook(folder)
    try {
      for (const name of folders) await fileSystem.makeFolder(join(folder, name))
      const tables: Moment['tables'] = content?.tables ?? tableNames.map((table) => [table, []])
      const head = {
        id: content?.id ?? `notebook:${newId()}`,
        title,
        createdAt: content?.createdAt ?? now(),
        schema,
        generation: 1,
        seq: content?.seq ?? 0,
      }
      const bodyFiles = new BodyFiles(fileSystem, () => {})
      const { files } = await writeGeneration(fileSystem, folder, { head, tables }, bodyFiles, async () => {})
      const journal = await createJournal(fileSystem, folder, { id: head.id, schema, generation: 1 })
      const manifest: Manifest = { format: 'footing notebook', ...head, files: { ...files, journals: [journal] }, guards: 1 }
      await writeHistoryIndex(fileSystem, join(folder, historyFolder), [])
      await (await SavedMark.open(fileSystem, folder, head.seq)).close()
      await writeManifest(fileSystem, folder, manifest)
      return manifest
    } finally {
      lock.release()
    }
  } catch (error) {
    throw toRefusal(error, 'making the notebook')
  }
}

async function refuseUsedFolder(fileSystem: FileSystem, folder: string): Promise<void> {
  let names: string[]
  try {
    names = await fileSystem.list(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    if (codeOf(error) === 'ENOTDIR') throw new Refusal('exists', `${folder} is a file: a notebook needs a folder`)
    throw error
  }
  if (names.includes(manifestName) || names.some((name) => parseGenerationFile(name)?.part === 'records'))
    throw new Refusal('exists', `there is a notebook in ${folder} already`)
  // What a killed creation left behind, and what file managers put everywhere, is nobody's work.
  const others = names.filter(
    (name) => !name.startsWith('.') && name !== 'lock' && name !== savedMarkName && !folders.includes(name) && !parseGenerationFile(name),
  )
  if (others.some((name) => !name.includes('.tmp-'))) throw new Refusal('exists', `${folder} is not empty: a notebook needs a folder of its own`)
}
